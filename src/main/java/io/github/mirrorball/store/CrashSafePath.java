package io.github.mirrorball.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
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

    /** A file is as it was named, but for what H2 adds to the name. */
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
        FileChannel plain = getBase().open(mode);
        return new CrashSafeFile(key().map(key -> encrypted(plain, key)).orElse(plain));
    }

    private FileChannel encrypted(FileChannel plain, String key) {
        return new FileEncrypt(name, FilePathEncrypt.getPasswordBytes(key.toCharArray()), plain);
    }

    private Optional<String> key() {
        String path = name.substring(name.indexOf(BASE) + BASE.length());
        return KEYS.keySet().stream()
                .filter(each -> path.startsWith(each + EmbeddedFile.ENDING))
                .findAny()
                .map(KEYS::get);
    }
}
