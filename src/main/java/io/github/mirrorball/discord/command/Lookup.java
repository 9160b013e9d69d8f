package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.outbox.Cards;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.typed.CastIndex;
import io.github.mirrorball.show.typed.CastMatch;
import io.github.mirrorball.show.typed.ZoneText;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** Finds what an option or an id names, in the server of whoever asks and nowhere else, and where they may not look there is nothing. */
public final class Lookup {

    static final String SEASON = "season";
    static final String EPISODE = "episode";
    static final String POLL = "poll";
    static final String CONTESTANT = "contestant";
    static final String ZONE = "zone";
    static final String ASKS = "asks";
    static final String AIRS = "airs";
    static final String AT = "at";
    static final String LOCK = "lock";
    private static final int MOST_CHOICES = 25;
    private static final int CHOICE_LABEL = 100;
    private static final int LONGEST_ZONE = 60;
    private static final int MOST_ZONES = 5;

    private final Seasons seasons;
    private final Polls polls;
    private final Clock clock;

    /** @param clock the show clock, from which days that hosts type are reckoned */
    public Lookup(Seasons seasons, Polls polls, Clock clock) {
        this.seasons = seasons;
        this.polls = polls;
        this.clock = clock;
    }

    /** The option that names a season; optional, since most servers run one at a time. */
    static OptionData seasonOption() {
        return new OptionData(OptionType.STRING, SEASON, "Which season, if the server runs several", false, true);
    }

    /** The option that names a poll. */
    static OptionData pollOption(boolean required) {
        return new OptionData(OptionType.STRING, POLL, "Which poll", required, true);
    }

    /** The season that a command means: the one it names, else the server's only one that is not archived. */
    public Season season(Request request) {
        Optional<String> named = request.text(SEASON);
        if (named.isPresent()) {
            return named.filter(text -> text.matches("\\d{1,18}"))
                    .flatMap(id -> season(request, Long.parseLong(id)))
                    .orElseThrow(() -> new Rejection("fault.season.unknown"));
        }
        List<Season> living = living(request);
        if (living.size() > 1) {
            throw new Rejection("season.which");
        }
        return living.stream().findFirst().orElseThrow(() -> new Rejection("season.none"));
    }

    /** The server's only season that is not archived, if it has just one. */
    Optional<Season> onlySeason(Request request) {
        List<Season> living = living(request);
        return living.size() == 1 ? Optional.of(living.get(0)) : Optional.empty();
    }

    private List<Season> living(Request request) {
        return seasons.of(request.server()).stream()
                .filter(season -> !season.archived())
                .flatMap(season -> season(request, season.id()).stream())
                .toList();
    }

    /** The season with this id, if it is one of the server's. */
    Optional<Season> season(Request request, long id) {
        return seasons.find(id).filter(season -> season.server() == request.server() && request.maySee(season));
    }

    /** The season of an id in a component, or a sentence that it is gone. */
    Season seasonOf(Request request, int argument) {
        return season(request, request.number(argument)).orElseThrow(() -> new Rejection("reply.stale"));
    }

    /** The season's episode with this number, or a sentence that there is none. */
    static Episode episode(Season season, int number) {
        return season.episode(number).orElseThrow(() -> new Rejection("fault.episode.unknown", number));
    }

    /** The poll with this id, if it is one of the server's. */
    Optional<Poll> poll(Request request, long id) {
        return polls.find(id).filter(poll -> poll.server() == request.server());
    }

    /** The polls of an episode. */
    List<Poll> polls(Season season, Episode episode) {
        return polls.ofSeason(season.id()).stream()
                .filter(poll -> poll.episode().equals(OptionalInt.of(episode.number())))
                .toList();
    }

    /** The poll that a command names. */
    Poll pollNamed(Request request) {
        return request.text(POLL)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(id -> poll(request, Long.parseLong(id)))
                .orElseThrow(() -> new Rejection("byhand.noPoll"));
    }

    /** The poll on whose card a message command was used. */
    Poll pollOn(Request request, Cards cards) {
        return request.target()
                .flatMap(cards::pollOn)
                .flatMap(poll -> poll(request, poll))
                .orElseThrow(() -> new Rejection("card.none"));
    }

    /** The season of a poll that was found. */
    Season seasonOf(Request request, Poll poll) {
        return season(request, poll.season()).orElseThrow(() -> new Rejection("reply.stale"));
    }

    /** A season's polls of some kind whose name has what is typed. */
    Reply pollChoices(Request request, Predicate<Poll> wanted) {
        String typed = request.typing().soFar().toLowerCase(Locale.ROOT);
        Season season = season(request);
        return choices(polls.ofSeason(season.id()).stream()
                .filter(wanted)
                .map(poll -> new Command.Choice(label(plain(request, season, poll)), Long.toString(poll.id())))
                .filter(choice -> choice.getName().toLowerCase(Locale.ROOT).contains(typed)));
    }

    /** The contestants of a season who may be meant by what is typed so far. */
    Reply contestantChoices(Request request) {
        return choices(new CastIndex(season(request).cast())
                .suggest(request.typing().soFar())
                .map(who -> new Command.Choice(label(who.label()), who.id())));
    }

