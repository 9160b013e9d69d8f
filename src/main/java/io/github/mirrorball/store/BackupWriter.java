package io.github.mirrorball.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.mirrorball.ops.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes backups: a zip that holds each table as lines of JSON, and last what they are. Both kinds of databases write the same, so that a
 * backup is restored into either.
 */
final class BackupWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Optional<String> key;

    /** @param key with which the file is encrypted; empty where it is not */
    BackupWriter(Path file, Optional<String> key) {
        this.file = file.toAbsolutePath();
        this.key = key;
    }

    /**
     * Writes every row that a snapshot has. The file appears under its name only when it is whole.
     *
     * @throws StoreException when it cannot be written
     */
    BackupContents write(Handle snapshot, String schema, Instant madeAt) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            PrivateFiles.createDirectories(part.resolveSibling(""));
            BackupContents contents = new BackupContents(madeAt, schema, write(part, snapshot, schema, madeAt));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } catch (IOException | UncheckedIOException broken) {
            throw new StoreException(
                    "The backup " + file + " cannot be written. Look at the directory's permissions and at the space"
                            + " left on the disk.",
                    broken);
        }
    }

    private List<BackupContents.Table> write(Path part, Handle snapshot, String schema, Instant madeAt)
            throws IOException {
        try (OutputStream out = Channels.newOutputStream(PrivateFiles.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING));
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out), password())) {
            List<BackupContents.Table> tables = new ArrayList<>();
            for (String table : Tables.inOrder(snapshot)) {
                zip.putNextEntry(entry(BackupContents.Table.entry(table)));
                tables.add(table(snapshot, table, zip));
                zip.closeEntry();
            }
            zip.putNextEntry(entry(BackupContents.ENTRY));
            String contents = new BackupContents(madeAt, schema, tables).json().toPrettyString();
            zip.write(contents.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return tables;
        }
    }

    private char @Nullable [] password() {
        return key.map(String::toCharArray).orElse(null);
    }

    private ZipParameters entry(String name) {
        ZipParameters entry = new ZipParameters();
        entry.setFileNameInZip(name);
        entry.setEncryptFiles(key.isPresent());
        entry.setEncryptionMethod(key.isPresent() ? EncryptionMethod.AES : EncryptionMethod.NONE);
        return entry;
    }

    private static BackupContents.Table table(Handle snapshot, String table, OutputStream to) throws IOException {
        List<BackupLayout.Column> columns = Tables.columns(snapshot, table);
        DigestOutputStream digested = new DigestOutputStream(to, Sha256.fresh());
        try (JsonGenerator lines = JSON.createGenerator(digested)) {
            lines.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            lines.setRootValueSeparator(new SerializedString("\n"));
            long rows = Tables.rows(snapshot, table, columns, row -> write(row, columns, lines));
            lines.flush();
            String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            List<String> names = columns.stream().map(BackupLayout.Column::name).toList();
            return new BackupContents.Table(table, names, rows, digest);
        }
    }

    private static void write(List<@Nullable Object> row, List<BackupLayout.Column> columns, JsonGenerator lines)
            throws IOException {
        lines.writeStartArray();
        for (int column = 0; column < columns.size(); column++) {
            Object value = row.get(column);
            if (value == null) {
                lines.writeNull();
            } else {
                columns.get(column).kind().write(value, lines);
            }
        }
        lines.writeEndArray();
    }
}
