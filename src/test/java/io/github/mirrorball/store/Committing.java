package io.github.mirrorball.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Commits numbers to an embedded database, one by one or some together, and says each of them once it is committed, until it is killed,
 * or nobody hears it any more. Meanwhile another thread reads, room is made in the file, and now and then the file is rewritten.
 */
public final class Committing {

    private Committing() {}

    private static final int MOST_TOGETHER = 20;
    private static final int COMMITS_BETWEEN_TIDYING = 7;
    private static final int COMMITS_BETWEEN_REWRITES = 40;

    /** @param args the database's file, and {@code rewriting} if its file is to be rewritten every now and then */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Database database = Database.open(StoreSettings.embedded(Path.of(args[0])));
        Connections connections = database.connections();
        connections.run(handle -> {
            handle.execute("CREATE TABLE IF NOT EXISTS counted (number INT PRIMARY KEY, padding VARCHAR)");
            handle.execute("CREATE TABLE IF NOT EXISTS passing (number INT PRIMARY KEY, padding VARCHAR)");
        });
        int newest = connections.with(handle -> handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM counted")
                .mapTo(Integer.class)
                .one());
        boolean rewriting = args.length > 1 && args[1].equals("rewriting");
        read(connections);
        for (int number = newest + 1, commit = 1; !out.checkError(); commit++) {
            int last = number + commit % 3 * (MOST_TOGETHER / 2);
            commit(connections, number, last);
            IntStream.rangeClosed(number, last).forEach(out::println);
            number = last + 1;
            if (commit % COMMITS_BETWEEN_TIDYING == 0) {
                database.tidy(0);
            }
            if (rewriting && commit % COMMITS_BETWEEN_REWRITES == 0) {
                rewrite(database);
            }
        }
    }

    /** It is put off while somebody reads. */
    private static void rewrite(Database database) {
        boolean done = false;
        while (!done) {
            done = database.compact();
        }
    }

    private static void read(Connections connections) {
        Thread reader = new Thread(() -> {
            while (true) {
                connections.read(handle -> handle.createQuery("SELECT COUNT(*) FROM counted JOIN passing ON TRUE")
                        .mapTo(Long.class)
                        .one());
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** What comes and goes beside the numbers leaves gaps of all sizes in the file. */
    private static void commit(Connections connections, int first, int last) {
        connections.run(handle -> IntStream.rangeClosed(first, last)
                .forEach(number -> handle.execute("INSERT INTO counted VALUES (?, ?)", number, "n")));
        connections.run(handle ->
                handle.execute("INSERT INTO passing VALUES (?, ?)", first, "passing ".repeat(1 + first * 37 % 2000)));
        if (first % 10 == 0) {
            connections.run(handle -> handle.execute("DELETE FROM passing"));
        }
    }
}