    private static String plain(Request request, Season season, Poll poll) {
        String question = Wording.plainQuestion(request.words(), season, poll);
        String state = request.words().text("state." + poll.state().name().toLowerCase(Locale.ROOT));
        String number = poll.episode().isPresent() ? poll.episode().getAsInt() + " · " : "";
        return number + question + " (" + state + ")";
    }

    /** The server's seasons whose title has what is typed. */
    Reply seasonChoices(Request request) {
        String typed = request.typing().soFar().toLowerCase(Locale.ROOT);
        return choices(seasons.of(request.server()).stream()
                .filter(season -> season.title().toLowerCase(Locale.ROOT).contains(typed))
                .filter(season -> season(request, season.id()).isPresent())
                .map(season -> new Command.Choice(label(season.title()), Long.toString(season.id()))));
    }

    /** A season's episodes whose number or title has what is typed. */
    Reply episodeChoices(Request request) {
        String typed = request.typing().soFar().toLowerCase(Locale.ROOT);
        return choices(season(request).episodes().stream()
                .filter(episode -> named(episode).toLowerCase(Locale.ROOT).contains(typed))
                .map(episode -> new Command.Choice(label(named(episode)), episode.number())));
    }

    /** The option that names a contestant. */
    static OptionData contestantOption() {
        return new OptionData(OptionType.STRING, CONTESTANT, "Which contestant", true, true);
    }

    /** The option that names an episode. */
    static OptionData episodeOption() {
        return episodeOption("Which episode", true);
    }

    static OptionData episodeOption(String description, boolean required) {
        return new OptionData(OptionType.INTEGER, EPISODE, description, required, true)
                .setRequiredRange(1, Episode.LAST_NUMBER);
    }

    /** The contestant that a command means: by what was suggested, or by what is typed of the name. */
    static Contestant contestant(Request request, Season season) {
        String named = request.text(CONTESTANT).orElse("");
        return season.contestant(named).orElseGet(() -> {
            CastMatch match = new CastIndex(season.cast()).find(named);
            return match.only().orElseThrow(() -> new Rejection(List.of(match.fault(named))));
        });
    }

    /** The episode that a command means. */
    Episode episode(Request request, Season season) {
        int number = request.integer(EPISODE).orElse(0);
        return season.episode(number).orElseThrow(() -> new Rejection("fault.episode.unknown", number));
    }

    /** Suggestions for whichever option is being typed. */
    Reply suggest(Request request) {
        return switch (request.typing().option()) {
            case SEASON -> seasonChoices(request);
            case CONTESTANT -> contestantChoices(request);
            case ZONE -> choices(ZoneText.suggest(request.typing().soFar()).map(id -> new Command.Choice(id, id)));
            case AIRS, AT, LOCK -> times(request).suggest(request.typing().soFar());
            case ASKS ->
                choices(AsksText.choices(request.words(), request.typing().soFar()));
            default -> episodeChoices(request);
        };
    }

    /** An option that is a date and time, local to the season that the command means. */
    Optional<LocalDateTime> time(Request request, String option) {
        return request.text(option).map(typed -> times(request).read(typed));
    }

    private Times times(Request request) {
        if (request.text(ZONE).isPresent()) {
            return new Times(request.words(), zone(request), clock.instant());
        }
        Season season = request.text(POLL).isPresent() ? seasonOf(request, pollNamed(request)) : season(request);
        return new Times(request.words(), season.zone(), clock.instant());
    }

    /** The option that is a time zone. */
    static ZoneId zone(Request request) {
        String typed = request.text(ZONE).orElse("");
        String shown = Markdown.escape(Markdown.cut(typed, LONGEST_ZONE));
        ZoneText.turnedRound(typed).ifPresent(meant -> {
            throw new Rejection(
                    "zone.turnedRound",
                    shown,
                    meant,
                    meant.contains("+") ? meant.replace('+', '-') : meant.replace('-', '+'));
        });
        List<ZoneId> found = ZoneText.find(typed);
        if (found.size() > 1) {
            String zones = found.stream().limit(MOST_ZONES).map(ZoneId::getId).collect(Collectors.joining(", "));
            throw new Rejection("zone.several", shown, zones);
        }
        return found.stream().findFirst().orElseThrow(() -> new Rejection("zone.unknown", shown));
    }

    private static Reply choices(Stream<Command.Choice> all) {
        return new Reply.Choices(all.limit(MOST_CHOICES).toList());
    }

    private static String named(Episode episode) {
        return episode.number() + " · " + episode.title();
    }

    private static String label(String text) {
        return Markdown.cut(Markdown.plain(text), CHOICE_LABEL);
    }

    /** An episode's name for where there is no markup. */
    static String plain(Request request, Episode episode) {
        return request.words()
                .text("episode.named", Integer.toString(episode.number()), Markdown.plain(episode.title()));
    }

    /** A poll's question with its episode. */
    static String named(Request request, Season season, Poll poll) {
        return Wording.question(request.words(), season, poll) + " · " + Wording.episode(request.words(), season, poll);
    }
}
