package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.DiscordTime;
import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.route.SteadyTime;
import io.github.mirrorball.discord.sample.TrialText;
import io.github.mirrorball.discord.sample.Trials;
import io.github.mirrorball.discord.view.DiagnosticsView;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.Diagnostics;
import io.github.mirrorball.outbox.Sample;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /doctor}: what keeps the bot from doing its part in a server, and what is waited for. */
public final class DoctorCommand implements Feature {

    private static final int MOST_TROUBLES = 10;

    private static final Duration LARGEST_SKEW = Duration.ofSeconds(2);

    /** Discord's own way to the bot takes a part of a second. */
    private static final Duration SLOW = Duration.ofMillis(2500);

    private final Diagnostics checkUp;
    private final EmojiChoice choice;
    private final Trials trials;
    private final DiscordTime time;
    private final SteadyTime computer;

    public DoctorCommand(
            Diagnostics checkUp, EmojiChoice choice, Trials trials, DiscordTime time, SteadyTime computer) {
        this.checkUp = checkUp;
        this.choice = choice;
        this.trials = trials;
        this.time = time;
        this.computer = computer;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("doctor", "Check what keeps me from posting, and what is waited for")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS)));
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.command("doctor", Route.Mode.ANSWER_PRIVATE, this::examine));
    }

    private Reply examine(Request request) {
        Messages words = request.words();
        List<Diagnostics.Finding> findings = checkUp.of(request.server());
        List<String> sections = new ArrayList<>();
        sections.add(lacks(request, findings));
        sections.add(eventsLack(request, findings));
        findings.stream()
                .filter(finding -> !finding.isOver())
                .forEach(finding -> sections.add(letters(request, finding)));
        sections.add(DiagnosticsView.troubles(words, findings, checkUp.troubles(request.server(), MOST_TROUBLES)));
        sections.add(DiagnosticsView.owed(words, findings));
        sections.add(DiagnosticsView.stale(words, findings));
        sections.add(left(request));
        sections.add(skew(request));
        sections.add(slow(request));
        sections.removeIf(String::isBlank);
        Panels panel = Panels.plain().headline(Sign.SETTINGS, words.text("doctor.title"));
        if (sections.isEmpty()) {
            panel.text(words.text(findings.isEmpty() ? "doctor.noSeason" : "doctor.well"));
        }
        sections.forEach(panel::text);
        return Reply.of(TryHere.offer(request, panel, seasons(findings)).build());
    }

    private static List<Season> seasons(List<Diagnostics.Finding> findings) {
        return findings.stream().map(Diagnostics.Finding::season).toList();
    }

    /** What an earlier trial left behind. */
    private String left(Request request) {
        List<Sample> left = trials.left(request.server());
        return left.isEmpty() ? "" : TrialText.left(request.words(), left);
    }

    private String letters(Request request, Diagnostics.Finding finding) {
        return choice.letters(request, finding.season().cast(), finding.lettered());
    }

    private static String lacks(Request request, List<Diagnostics.Finding> findings) {
        return Needs.lacking(request, seasons(findings)).text();
    }

    private static String eventsLack(Request request, List<Diagnostics.Finding> findings) {
        Permission needed = Permission.CREATE_SCHEDULED_EVENTS;
        boolean lacking =
                !findings.isEmpty() && !request.guild().getSelfMember().hasPermission(needed);
        return lacking ? request.words().text("doctor.noEvents", Needs.named(List.of(needed))) : "";
    }

    private String skew(Request request) {
        if (computer.isOff()) {
            return request.words().text("doctor.clockJumped");
        }
        Duration ahead = time.ahead();
        if (ahead.abs().compareTo(LARGEST_SKEW) > 0) {
            String key = ahead.isNegative() ? "doctor.clockBehind" : "doctor.clockAhead";
            return request.words().text(key, ahead.abs().toSeconds());
        }
        return "";
    }

    /** An interaction's id holds Discord's time of it. One that is older than Discord's patience never gets here. */
    private String slow(Request request) {
        Instant sent = request.interaction().getTimeCreated().toInstant();
        Duration took = Duration.between(sent, time.instant());
        return took.compareTo(SLOW) > 0 ? request.words().text("doctor.slow", took.toSeconds()) : "";
    }
}
