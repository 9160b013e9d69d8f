package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that somebody made or changed on purpose: whatever they say, none of it is run, and what is restored is what was backed up. */
class CraftedBackupTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Optional<String> NO_KEY = Optional.empty();
    private static final Optional<String> KEY = Optional.of("correct horse battery staple");
    private static final String CONTENTS = "backup.json";

    @TempDir
    private Path directory;

    /** What a crafted backup would write if any of it were run. */
    private Path traces() {
        return directory.resolve("traces");
    }

    private String sql() {
        return "CALL CSVWRITE('" + traces() + "', 'SELECT 1')";
    }

    @Test
    void aStatementInATablesNameIsNotRun() throws IOException {
        Path backup = crafted(json -> first(json).put("name", "season; " + sql() + "; --"));

        refused(backup, NO_KEY, "damaged");
    }

    @Test
    void aStatementInAColumnsNameIsNotRun() throws IOException {
        Path backup = crafted(json -> ((ArrayNode) first(json).path("columns"))
                .set(0, "(SELECT 1 FROM CSVWRITE('" + traces() + "', 'SELECT 1'))"));

        refused(backup, NO_KEY, "damaged");
    }

    @Test
    void withAKeyNothingIsTakenThatIsNotEncrypted() throws IOException {
        Path backup = crafted(json -> {});

        refused(backup, KEY, "--unencrypted");
        assertThat(Store.check(backup, NO_KEY).rows("pick")).isEqualTo(3);
    }

    /** The directory of the zip says that all of it is encrypted; where the entry stands it says that it is not, and holds plain rows. */
    @Test
    void anEntryThatOnlyClaimsToBeEncryptedIsNotTaken() throws IOException {
        Path good = good(KEY);
        Path backup = directory.resolve("claims.zip");
        Files.copy(good, backup);
        byte[] bytes = Files.readAllBytes(backup);
        clearEncryptedFlag(bytes, CONTENTS);
        Files.write(backup, bytes);

        assertThat(Store.check(good, KEY).rows("pick")).isEqualTo(3);
        refused(backup, KEY, "--unencrypted");
    }

    @Test
    void aBackupEncryptedInTheOldWeakWayIsNotTaken() throws IOException {
        Path backup = directory.resolve("weak.zip");
        try (ZipFile zip = new ZipFile(backup.toFile(), KEY.orElseThrow().toCharArray())) {
            for (Map.Entry<String, byte[]> entry : entries(good(NO_KEY)).entrySet()) {
                ZipParameters parameters = new ZipParameters();
                parameters.setFileNameInZip(entry.getKey());
                parameters.setEncryptFiles(true);
                parameters.setEncryptionMethod(EncryptionMethod.ZIP_STANDARD);
                zip.addStream(new ByteArrayInputStream(entry.getValue()), parameters);
            }
        }

        refused(backup, KEY, "not encrypted");
    }

    private static Stream<Arguments> lies() {
        return Stream.of(
                lie("no tables", json -> json.putArray("tables")),
                lie("one table less", json -> tables(json).remove(0)),
                lie("a table twice", json -> tables(json).add(first(json).deepCopy())),
                lie(
                        "a table of no version",
                        json -> tables(json).add(first(json).deepCopy().put("name", "other"))),
                lie("a column less", json -> ((ArrayNode) first(json).path("columns")).remove(0)),
                lie("a column more", json -> ((ArrayNode) first(json).path("columns")).add("other")),
                lie("no version", json -> json.remove("schema")),
                lie("another version", json -> json.put("schema", "3")),
                lie("something else for a version", json -> json.put("schema", "1; DROP TABLE season")),
                lie("a version of the future", json -> json.put("schema", "999")),
                lie("another number of rows", json -> first(json).put("rows", 99)),
                lie("another digest", json -> first(json).put("sha256", "00")),
                lie("another format", json -> json.put("format", 2)),
                lie("no time", json -> json.remove("madeAt")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aBackupThatIsNotWhatItsVersionHasIsNotSound(String what, Consumer<ObjectNode> lie) throws IOException {
        refused(crafted(lie), NO_KEY, what.equals("a version of the future") ? "newer" : "damaged");
    }

    /** A backup as the version of that time made it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void backupsOfEarlierVersionsRestore(int version) throws IOException {
        Path backup = directory.resolve("earlier.zip");
        StoreSettings source = StoreSettings.inMemory();
        try (Database database = Database.open(source, MigrationVersion.fromVersion("" + version))) {
            database.connections()
                    .run(handle -> handle.execute("INSERT INTO installation (only_one, id) VALUES (1, 'abc')"));
            database.connections()
                    .snapshot(handle -> new BackupWriter(backup, NO_KEY).write(handle, "" + version, Instant.EPOCH));
        }

        Store.check(backup, NO_KEY);
        StoreSettings target = StoreSettings.embedded(directory.resolve("league"));
        Store.restore(backup, NO_KEY, target);

        try (League league = new League(target)) {
            assertThat(league.store.ensureInstallation()).isEqualTo("abc");
            assertThat(league.season()).isPositive();
        }
    }

    @Test
    void aRowThatIsNotAsItsTableIsNotTaken() throws IOException {
        for (String row :
                List.of("[1]", "{\"a\": 1}", "1", "[[], 1, 2]", "[\"1\", \"x\"]", "[1, 2, 3, 4, 5, 6, 7, 8]")) {
            Map<String, byte[]> entries = entries(good(NO_KEY));
            byte[] rows = row.getBytes(StandardCharsets.UTF_8);
            entries.put("installation.jsonl", rows);
            ObjectNode contents = (ObjectNode) JSON.readTree(entries.get(CONTENTS));
            tables(contents).forEach(each -> {
                if (each.path("name").asText().equals("installation")) {
                    ((ObjectNode) each).put("sha256", digest(rows)).put("rows", 1);
                }
            });
            entries.put(CONTENTS, JSON.writeValueAsBytes(contents));

            refused(zip("row.zip", entries), NO_KEY, "damaged");
        }
    }

    @Test
    void whatWouldUnpackToGigabytesIsRefusedUnread() throws IOException {
        Path bomb = directory.resolve("bomb.zip");
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (Map.Entry<String, byte[]> entry : entries(good(NO_KEY)).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                for (int i = 0; entry.getKey().equals("season.jsonl") && i < 600; i++) {
                    zip.write(spaces);
                }
            }
        }

        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        refused(bomb, NO_KEY, "would unpack to 600 MB");
    }

    /** The zip's directory says of the largest entry that it is small. */
    @Test
    void whatIsLargerThanTheZipSaysIsNotReadToItsEnd() throws IOException {
        Path backup = good(NO_KEY);
        byte[] bytes = Files.readAllBytes(backup);
        int at = header(bytes, "504b0102", 46, "fan.jsonl");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 24, 3);
        Files.write(backup, bytes);

        refused(backup, NO_KEY, "damaged");
    }

    @Test
    void ofFortyMutationsEachIsRefusedOrRestoresTheSame() throws IOException {
        checkMutations(40);
    }

    @Tag("long")
    @Test
    void ofTwoHundredMutationsEachIsRefusedOrRestoresTheSame() throws IOException {
        checkMutations(200);
    }

    private void checkMutations(int mutations) throws IOException {
        long seed = Long.getLong("seed", 20261201);
        Random random = new Random(seed);
        try (Database into = Database.open(StoreSettings.inMemory())) {
            for (Optional<String> key : List.of(NO_KEY, KEY)) {
                byte[] good = Files.readAllBytes(good(key));
                Path mutated = directory.resolve("mutated.zip");
                Map<String, List<String>> expected = restored(good(key), key, into);
                int refused = 0;
                for (int i = 0; i < mutations / 2; i++) {
                    Files.write(mutated, mutated(good, random));
                    try {
                        assertThat(restored(mutated, key, into))
                                .as("seed %d, mutation %d", seed, i)
                                .isEqualTo(expected);
                    } catch (StoreException sentence) {
                        assertThat(sentence.getMessage()).endsWith(".");
                        refused++;
                    }
                }
                assertThat(refused).isBetween(mutations / 4, mutations / 2);
            }
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(bytes, at, at + length, (byte) 0);
            case 2 -> bytes = Arrays.copyOf(bytes, at);
            case 3 -> System.arraycopy(good, random.nextInt(bytes.length - length), bytes, at, length);
            default -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, length);
            }
        }
        return bytes;
    }

    /** What a database holds after a restore, row by row; then it is empty again. */
    private static Map<String, List<String>> restored(Path backup, Optional<String> key, Database into) {
        Store.check(backup, key);
        Map<String, List<String>> rows = new TreeMap<>();
        into.connections().run(handle -> {
            new BackupReader(backup, key).load(handle);
            List<String> tables = new ArrayList<>();
            BackupLayout.of(handle).tables().forEach((table, columns) -> {
                List<String> all = new ArrayList<>();
                Tables.rows(handle, table, columns, row -> all.add(row.toString()));
                rows.put(table, all.stream().sorted().toList());
                tables.add(0, table);
            });
            tables.forEach(table -> handle.execute("DELETE FROM " + table));
        });
        assertThat(rows.get("pick")).hasSize(3);
        return rows;
    }

    private void refused(Path backup, Optional<String> key, String sentence) throws IOException {
        assertThatThrownBy(() -> Store.check(backup, key))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(sentence);
        Path place = directory.resolve("place");
        assertThatThrownBy(() -> Store.restore(backup, key, StoreSettings.embedded(place.resolve("league"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(sentence);
        assertThat(place).as("nothing is made of it").doesNotExist();
        assertThat(traces()).doesNotExist();
    }

    private Path crafted(Consumer<ObjectNode> lie) throws IOException {
        Map<String, byte[]> entries = entries(good(NO_KEY));
        ObjectNode contents = (ObjectNode) JSON.readTree(entries.get(CONTENTS));
        lie.accept(contents);
        tables(contents).forEach(table -> entries.putIfAbsent(table.path("name").asText() + ".jsonl", new byte[0]));
        entries.put(CONTENTS, JSON.writeValueAsBytes(contents));
        return zip("crafted.zip", entries);
    }

    /** A copy of it, since tests change it. */
    private Path good(Optional<String> key) throws IOException {
        return Files.write(directory.resolve("good-" + key.isPresent() + ".zip"), Good.BACKUPS.get(key));
    }

    /** Backups of one league, plain and encrypted, made once. */
    private static final class Good {

        private static final Map<Optional<String>, byte[]> BACKUPS = made();

        private static Map<Optional<String>, byte[]> made() {
            try (League league = new League(Backend.H2)) {
                BackupTest.filled(league);
                return Map.of(NO_KEY, made(league, NO_KEY), KEY, made(league, KEY));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        private static byte[] made(League league, Optional<String> key) throws IOException {
            Path directory = Files.createTempDirectory("good");
            Path file = directory.resolve("backup.zip");
            try {
                league.store.backUp(file, key);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
                Files.delete(directory);
            }
        }
    }

    private Path zip(String name, Map<String, byte[]> entries) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static Map<String, byte[]> entries(Path backup) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(backup);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static void clearEncryptedFlag(byte[] zip, String name) {
        zip[header(zip, "504b0304", 30, name) + 6] &= (byte) ~1;
    }

    /** Where the header of an entry is that begins with a signature and has the name after so many bytes. */
    private static int header(byte[] zip, String signature, int before, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        return IntStream.range(0, zip.length - before - wanted.length)
                .filter(at -> HexFormat.of().formatHex(zip, at, at + 4).equals(signature))
                .filter(at -> Arrays.equals(zip, at + before, at + before + wanted.length, wanted, 0, wanted.length))
                .findFirst()
                .orElseThrow();
    }

    private static String digest(byte[] rows) {
        return HexFormat.of().formatHex(Sha256.fresh().digest(rows));
    }

    private static Arguments lie(String what, Consumer<ObjectNode> lie) {
        return Arguments.of(what, lie);
    }

    private static ArrayNode tables(ObjectNode contents) {
        return (ArrayNode) contents.path("tables");
    }

    private static ObjectNode first(ObjectNode contents) {
        return (ObjectNode) tables(contents).get(0);
    }
}
