package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.faults.Kills.Moment;
import io.github.mirrorball.faults.LeagueFile.Answer;
import io.github.mirrorball.faults.Wish.Step;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.wording.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A season played from its opening to its last result, whatever happens to the bot meanwhile. */
final class Playthrough implements AutoCloseable {

    private static final Messages WORDS = Messages.in(Locale.ENGLISH);
    private static final Duration LAST_CALL = Duration.ofSeconds(90);
    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final int VOTES = 4;
    private static final String DELETE_EVENT = "DELETE /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}";
    private static final Duration EVE = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Programme programme;
    private final Options options;
    private final Venue venue;
    private final HostDesk desk;
    private final PickLedger ledger;
    private final Map<Answer, Wish> wishes = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<Answer> standing = new HashSet<>();
    private final Random chance;
    private final Set<Long> parked = new HashSet<>();
    private final Map<Long, Instant> deleted = new HashMap<>();
    private int reminders;
    private final Set<String> known = new HashSet<>();

    /**
     * How it is played.
     *
     * @param reacting whether fans may vote by reaction
     * @param history whether the bot may read its channel's history
     * @param deleting whether a moderator deletes messages now and then
     * @param mishaps about how many an episode the network has
     * @param refusing whether requests are refused that are taken a moment later
     */
    record Options(
            long seed, int fans, boolean reacting, boolean history, boolean deleting, int mishaps, boolean refusing) {}

    /**
     * What it came to.
     *
     * @param report in the bot's own words
     * @param picks by the database
     * @param lasting what every fan wanted in the end
     * @param parked the notices that waited for the history
     * @param deleted when somebody deleted which messages, by the show clock
     * @param locks when polls lock, by the ids of their cards' notices
     * @param repeatedTooLate answers to people that JDA repeated until it was too late for them
     * @param events all scheduled events of Discord's that there ever were, but for those that were taken away
     */
    record Outcome(
            JsonNode report,
            Map<Answer, String> picks,
            Map<Answer, String> lasting,
            int acknowledgements,
            Set<Answer> standing,
            Set<Long> parked,
            int reminders,
            List<LeagueFile.Notice> notices,
            List<Creations.Creation> creations,
            Map<Long, Instant> deleted,
            Map<String, Instant> locks,
            List<JsonNode> events,
            long eventsTakenAway,
            int repeatedTooLate,
            List<String> faults) {}

    Playthrough(Programme programme, Options options, Kills kills, Launcher launcher, Path directory) {
        this.programme = programme;
        this.options = options;
        this.chance = new Random(~options.seed());
        this.venue = new Venue(
                launcher,
                directory,
                programme.script().begins(),
                kills,
                stage -> new Weather(
                        stage.faults(), options.seed(), options.mishaps(), options.refusing(), VOTES * options.fans()));
        this.ledger = new PickLedger(venue.diary());
        this.desk = new HostDesk(venue, programme);
        for (Episode episode : programme.episodes()) {
            for (Question question : programme.questions(episode)) {
                for (String fan : Fans.names(options.fans())) {
                    wishes.put(
                            new Answer(question, fan),
                            Wish.of(options.seed(), question, fan, programme.outcomes(question), options.reacting()));
                }
            }
        }
    }

    Venue venue() {
        return venue;
    }

    Outcome play() {
        desk.setUp();
        if (!options.history()) {
            venue.server().bot().deny(venue.ballroom(), Permission.READ_MESSAGE_HISTORY);
        }
        Fans fans = new Fans(venue, ledger, polls(), options.fans(), options.seed());
        venue.begin();
        venue.afterKill(this::checkPicks);
        venue.afterKill(this::moveOn);
        Optional<Episode> slipped = Optional.empty();
        for (Episode episode : programme.episodes()) {
            open(episode);
            slipped.ifPresent(earlier -> desk.enter(earlier.number(), programme.result(earlier)));
            evening(episode, fans);
            desk.enter(episode.number(), programme.firstResult(episode));
            venue.settleSurely();
            slipped = Optional.of(episode).filter(each -> each.number() == Programme.SLIP);
            venue.kills().nextEpisode();
        }
        slipped.ifPresent(earlier -> desk.enter(earlier.number(), programme.result(earlier)));
        venue.windTo(programme.script().ends().plus(HOUR), Moment.RESTING);
        venue.killAtRest();
        mend();
        faults.addAll(fans.oddities());
        return outcome();
    }

    private Map<Question, Long> polls() {
        Map<Question, Long> polls = new HashMap<>();
        try (LeagueFile league = venue.league()) {
            league.questions().forEach((poll, question) -> polls.put(question, poll));
        }
        return polls;
    }

    private void open(Episode episode) {
        while (!isOpen(episode)) {
            if (!venue.windToNextDue(Moment.OPENING)) {
                throw new AssertionError("The polls of episode " + episode.number() + " do not open");
            }
        }
        Instant since = venue.now().plus(HOUR);
        reminders += (int) Stream.of(EVE, HOUR)
                .filter(lead -> programme.airs(episode).minus(lead).isAfter(since))
                .count();
    }

    /** The report has only polls that were open once. */
    private boolean isOpen(Episode episode) {
        return venue.report()
                .path("polls")
                .has(programme.questions(episode).get(0).toString());
    }

