package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.DirectReminders;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /remind}: a direct message before the lock for fans who want one and have not picked; for all seasons of one server. Whoever left
 * that server can stop it in their direct messages. */
public final class RemindCommand implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(RemindCommand.class);

    private final DirectReminders reminders;

    public RemindCommand(DirectReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("remind", "A direct message before the lock, if you have not picked")
                .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                .addSubcommands(
                        new SubcommandData("on", "Remind me by direct message"),
                        new SubcommandData("off", "Do not remind me any more"),
                        new SubcommandData("status", "Whether I am reminded")));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("remind on", Route.Mode.ANSWER_PRIVATE, this::on),
                Route.command("remind off", Route.Mode.ANSWER_PRIVATE, this::off),
                Route.command("remind status", Route.Mode.ANSWER_PRIVATE, this::status));
    }

    /** Only a message that arrives shows that the door is open, so the first one is sent before anything is kept. */
    private Reply on(Request request) {
        if (request.isDirect()) {
            throw new Rejection("remind.inServer");
        }
        boolean already = reminders.isOn(request.server(), request.user());
        if (!already) {
            reminders.turnOn(request.voter(), greet(request));
        }
        return told(request, already ? "remind.already" : "remind.on");
    }

    private Reply off(Request request) {
        boolean was = request.isDirect()
                ? reminders.offEverywhere(request.user())
                : reminders.off(request.server(), request.user());
        return told(request, was ? "remind.off" : "remind.wasOff");
    }

    private Reply status(Request request) {
        if (request.isDirect()) {
            int servers = reminders.servers(request.user()).size();
            return servers == 0 ? told(request, "remind.isOff") : told(request, "remind.isOnIn", servers);
        }
        return told(request, reminders.isOn(request.server(), request.user()) ? "remind.isOn" : "remind.isOff");
    }

    /** Greets a fan in their direct messages, and returns the channel of those. Waits for Discord's answers. */
    private static long greet(Request request) {
        try {
            Message greeting = request.member()
                    .getUser()
                    .openPrivateChannel()
                    .flatMap(channel -> channel.sendMessage(greeting(request)))
                    .complete();
            return greeting.getChannelIdLong();
        } catch (ErrorResponseException refused) {
            if (refused.getErrorResponse() == ErrorResponse.CANNOT_SEND_TO_USER
                    || refused.getErrorResponse() == ErrorResponse.NO_MUTUAL_GUILDS) {
                throw new Rejection("remind.closed");
            }
            if (refused.getErrorResponse() == ErrorResponse.INVALID_FORM_BODY) {
                throw refused;
            }
            LOG.warn("Discord takes no direct message for now: {}", refused.getMessage());
            throw new Rejection("remind.notNow");
        }
    }

    private static MessageCreateData greeting(Request request) {
        String server = Markdown.escape(request.guild().getName());
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(Panels.notice(Sign.REMINDER, request.words().text("remind.greeting", server)))
                .setAllowedMentions(List.of())
                .build();
    }

    private static Reply told(Request request, String key, Object... args) {
        return Reply.of(Panels.notice(Sign.REMINDER, request.words().text(key, args)));
    }
}
