package io.github.mirrorball.discord.view;

import io.github.mirrorball.league.Diagnostics.Finding;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.ParkedNotices.Trouble;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is amiss with a server's seasons, a line each. */
public final class DiagnosticsView {

    private static final int MOST_LINES = 8;
    private static final int LONGEST_WHY = 120;

    private static final Set<String> NAMED = Set.of(
            "reminder",
            "directReminder",
            "nudge",
            "moved",
            "seasonOpened",
            "locked",
            "resulted",
            "castChanged",
            "changedByHand",
            "card",
            "cardChanged",
            "cardWithdrawn",
            "seeds",
            "event");

    private DiagnosticsView() {}

    /** Messages that did not get where they should. */
    public static String troubles(Messages words, List<Finding> findings, List<Trouble> troubles) {
        return troubles.stream()
                .map(trouble -> words.text(
                        "doctor.trouble." + trouble.standing().name().toLowerCase(Locale.ROOT),
                        title(findings, trouble.season()),
                        words.text("doctor.notice." + kind(trouble.notice())),
                        Markdown.cut(Markdown.escape(trouble.why()), LONGEST_WHY),
                        Markdown.until(trouble.owedAt())))
                .collect(Collectors.joining("\n"));
    }

    /** A notice's name as keys have it, such as {@code cardChanged}; one without a name of its own is a message like others. */
    private static String kind(Notice notice) {
        String type = notice.getClass().getSimpleName();
        String name = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return NAMED.contains(name) ? name : "other";
    }

    private static String title(List<Finding> findings, long season) {
        return findings.stream()
                .map(Finding::season)
                .filter(each -> each.id() == season)
                .map(each -> Markdown.escape(each.title()))
                .findFirst()
                .orElse("?");
    }

    /** Results that hosts still have to enter. */
    public static String owed(Messages words, List<Finding> findings) {
        return lines(
                words,
                findings.stream()
                        .flatMap(finding -> finding.owed().stream()
                                .map(episode -> words.text(
                                        "doctor.owed",
                                        Markdown.escape(finding.season().title()),
                                        Wording.episode(words, episode),
                                        Markdown.until(
                                                episode.ends(finding.season().zone()))))));
    }

    /** Polls that are late, and seasons that have nothing ahead. */
    public static String stale(Messages words, List<Finding> findings) {
        return lines(
                words,
                findings.stream()
                        .flatMap(finding -> Stream.of(
                                        polls(words, finding.season(), finding.unopened(), "doctor.unopened"),
                                        polls(words, finding.season(), finding.unlocked(), "doctor.unlocked"),
                                        Stream.of(finding)
                                                .filter(Finding::isOver)
                                                .map(over -> words.text(
                                                        "doctor.over",
                                                        Markdown.escape(
                                                                over.season().title()))))
                                .flatMap(some -> some)));
    }

    private static Stream<String> polls(Messages words, Season season, List<Poll> polls, String key) {
        return polls.stream()
                .map(poll ->
                        words.text(key, Wording.question(words, season, poll), Wording.episode(words, season, poll)));
    }

    private static String lines(Messages words, Stream<String> all) {
        List<String> lines = all.toList();
        String shown = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
        return lines.size() <= MOST_LINES ? shown : shown + "\n" + words.text("doctor.more", lines.size() - MOST_LINES);
    }
}
