package io.github.mirrorball.discord.sample;

import io.github.mirrorball.discord.sample.Finding.Part;
import io.github.mirrorball.discord.sample.Finding.Verdict;
import io.github.mirrorball.outbox.Sample;
import io.github.mirrorball.wording.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what came of a trial: what works, and of whatever does not, why and what to do. */
public final class TrialText {

    private static final int MOST_SIGNS = 10;
    private static final String SITE = "https://discord.com";

    private final Messages words;
    private final String channel;

    /** @param channel as a message mentions it */
    public TrialText(Messages words, String channel) {
        this.words = words;
        this.channel = channel;
    }

    /** What works. */
    public String works(Trials.Report report) {
        List<Part> worked = parts(report, Verdict.WORKED);
        boolean all = worked.size() == report.findings().size();
        return worked.isEmpty() ? "" : words.text(all ? "sample.well" : "sample.works", named(worked));
    }

    /** What does not: a line for each reason. */
    public String troubles(Trials.Report report) {
        Map<Finding, List<Part>> reasons = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            if (finding.verdict() != Verdict.WORKED && finding.verdict() != Verdict.SKIPPED) {
                reasons.computeIfAbsent(finding.apart(), reason -> new ArrayList<>())
                        .add(finding.part());
            }
        }
        return reasons.entrySet().stream()
                .map(each -> trouble(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** What was not tried. */
    public String skipped(Trials.Report report) {
        List<Part> skipped = parts(report, Verdict.SKIPPED);
        return skipped.isEmpty() ? "" : words.text("sample.skipped", named(skipped));
    }

    /** What stands, with links; or that nothing does. */
    public static String left(Messages words, List<Sample> left) {
        return left.isEmpty()
                ? words.text("sample.gone")
                : words.text("sample.left", left.stream().map(TrialText::link).collect(Collectors.joining(" ")));
    }

    private static List<Part> parts(Trials.Report report, Verdict verdict) {
        return report.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::part)
                .toList();
    }

    private String trouble(Finding reason, List<Part> parts) {
        return switch (reason.verdict()) {
            case MISSING -> missing(reason, parts);
            case HIDDEN -> words.text("sample.hidden", channel);
            case UNKNOWN_EMOJI -> words.text("sample.emoji", signs(reason.about()));
            case NO_UPLOADS -> words.text("sample.uploads");
            case FULL -> words.text("sample.full");
            case NOT_DRAWN -> words.text("sample.notDrawn");
            case PASSING -> words.text("sample.passing", named(parts));
            default -> words.text("sample.refused", named(parts), String.join(", ", reason.about()));
        };
    }

    private String missing(Finding reason, List<Part> parts) {
        String permission = "**" + String.join("", reason.about()) + "**";
        String without = parts.stream()
                .map(part -> words.text("sample.without." + key(part)))
                .distinct()
                .collect(Collectors.joining(" "));
        return parts.contains(Part.EVENT)
                ? words.text("sample.missing.server", named(parts), permission, without)
                : words.text("sample.missing", named(parts), permission, channel, without);
    }

    private String signs(List<String> unknown) {
        String shown = unknown.stream().limit(MOST_SIGNS).collect(Collectors.joining(", "));
        return unknown.size() <= MOST_SIGNS ? shown : words.text("list.more", shown, unknown.size() - MOST_SIGNS);
    }

    private String named(List<Part> parts) {
        return parts.stream()
                .map(part -> words.text("sample.part." + key(part)))
                .collect(Collectors.joining(", "));
    }

    private static String key(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** Leads to it where its id is known, and else to where it may stand. */
    private static String link(Sample sample) {
        String place = sample.kind() == Sample.Kind.EVENT
                ? SITE + "/events/" + sample.server()
                : SITE + "/channels/" + sample.server() + "/" + sample.channel();
        return sample.posted().isPresent() ? place + "/" + sample.posted().getAsLong() : place;
    }
}
