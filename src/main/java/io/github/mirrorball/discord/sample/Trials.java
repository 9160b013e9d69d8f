package io.github.mirrorball.discord.sample;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.view.SampleCard;
import io.github.mirrorball.outbox.Sample;
import io.github.mirrorball.outbox.Samples;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/**
 * Tries in a channel what a season needs there, and takes everything away again, also what a failure or a stop in the middle left behind.
 * Thread-safe.
 */
public final class Trials {

    private final Samples samples;
    private final Marks marks;
    private final Removal removal;
    private final SamplePicture picture;
    private final Clock clock;
    private final InstantSource time;
    private final Timeouts timeouts;
    private final Turns turns;
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * @param installation tells this installation's samples from any other's
     * @param clock the show clock
     * @param time Discord's
     */
    public Trials(
            Sessions sessions,
            Samples samples,
            String installation,
            SamplePicture picture,
            Clock clock,
            InstantSource time,
            Timeouts timeouts) {
        this.samples = samples;
        this.marks = new Marks(installation);
        this.removal = new Removal(sessions, samples, marks);
        this.picture = picture;
        this.clock = clock;
        this.time = time;
        this.timeouts = timeouts;
        this.turns = new Turns(time);
    }

    /**
     * How a trial ended.
     *
     * @param left what stands, or may stand, since it could not be taken away
     */
    public record Report(List<Finding> findings, List<Sample> left) {

        public Report {
            findings = List.copyOf(findings);
            left = List.copyOf(left);
        }
    }

    /**
     * Tries everything in a channel, and waits for it.
     *
     * @param season whose signs are tried and whose language is spoken; where there is none, three letters and these words stand in
     * @throws Rejection if it is not this server's turn
     */
    public Report run(GuildMessageChannel channel, Optional<Season> season, Messages words) {
        long server = channel.getGuild().getIdLong();
        turns.begin(server);
        try {
            Messages spoken =
                    season.map(each -> Messages.in(each.settings().language())).orElse(words);
            Asker asker = new Asker(
                    timeouts, ending, "server " + server + ", channel " + channel.getId(), names(channel, season));
            List<Sample> left = new ArrayList<>(removal.remove(asker, samples.of(server)));
            Trial trial = trial(channel, season, spoken, asker);
            try {
                trial.run();
            } finally {
                left.addAll(removal.remove(asker, trial.standing()));
            }
            return new Report(trial.findings(), left);
        } finally {
            turns.end(server);
        }
    }

    private Trial trial(GuildMessageChannel channel, Optional<Season> season, Messages words, Asker asker) {
        List<Outcome> outcomes = SampleOutcomes.of(season);
        Trial.Setting setting = new Trial.Setting(
                channel,
                outcomes,
                season.map(each -> !each.settings().secret()).orElse(true),
                () -> picture.draw(words),
                SampleCard.event(words),
                time.instant(),
                clock.instant().atOffset(ZoneOffset.UTC).plusYears(1).toInstant());
        return new Trial(setting, samples, marks, asker, new SampleCard(words, outcomes));
    }

    private static List<String> names(GuildMessageChannel channel, Optional<Season> season) {
        Stream<String> places = Stream.of(channel.getGuild().getName(), channel.getName());
        Stream<String> cast = season.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.title(), each.show()),
                        each.cast().stream()
                                .flatMap(who -> Stream.concat(Stream.of(who.name()), who.partner().stream()))));
        return Stream.concat(places, cast).toList();
    }

    /** What still stands of earlier trials in a server, unless one is going on there. */
    public List<Sample> left(long server) {
        return turns.isTaken(server) ? List.of() : samples.of(server);
    }

    /** Takes away what stands anywhere, but where a trial is going on; waits for it. True if nothing is left. */
    boolean clear() {
        List<Long> servers =
                samples.all().stream().map(Sample::server).distinct().toList();
        return servers.stream().filter(server -> !isCleared(server)).count() == 0;
    }

    private boolean isCleared(long server) {
        if (!turns.beginAside(server)) {
            return false;
        }
        try {
            Asker asker = new Asker(timeouts, ending, "server " + server, List.of());
            return removal.remove(asker, samples.of(server)).isEmpty();
        } finally {
            turns.endAside(server);
        }
    }

    /** The bot is about to stop: what is refused is not tried again, and what was posted is taken away at once. */
    public void end() {
        ending.countDown();
    }
}
