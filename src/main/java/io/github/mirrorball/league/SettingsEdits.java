package io.github.mirrorball.league;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.show.file.SeasonFileJson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes of how a season is run: its settings, its season-long question, where it is posted, and whether it is archived. */
public final class SettingsEdits {

    private SettingsEdits() {}

    /**
     * Sets the habits of a season.
     *
     * @param winner whether the winner is asked season-long as well; as it is where this is empty
     */
    public static Edit set(SeasonSettings settings, Posting posting, Optional<Boolean> winner) {
        return (season, now) -> {
            boolean asked = asksWinner(season);
            boolean wanted = winner.orElse(asked);
            if (wanted && !asked && isTooLate(season, settings, now)) {
                return Change.refused("season.winnerTooLate");
            }
            Season after = season.with(asks(season, wanted), settings, posting);
            return new Change.Made(after, "season.settings", text(season), text(after));
        };
    }

    /** Sets what a season is called, in which zone its local times are, and in which language it is posted; what is empty stays. */
    public static Edit identify(Optional<String> title, Optional<ZoneId> zone, Optional<String> language) {
        return (season, now) -> {
            SeasonSettings settings = language.map(season.settings()::in).orElse(season.settings());
            Season after = season.with(season.asks(), settings, season.posting())
                    .called(title.orElse(season.title()), zone.orElse(season.zone()));
            return new Change.Made(after, "season.settings", identity(season), identity(after));
        };
    }

    private static String identity(Season season) {
        return season.title() + " · " + season.zone().getId() + " · "
                + season.settings().language();
    }

    /** Archives a season, or brings it back. */
    public static Edit archive(boolean archived) {
        return (season, now) ->
                new Change.Made(season.archived(archived), archived ? "season.archive" : "season.back", "", "");
    }

    /** Whether a season asks for its winner all season long. */
    public static boolean asksWinner(Season season) {
        return season.asks().stream().anyMatch(ask -> ask.kind() == AskKind.WINNER);
    }

    /** A season-long poll locks with the first episode. */
    private static boolean isTooLate(Season season, SeasonSettings settings, Instant now) {
        return season.episodes().stream()
                .findFirst()
                .filter(first -> !now.isBefore(first.airs(season.zone()).plus(settings.lockOffset())))
                .isPresent();
    }

    private static List<Ask> asks(Season season, boolean winner) {
        List<Ask> asks = new ArrayList<>(season.asks());
        if (winner && !asksWinner(season)) {
            asks.add(0, Ask.of(AskKind.WINNER));
        } else if (!winner) {
            asks.removeIf(ask -> ask.kind() == AskKind.WINNER);
        }
        return asks;
    }

    private static String text(Season season) {
        Posting posting = season.posting();
        return "channel " + posting.channel()
                + text(" host channel ", posting.hostChannel())
                + text(" mention role ", posting.mentionRole())
                + text(" host role ", posting.hostRole())
                + (asksWinner(season) ? " season-long winner " : " ")
                + SeasonFileJson.text(season.settings());
    }

    private static String text(String name, OptionalLong id) {
        return id.isPresent() ? name + id.getAsLong() : "";
    }
}
