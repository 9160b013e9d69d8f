package io.github.mirrorball.bench;

import io.github.mirrorball.stage.world.StageEvent;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A burst of reactions in one poll in the last minute before its lock; undisturbed, and with the session lost midway. Then its result. */
final class LastMinute {

    private static final int VOTES = 50_000;
    private static final int PER_SECOND = 2000;
    private static final int WARM_UP = 20_000;
    private static final int WARM_UP_PER_SECOND = 1000;
    private static final int LAST_SECONDS = 60;
    private static final int FEWEST_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LISTS = "GET /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}";
    private static final String SAYS_SO = "reactions from then may be missing";
    private static final double MOST_SECONDS = 2;

    private final Sizes sizes;

    LastMinute(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Row> rows(Path directory) {
        List<Row> rows = new ArrayList<>();
        try (Measured bot = Measured.mirrorball(directory.resolve("calm"), StageOptions.defaults())) {
            SmallSeason season = opened(bot);
            long listed = lists(bot);
            Voting voting = burst(bot, season, () -> {});
            if (!voting.standing().equals(voting.counted(bot))) {
                throw new AssertionError(voting.standing() + " stand, counted are " + voting.counted(bot));
            }
            rows.add(calm(bot, voting, lists(bot) - listed));
            rows.add(result(bot, season, sum(voting.standing())));
            bot.requireGoodManners();
        }
        try (Measured bot = Measured.mirrorball(
                directory.resolve("lost"), StageOptions.defaults().withLimits(true))) {
            SmallSeason season = opened(bot);
            long listed = lists(bot);
            Voting voting = burst(bot, season, () -> {
                bot.stage().faults().refuseResume();
                bot.stage().faults().dropSockets();
            });
            rows.add(lost(bot, voting, lists(bot) - listed));
        }
        return rows;
    }

    /** A bot that has run for a while has its code compiled. */
    private SmallSeason opened(Measured bot) {
        Instant much = bot.clock().instant().plus(Duration.ofDays(5));
        Voting others = new Voting(SmallSeason.open(bot, "Other fans", much));
        List<StageUser> fans = others.fans(0, sizes.scaled(WARM_UP));
        Pace.keep(WARM_UP_PER_SECOND, fans.size(), i -> others.vote(fans.get(i), i));
        bot.settle();
        return SmallSeason.open(bot, "Ballroom fans", bot.clock().instant().plus(Duration.ofDays(3)));
    }

    private static long lists(Measured bot) {
        return bot.stage().requestCounts().getOrDefault(LISTS, 0L);
    }

    /** Everybody votes within the last minute; returns when the poll is locked and everything is told. */
    private Voting burst(Measured bot, SmallSeason season, Runnable midway) {
        Voting voting = new Voting(season);
        List<StageUser> fans = voting.fans(0, sizes.scaled(VOTES));
        bot.clock().set(season.airs().minusSeconds(Math.max(FEWEST_SECONDS, sizes.scaled(LAST_SECONDS))));
        bot.ask("wake");
        bot.ask("decided");
        Pace.keep(PER_SECOND, fans.size(), i -> {
            if (i == fans.size() / 2) {
                midway.run();
            }
            voting.vote(fans.get(i), i);
        });
        pauseUntil(bot.clock(), season.airs().plusSeconds(1));
        bot.settle();
        return voting;
    }

    private static void pauseUntil(ShiftedClock clock, Instant instant) {
        for (Instant now = clock.instant(); now.isBefore(instant); now = clock.instant()) {
            LockSupport.parkNanos(Duration.between(now, instant).toNanos());
        }
    }

    private static int sum(List<Integer> votes) {
        return votes.stream().mapToInt(Integer::intValue).sum();
    }

    private static Row calm(Measured bot, Voting voting, long lists) {
        int events = Decided.durable(Path.of(bot.ask("decided"))).length;
        int standing = sum(voting.standing());
        return new Row(
                "burst of %,d reactions in one poll, %,d/s in the last minute before its lock"
                        .formatted(standing, PER_SECOND),
                "%,d counted, none twice, %,d of them by events; %d pages of the card read to compare"
                        .formatted(sum(voting.counted(bot)), events, lists),
                "",
                "all counted by events",
                events == standing);
    }

    /** Nothing may be counted that does not stand, and what is not counted has to be told. */
    private static Row lost(Measured bot, Voting voting, long lists) {
        int events = Decided.durable(Path.of(bot.ask("decided"))).length;
        List<Integer> standing = voting.standing();
        List<Integer> counted = voting.counted(bot);
        int missing = sum(standing) - sum(counted);
        for (int i = 0; i < counted.size(); i++) {
            if (counted.get(i) > standing.get(i)) {
                throw new AssertionError(standing + " stand, counted are " + counted);
            }
        }
        if (missing > 0 && !voting.text().contains(SAYS_SO)) {
            throw new AssertionError(missing + " votes are missing, and the card does not say so: " + voting.text());
        }
        return new Row(
                "the same with the session lost midway and no resume, lists paced as Discord paces them",
                "%,d of %,d counted, none twice: %,d by events, the others from %d pages%s"
                        .formatted(
                                sum(counted),
                                sum(standing),
                                events,
                                lists,
                                missing > 0 ? "; the card says that some may be missing" : ""),
                "",
                "reconciled, or said on the card",
                true);
    }

    /** From the host's confirmation to the post in the channel. */
    private static Row result(Measured bot, SmallSeason season, int picks) {
        bot.clock().set(season.airs().plus(Duration.ofHours(3)));
        bot.ask("wake");
        bot.settle();
        StageForm form = season.host()
                .slash(season.channel(), "result enter", Map.of("episode", 1L))
                .form();
        StageMessage preview = season.host()
                .submit(form, Map.of("eliminated", List.of(season.couple(0)), "marks", "none", "placements", ""))
                .message();
        CompletableFuture<Long> posted = new CompletableFuture<>();
        Runnable end = bot.stage().watch(event -> {
            if (event.kind() == StageEvent.Kind.CREATED && event.onlyFor().isEmpty()) {
                posted.complete(System.nanoTime());
            }
        });
        long begun = System.nanoTime();
        String told = season.host()
                .press(preview, preview.button("result-confirm:"))
                .message()
                .text();
        double answered = (System.nanoTime() - begun) / 1e9;
        double seconds = (await(posted, told) - begun) / 1e9;
        end.run();
        return new Row(
                "a result on a poll with %,d picks: committed, recomputed, posted".formatted(picks),
                "posted after %.2f s (the host is answered after %.2f s)".formatted(seconds, answered),
                "",
                "≤ 2 s",
                seconds <= MOST_SECONDS);
    }

    private static long await(CompletableFuture<Long> posted, String told) {
        try {
            return posted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException never) {
            throw new AssertionError("The result was not posted; the host was told: " + told, never);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
