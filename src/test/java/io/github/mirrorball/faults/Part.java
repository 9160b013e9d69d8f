package io.github.mirrorball.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mirrorball.bot.Bot;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** A process that looks after some shards, or a bot in this process that stands for one. */
interface Part extends AutoCloseable {

    /** The clock was wound. */
    void wake();

    /** Returns when everything is done, with the instant at which anything is due next. */
    Optional<Instant> settle();

    /** How a server's season stands, of whatever shard it is. */
    String report(long server);

    /** Stops in order. */
    @Override
    void close();

    static Part of(BotProcess process) {
        return new Part() {

            @Override
            public void wake() {
                process.tell("wake");
            }

            @Override
            public Optional<Instant> settle() {
                return Optional.of(said("settle"))
                        .filter(due -> !due.equals(BotMain.NOTHING_DUE))
                        .map(Instant::parse);
            }

            @Override
            public String report(long server) {
                return said(Long.toString(server));
            }

            private String said(String question) {
                return process.ask(question).orElseThrow(() -> new AssertionError("The process died"));
            }

            @Override
            public void close() {
                process.quit();
            }
        };
    }

    static Part of(Bot bot) {
        return new Part() {

            @Override
            public void wake() {
                bot.wake();
            }

            @Override
            public Optional<Instant> settle() {
                bot.settle();
                return bot.nextDue();
            }

            @Override
            public String report(long server) {
                try {
                    return BotMain.report(bot, server);
                } catch (JsonProcessingException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }

            @Override
            public void close() {
                bot.close();
            }
        };
    }
}
