package io.github.mirrorball.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/**
 * The file system that embedded databases lie in, under the scheme {@code crashsafe:}: see {@link CrashSafeFile}. It encrypts as H2 itself
 * would, whose own encryption would hide from it what is written. Public, with a constructor, because H2 makes one for each path.
 */
public final class CrashSafePath extends FilePathWrapper {

    private static final String SCHEME = "crashsafe";

    /** Over a plain file channel, one interrupted thread closes the database for all others. */
    private static final String BASE = "async:";

    private static final Map<String, CrashSafeFile> NEWEST = new ConcurrentHashMap<>();
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    /** Makes the scheme known to H2, and gives the name of a file under it; whoever opens it there next has the key. */
    static String named(Path path, Optional<String> key) {
        FilePath.register(new CrashSafePath());
        key.ifPresentOrElse(each -> KEYS.put(path.toString(), each), () -> KEYS.remove(path.toString()));
        return SCHEME + ":" + BASE + path;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String path = name.substring(name.indexOf(BASE) + BASE.length());
        boolean isLeague = path.endsWith(EmbeddedFile.ENDING);
        FileChannel plain = getBase().open(mode);
        CrashSafeFile opened =
                new CrashSafeFile(key(path).map(key -> encrypted(plain, key)).orElse(plain), isLeague);
        if (isLeague) {
            NEWEST.put(path, opened);
        }
        return opened;
    }

    /** The file of the database that was opened last at this path. */
    static CrashSafeFile opened(Path path) {
        return Objects.requireNonNull(NEWEST.get(path + EmbeddedFile.ENDING), "It was opened before");
    }

    private FileChannel encrypted(FileChannel plain, String key) {
        return new FileEncrypt(name, FilePathEncrypt.getPasswordBytes(key.toCharArray()), plain);
    }

    /** A file is as it was named, but for what H2 adds to the name. */
    private static Optional<String> key(String path) {
        return KEYS.keySet().stream()
                .filter(each -> path.startsWith(each + EmbeddedFile.ENDING))
                .findAny()
                .map(KEYS::get);
    }
}