    private void evening(Episode episode, Fans fans) {
        try (LeagueFile league = venue.league()) {
            fans.read(league.reactions());
        }
        fans.act(steps(episode, Wish::early));
        moderate();
        venue.windTo(programme.airs(episode).minus(EVE), Moment.REMINDING);
        venue.windTo(programme.airs(episode).minus(HOUR), Moment.REMINDING);
        venue.windTo(programme.airs(episode).minus(LAST_CALL), Moment.REMINDING);
        fans.act(steps(episode, Wish::late));
        standing.addAll(fans.standing(programme.questions(episode)));
        if (!venue.eventually(this::isEverythingKept)) {
            faults.add("not seen in time before the lock of episode " + episode.number());
        }
        lock(episode, fans);
        venue.lowerTheBar();
        moderate();
        venue.windTo(programme.ends(episode), Moment.REMINDING);
    }

    private void wrong(String fault) {
        venue.diary().note("WRONG: " + fault);
        faults.add(fault);
    }

    private boolean isEverythingKept() {
        try (LeagueFile league = venue.league()) {
            return ledger.faults(league.picks()).isEmpty();
        }
    }

    /** What is voted while nobody can see it does not count, and the card says so. */
    private void lock(Episode episode, Fans fans) {
        Instant lock = programme.airs(episode);
        if (!venue.weather().isAwayAtLock(episode.number())) {
            venue.windTo(lock, Moment.LOCKING);
            return;
        }
        List<Question> cards = programme.questions(episode).stream()
                .filter(question -> options.reacting() && !question.isGuess())
                .toList();
        venue.awayAcross(lock, AWAY, AWAY, () -> cards.forEach(fans::reactUnseen));
        for (Question question : cards) {
            String note = WORDS.text("card.missed");
            if (!venue.eventually(() ->
                    fans.cardText(question).filter(text -> text.contains(note)).isPresent())) {
                faults.add(
                        "the card of " + question + " does not say that votes were missed: " + fans.cardText(question));
            }
        }
    }

    /** A moderator deletes one of the bot's messages. */
    private void moderate() {
        List<StageMessage> messages = venue.ballroom().messages();
        if (options.deleting() && !messages.isEmpty()) {
            delete(messages.get(chance.nextInt(messages.size())));
        }
    }

    private void delete(StageMessage message) {
        deleted.put(message.id(), venue.now());
        venue.ballroom().delete(message);
    }

    /** While the bot is dead, time passes: Discord forgets nonces, or a moderator deletes the newest message. */
    private void moveOn() {
        List<StageMessage> messages = venue.ballroom().messages();
        if (!chance.nextBoolean() || messages.isEmpty()) {
            return;
        }
        StageMessage newest = messages.get(messages.size() - 1);
        if (options.deleting() && newest.reactions().isEmpty()) {
            delete(newest);
        } else if (options.history() && !options.deleting()) {
            venue.stage().forgetNonces();
        }
    }

    /** What could not be known without the history is known as soon as that may be read. */
    private void mend() {
        venue.quit();
        try (LeagueFile league = venue.league()) {
            league.notices().stream()
                    .filter(notice -> notice.state().equals("PARKED"))
                    .forEach(notice -> parked.add(notice.id()));
        }
        if (!options.history()) {
            venue.up();
            venue.server().bot().grant(venue.ballroom(), Permission.READ_MESSAGE_HISTORY);
        }
        venue.stage().faults().clear();
        venue.eventually(this::isNothingOwed);
    }

    private boolean isNothingOwed() {
        try (LeagueFile league = venue.league()) {
            return league.unsettled().isEmpty();
        }
    }

    private Map<Answer, List<Step>> steps(Episode episode, Function<Wish, List<Step>> part) {
        Map<Answer, List<Step>> steps = new LinkedHashMap<>();
        List<Question> questions = programme.questions(episode);
        wishes.forEach((key, wish) -> {
            if (questions.contains(key.question())) {
                steps.put(key, part.apply(wish));
            }
        });
        return steps;
    }

    private void checkPicks() {
        try (LeagueFile league = venue.league()) {
            ledger.faults(league.picks()).stream()
                    .filter(known::add)
                    .forEach(fault -> wrong("after kill " + venue.kills().all() + ": " + fault));
        }
    }

    private Outcome outcome() {
        JsonNode report = venue.report();
        venue.quit();
        Map<Answer, String> lasting = new LinkedHashMap<>();
        wishes.forEach((key, wish) -> wish.last().ifPresent(pick -> lasting.put(key, pick)));
        RuleFindings rules = RuleFindings.of(venue.stage());
        try (LeagueFile league = venue.league()) {
            ledger.faults(league.picks()).stream()
                    .filter(known::add)
                    .forEach(fault -> faults.add("at the end: " + fault));
            league.unsettled().forEach(notice -> faults.add("never settled: " + notice));
            faults.addAll(rules.faults());
            return new Outcome(
                    report,
                    league.picks(),
                    lasting,
                    ledger.acknowledgements(),
                    Set.copyOf(standing),
                    Set.copyOf(parked),
                    reminders,
                    league.notices(),
                    venue.creations().all(),
                    Map.copyOf(deleted),
                    league.locks(),
                    List.copyOf(venue.server().everyEvent()),
                    venue.stage().requestCounts().getOrDefault(DELETE_EVENT, 0L),
                    rules.repeatedTooLate(),
                    List.copyOf(faults));
        }
    }

    @Override
    public void close() {
        venue.close();
    }
}
