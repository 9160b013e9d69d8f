package io.github.mirrorball.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.lingala.zip4j.exception.ZipException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads backups, and says in a sentence what is wrong with one. What it finds is only ever a value in a statement, never part of one. */
final class BackupReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Some ten times what it says of all tables together. */
    private static final int LONGEST_CONTENTS = 256 << 10;

    private final Path file;
    private final Optional<String> key;

    /** @param key with which all of it has to be encrypted; empty if it has to be readable without */
    BackupReader(Path file, Optional<String> key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Reads all of it, and compares it with what it says of itself and with the tables of the version that it names.
     *
     * @throws StoreException when it is damaged, encrypted otherwise, or no backup
     */
    BackupContents check() {
        return read(table -> true, (table, columns) -> row -> {});
    }

    /** The secret of the seals in it; empty if it is from before there was one, or cannot be read. */
    Optional<String> sealKey() {
        List<String> secret = new ArrayList<>();
        try {
            read(
                    SealKey.TABLE::equals,
                    (table, columns) -> row -> secret.add(String.valueOf(row.get(columns.size() - 1))));
            return secret.stream().findFirst();
        } catch (StoreException unreadable) {
            return Optional.empty();
        }
    }

    /** Adds its rows to tables that are there, of its version and empty, and checks it again while it does. */
    BackupContents load(Handle handle) {
        return read(table -> true, (table, columns) -> new RowWriter(handle, table, columns));
    }

    private interface Target {
        Rows open(String table, List<BackupLayout.Column> columns) throws SQLException;
    }

    private BackupContents read(Predicate<String> wanted, Target target) {
        if (!Files.isReadable(file)) {
            throw new StoreException("There is no backup " + file + " that can be read.");
        }
        try (BackupZip zip = new BackupZip(file, key)) {
            zip.check();
            BackupContents contents = contents(zip);
            BackupLayout layout = BackupLayout.ofVersion(contents.schema());
            layout.check(contents);
            for (String table : layout.tables().keySet().stream().filter(wanted).toList()) {
                read(zip, contents.table(table), layout.columns(table), target);
            }
            return contents;
        } catch (StoreException told) {
            throw told;
        } catch (ZipException broken) {
            throw broken.getType() == ZipException.Type.WRONG_PASSWORD ? wrongKey() : damaged(broken);
        } catch (IOException | RuntimeException broken) {
            // A library that reads a damaged file may throw whatever the damage leads to.
            throw damaged(broken);
        }
    }

    private BackupContents contents(BackupZip zip) throws IOException {
        try (InputStream entry = zip.entry(BackupContents.ENTRY)) {
            byte[] json = entry.readNBytes(LONGEST_CONTENTS);
            if (json.length == LONGEST_CONTENTS) {
                throw new IllegalArgumentException("it has too much to say of itself");
            }
            return BackupContents.of(JSON.readTree(json));
        }
    }

    private void read(BackupZip zip, BackupContents.Table table, List<BackupLayout.Column> columns, Target target)
            throws IOException {
        try (DigestInputStream digested = new DigestInputStream(zip.entry(table.entry()), Sha256.fresh());
                JsonParser json = JSON.createParser(digested);
                Rows rows = target.open(table.name(), columns)) {
            long count = 0;
            for (; json.nextToken() != null; count++) {
                rows.add(row(json, columns));
            }
            String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            if (!digest.equals(table.digest()) || count != table.rows()) {
                throw new IllegalArgumentException("the rows of " + table.name() + " are not those that were written");
            }
        } catch (SQLException broken) {
            throw new StoreException(
                    "The rows of " + table.name() + " in the backup " + file + " do not fit the database.", broken);
        }
    }

    private static List<@Nullable Object> row(JsonParser json, List<BackupLayout.Column> columns) throws IOException {
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        if (json.currentToken() == JsonToken.START_ARRAY) {
            for (BackupLayout.Column column : columns) {
                row.add(
                        json.nextToken() == JsonToken.VALUE_NULL
                                ? null
                                : column.kind().read(json));
            }
        }
        if (json.nextToken() != JsonToken.END_ARRAY || row.size() != columns.size()) {
            throw new IllegalArgumentException("a row has other columns than its table");
        }
        return row;
    }

    private StoreException wrongKey() {
        return new StoreException("The backup " + file + " is encrypted with another key than the one given.");
    }

    private StoreException damaged(Exception why) {
        return new StoreException(
                "The backup " + file + " is damaged, or no backup of Mirrorball's (" + why.getMessage()
                        + "). Use another one.",
                why);
    }
}
