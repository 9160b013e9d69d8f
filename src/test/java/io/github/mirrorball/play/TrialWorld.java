package io.github.mirrorball.play;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A server in which a host tries the bot.
 *
 * @param title what is particular about it
 * @param fault makes it so
 */
public record TrialWorld(String title, Consumer<Evening> fault) {

    private static final String EDIT = "PATCH /channels/{channel_id}/messages/{message_id}";
    private static final int LASTING = 3;

    /** One in which all is well, and others that lack one thing each. */
    public static List<TrialWorld> all() {
        return List.of(
                new TrialWorld("All is well", evening -> {}),
                new TrialWorld("Attach Files is missing", denied(Permission.ATTACH_FILES)),
                new TrialWorld("Add Reactions is missing", denied(Permission.ADD_REACTIONS)),
                new TrialWorld(
                        "Create Events is missing",
                        evening -> evening.server().bot().deny(Permission.CREATE_EVENTS)),
                new TrialWorld("Read Message History is missing", denied(Permission.READ_MESSAGE_HISTORY)),
                new TrialWorld("Nobody may mention the role of the reminders", TrialWorld::silence),
                new TrialWorld("Discord does not know one of the season's emoji", TrialWorld::forgetAnEmoji),
                new TrialWorld("The channel is read-only", denied(Permission.SEND_MESSAGES)),
                new TrialWorld("The channel is hidden from the bot", denied(Permission.VIEW_CHANNEL)),
                new TrialWorld("Discord answers with pages of HTML for a while", TrialWorld::refuseForAWhile));
    }

    /** What a host is told by trying in this world: Discord's message object, with the channel by its name. */
    public String told() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.oneNight());
            evening.windTo("2026-01-09T12:00:00Z");
            StageMessage doctor = evening.host()
                    .slash(evening.server().channel("lobby"), "doctor")
                    .message();
            fault.accept(evening);
            evening.settle();
            StageReply reply = evening.host().press(doctor, doctor.button("try:"));
            evening.settle();
            return reply.message()
                    .json()
                    .toString()
                    .replace("<#" + evening.channel().id() + ">", "#ballroom");
        }
    }

    private static Consumer<Evening> denied(Permission permission) {
        return evening -> evening.server().bot().deny(evening.channel(), permission);
    }

    private static void silence(Evening evening) {
        StageRole fans = evening.server().role("Ballroom");
        evening.server().setMentionable(fans, false);
        evening.settle();
        evening.host().slash(evening.channel(), "season settings", Map.of("mention-role", fans));
    }

    private static void forgetAnEmoji(Evening evening) {
        evening.server().emoji.forget("🇦");
    }

    private static void refuseForAWhile(Evening evening) {
        evening.stage().faults().failNext(LASTING, EDIT, Fault.page(403));
    }
}
