package io.github.mirrorball.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads backups, and says in a sentence what is wrong with one. */
final class BackupReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 1000;

    private final Path file;
    private final Optional<String> key;

    BackupReader(Path file, Optional<String> key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Reads all of it, and compares it with what it says of itself.
     *
     * @throws StoreException when it is damaged, encrypted with another key, or no backup
     */
    BackupContents check() {
        return opened(zip -> {
            BackupContents contents = contents(zip);
            for (BackupContents.Table table : contents.tables()) {
                check(zip, table);
            }
            return contents;
        });
    }

    /** Adds its rows to tables that are there and empty. To be checked before. */
    void load(Handle handle) {
        opened(zip -> {
            BackupContents contents = contents(zip);
            for (BackupContents.Table table : contents.tables()) {
                load(handle, zip, table);
            }
            return contents;
        });
    }

    private interface Reading {
        BackupContents of(ZipFile zip) throws IOException;
    }

    private BackupContents opened(Reading reading) {
        if (!Files.isReadable(file)) {
            throw new StoreException("There is no backup " + file + " that can be read.");
        }
        try (ZipFile zip = new ZipFile(file.toFile(), password())) {
            return reading.of(zip);
        } catch (ZipException broken) {
            throw broken.getType() == ZipException.Type.WRONG_PASSWORD ? wrongKey() : damaged(broken);
        } catch (IOException | IllegalArgumentException | DateTimeException broken) {
            throw damaged(broken);
        }
    }

    private char @Nullable [] password() {
        return key.map(String::toCharArray).orElse(null);
    }

    private BackupContents contents(ZipFile zip) throws IOException {
        try (InputStream entry = entry(zip, BackupContents.ENTRY)) {
            return BackupContents.of(JSON.readTree(entry));
        }
    }

    private InputStream entry(ZipFile zip, String name) throws IOException {
        FileHeader header = zip.getFileHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("it lacks " + name);
        }
        if (header.isEncrypted() && key.isEmpty()) {
            throw new StoreException("The backup " + file + " is encrypted. Give the key that it was made with.");
        }
        return new BufferedInputStream(zip.getInputStream(header));
    }

    private void check(ZipFile zip, BackupContents.Table table) throws IOException {
        try (DigestInputStream digested = new DigestInputStream(entry(zip, table.entry()), Sha256.fresh())) {
            digested.transferTo(OutputStream.nullOutputStream());
            String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            if (!digest.equals(table.digest())) {
                throw new IllegalArgumentException("the rows of " + table.name() + " are not those that were written");
            }
        }
    }

    private void load(Handle handle, ZipFile zip, BackupContents.Table table) throws IOException {
        List<ColumnKind> kinds = kinds(handle, table);
        String places = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        String insert =
                "INSERT INTO " + table.name() + " (" + String.join(", ", table.columns()) + ") VALUES (" + places + ")";
        try (InputStream entry = entry(zip, table.entry());
                JsonParser rows = JSON.createParser(entry);
                PreparedStatement statement = handle.getConnection().prepareStatement(insert)) {
            int waiting = 0;
            while (rows.nextToken() != null) {
                add(statement, kinds, JSON.readTree(rows));
                waiting = (waiting + 1) % AT_ONCE;
                if (waiting == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException broken) {
            throw new StoreException(
                    "The rows of " + table.name() + " in the backup " + file + " do not fit the database.", broken);
        }
    }

    private static void add(PreparedStatement statement, List<ColumnKind> kinds, JsonNode row) throws SQLException {
        for (int column = 0; column < kinds.size(); column++) {
            kinds.get(column).bind(statement, column + 1, row.path(column));
        }
        statement.addBatch();
    }

    private static List<ColumnKind> kinds(Handle handle, BackupContents.Table table) {
        return handle.createQuery(
                        "SELECT " + String.join(", ", table.columns()) + " FROM " + table.name() + " WHERE 1 = 0")
                .scanResultSet((found, context) -> ColumnKind.ofAll(found.get().getMetaData()));
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
