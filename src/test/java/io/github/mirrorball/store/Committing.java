package io.github.mirrorball.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Commits numbers to an embedded database, one by one, and says each of them once it is committed, until it is killed. */
public final class Committing {

    private Committing() {}

    /** @param args the database's file */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Database database = Database.open(StoreSettings.embedded(Path.of(args[0])));
        Connections connections = database.connections();
        connections.run(handle -> {
            handle.execute("SET RETENTION_TIME 0");
            handle.execute("CREATE TABLE IF NOT EXISTS counted (number INT PRIMARY KEY, padding VARCHAR)");
            handle.execute("CREATE TABLE IF NOT EXISTS passing (number INT PRIMARY KEY, padding VARCHAR)");
        });
        int newest = connections.with(handle -> handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM counted")
                .mapTo(Integer.class)
                .one());
        for (int number = newest + 1; ; number++) {
            commit(connections, number);
            out.println(number);
        }
    }

    /** What comes and goes beside the numbers leaves gaps of all sizes in the file. */
    private static void commit(Connections connections, int number) {
        connections.run(handle -> handle.execute("INSERT INTO counted VALUES (?, ?)", number, "n"));
        connections.run(handle ->
                handle.execute("INSERT INTO passing VALUES (?, ?)", number, "passing ".repeat(1 + number * 37 % 2000)));
        if (number % 10 == 0) {
            connections.run(handle -> handle.execute("DELETE FROM passing"));
        }
    }
}
