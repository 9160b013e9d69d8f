package io.github.mirrorball.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * The floor: a bot of a few lines that answers every pick at once, with a menu as large as Mirrorball's that it built beforehand, and keeps
 * nothing.
 */
final class BareBot extends ListenerAdapter {

    private static final int OUTCOMES = 14;

    private final MessageEditData menu =
            new MessageEditBuilder().useComponentsV2().setComponents(panel()).build();

    private BareBot() {}

    /** @param args the addresses of REST and gateway, and the token */
    public static void main(String[] args) throws IOException, InterruptedException {
        JDA jda = JDABuilder.createLight(args[2], GatewayIntent.GUILD_MESSAGE_REACTIONS)
                .setRestConfig(new RestConfig().setBaseUrl(args[0]))
                .setCompression(Compression.NONE)
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return args[1];
                    }
                })
                .addEventListeners(new BareBot())
                .build()
                .awaitReady();
        jda.updateCommands().addCommands(Commands.slash("pick", "Pick")).complete();
        Questions.answer(question -> "");
        jda.shutdownNow();
        System.exit(0);
    }

    private static Container panel() {
        List<SelectOption> options = IntStream.range(0, OUTCOMES)
                .mapToObj(i -> SelectOption.of("Somebody Who Dances & A Partner " + i, "somebody-who-dances-" + i)
                        .withEmoji(Emoji.fromUnicode(Character.toString(0x1F1E6 + i))))
                .toList();
        return Container.of(
                TextDisplay.of("Your pick is in: Somebody Who Dances & A Partner."),
                TextDisplay.of("**Who leaves?** · Episode 1 · A Night\nYour pick: Somebody Who Dances & A Partner"
                        + " · locks <t:1800000000:R>"),
                ActionRow.of(StringSelectMenu.create("pick:1:one")
                        .setPlaceholder("Choose")
                        .addOptions(options)
                        .build()),
                ActionRow.of(Button.secondary("pick-back:1:one", "Take my pick back")));
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        event.replyComponents(panel()).useComponentsV2().setEphemeral(true).queue();
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        event.editMessage(menu).queue();
    }
}
