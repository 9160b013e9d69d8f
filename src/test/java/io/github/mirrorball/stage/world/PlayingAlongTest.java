package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways in which fans, hosts and the bot meet, once each. */
class PlayingAlongTest {
    private Stage stage;
    private StageServer server;
    private StageChannel ballroom;
    private StageUser ana;
    private StageUser host;
    private RealBot bot;

    @BeforeEach
    void start() throws InterruptedException {
        stage = Stage.start(Scene.inspected());
        server = stage.server("Ballroom");
        ballroom = server.channel("picks");
        ana = server.member("Ana");
        host = server.member("Hana", Set.of(Permission.MANAGE_EVENTS));
        bot = RealBot.on(stage, new Script());
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("help", "Helps"),
                        Commands.slash("season", "Seasons")
                                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(
                                        net.dv8tion.jda.api.Permission.MANAGE_EVENTS))
                                .addSubcommands(new SubcommandData("import", "Imports one")
                                        .addOption(OptionType.ATTACHMENT, "file", "The file", true)
                                        .addOption(OptionType.CHANNEL, "channel", "Where")
                                        .addOption(OptionType.ROLE, "role", "Who")
                                        .addOption(OptionType.USER, "user", "Whom")
                                        .addOption(OptionType.STRING, "zone", "Zone", false, true)),
                        Commands.message("Enter result"))
                .complete();
    }

    @AfterEach
    void stop() {
        bot.close();
        assertThat(stage.violations()).isEmpty();
        stage.close();
    }

    @Test
    void theBotFindsItsServerItsChannelAndItsPermissions() {
        assertThat(bot.seen(GuildReadyEvent.class)).hasSize(1);
        assertThat(bot.channel(ballroom).canTalk()).isTrue();
        assertThat(bot.jda().getSelfUser().getIdLong()).isEqualTo(stage.applicationId());
        assertThat(stage.commands()).hasSize(3);
    }

    @Test
    void aSlashCommandIsAnsweredPrivately() {
        StageMessage reply = ana.slash(ballroom, "help").message();
        assertThat(reply.text()).isEqualTo("Hello Ana");
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(ballroom.messages()).isEmpty();
        assertThat(ana.messages(ballroom)).containsExactly(reply);
        assertThat(host.messages(ballroom)).isEmpty();
    }

    @Test
    void aSlashCommandCarriesFileChannelRoleAndUser() {
        StageRole role = server.role("Hosts");
        StageMessage reply = host.slash(
                        ballroom,
                        "season import",
                        Map.of(
                                "file",
                                        new StageFile(
                                                "season.json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                "channel", ballroom,
                                "role", role,
                                "user", ana))
                .message();
        assertThat(reply.text()).isEqualTo("{} picks Hosts Ana true");
    }

    @Test
    void aParameterIsCompleted() {
        StageChoices choices = host.complete(ballroom, "season import", Map.of("zone", "ber"), "zone")
                .choices();
        assertThat(choices.names()).containsExactly("Europe/ber");
    }

    @Test
    void aButtonOpensAFormWhoseAnswerUpdatesTheMessage() {
        StageMessage card = send(card());
        StageForm form = ana.press(card, card.button("form:")).form();
        assertThat(form.title()).isEqualTo("Result");
        assertThat(form.field("marks").values()).containsExactly("10");
        assertThat(form.field("who").label()).isEqualTo("Who left");

        StageMessage updated = ana.submit(form, Map.of("who", List.of("bo"))).message();

        assertThat(updated).isEqualTo(card);
        assertThat(card.text()).isEqualTo("10 [bo]");
    }

    @Test
    void aMenuIsChosenFromAndADeferredAnswerFollows() {
        StageMessage card = send(card());
        StageMessage reply =
                ana.choose(card, card.select("pick:"), List.of("al")).message();
        assertThat(reply.text()).isEqualTo("You picked al");
        assertThat(reply.isEphemeral()).isTrue();
    }

    @Test
    void aMessagesMenuReachesTheBot() {
        StageMessage card = send(card());
        assertThat(host.menu(card, "Enter result").message().text()).isEqualTo("For " + card.id());
    }

    @Test
    void aPrivateReplyCanBePressedAndUpdated() {
        StageMessage card = send(card());
        StageMessage first = ana.press(card, card.button("private:")).message();
        StageMessage second = ana.press(first, first.button("again:")).message();
        assertThat(second).isEqualTo(first);
        assertThat(first.text()).isEqualTo("Again");
        assertThat(first.isEphemeral()).isTrue();
    }

    @Test
    void reactionsAreSeenWithTheirMember() {
        StageMessage card = send(card());
        ana.react(card, "🇦");
        ana.unreact(card, "🇦");
        List<MessageReactionAddEvent> added = bot.seen(MessageReactionAddEvent.class);
        assertThat(added).hasSize(1);
        assertThat(added.get(0).getMember().getEffectiveName()).isEqualTo("Ana");
        assertThat(added.get(0).getEmoji()).isEqualTo(Emoji.fromUnicode("🇦"));
        assertThat(bot.seen(MessageReactionRemoveEvent.class)).hasSize(1);
    }

    @Test
    void theBotSeedsReactionsAndReadsThem() {
        StageMessage card = send(card());
        bot.channel(ballroom)
                .addReactionById(card.id(), Emoji.fromUnicode("❤️"))
                .complete();
        ana.reactSuper(card, "❤");
        host.react(card, "❤️");
        Message read = bot.channel(ballroom).retrieveMessageById(card.id()).complete();
        assertThat(read.getReactions()).hasSize(1);
        assertThat(read.getReactions().get(0).getCount()).isEqualTo(3);
        assertThat(read.getReactions().get(0).retrieveUsers().complete()).hasSize(2);
    }

    @Test
    void aPictureIsUploadedAndShownInAGallery() {
        MessageCreateData picture = new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(MediaGallery.of(
                        MediaGalleryItem.fromFile(FileUpload.fromData(new byte[] {1, 2, 13, 10, 3}, "standings.png"))
                                .withDescription("Ana leads")))
                .build();
        StageMessage message = send(picture);
        assertThat(message.file("standings.png")).contains(new byte[] {1, 2, 13, 10, 3});
        assertThat(message.json().at("/components/0/items/0/description").asText())
                .isEqualTo("Ana leads");
    }

    @Test
    void aMessageIsEditedAndDeleted() {
        StageMessage card = send(card());
        bot.channel(ballroom)
                .editMessageComponentsById(card.id(), TextDisplay.of("Locked"))
                .useComponentsV2()
                .complete();
        assertThat(card.text()).isEqualTo("Locked");
        bot.channel(ballroom).deleteMessageById(card.id()).complete();
        assertThat(card.isDeleted()).isTrue();
        assertThat(ballroom.messages()).isEmpty();
    }

    private StageMessage send(MessageCreateData data) {
        long id = bot.channel(ballroom).sendMessage(data).complete().getIdLong();
        return ballroom.messages().stream()
                .filter(message -> message.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static MessageCreateData card() {
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(Container.of(
                                TextDisplay.of("Who leaves?"),
                                ActionRow.of(Button.primary("form:1", "Result"), Button.secondary("private:1", "Me")),
                                ActionRow.of(StringSelectMenu.create("pick:1")
                                        .addOption("Al", "al")
                                        .addOption("Bo", "bo")
                                        .build()))
                        .withUniqueId(77))
                .build();
    }

    /** What the bot of these tests answers. */
    private static final class Script extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            if (event.getName().equals("help")) {
                event.reply("Hello " + event.getMember().getEffectiveName())
                        .setEphemeral(true)
                        .queue();
                return;
            }
            String text = event.getOption("file")
                            .getAsAttachment()
                            .getProxy()
                            .download()
                            .thenApply(Script::text)
                            .join()
                    + " " + event.getOption("channel").getAsChannel().getName()
                    + " " + event.getOption("role").getAsRole().getName()
                    + " " + event.getOption("user").getAsMember().getEffectiveName()
                    + " " + event.getMember().hasPermission(net.dv8tion.jda.api.Permission.MANAGE_EVENTS);
            event.reply(text).queue();
        }

        private static String text(java.io.InputStream stream) {
            try (stream) {
                return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            event.replyChoiceStrings("Europe/" + event.getFocusedOption().getValue())
                    .queue();
        }

        @Override
        public void onMessageContextInteraction(MessageContextInteractionEvent event) {
            event.reply("For " + event.getTarget().getId()).setEphemeral(true).queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            switch (event.getComponentId()) {
                case "form:1" -> event.replyModal(form()).queue();
                case "private:1" ->
                    event.reply("First")
                            .setEphemeral(true)
                            .addComponents(ActionRow.of(Button.primary("again:1", "Again")))
                            .queue();
                default -> event.editMessage("Again").queue();
            }
        }

        private static Modal form() {
            TextInput marks = TextInput.create("marks", TextInputStyle.PARAGRAPH)
                    .setValue("10")
                    .build();
            StringSelectMenu who = StringSelectMenu.create("who")
                    .addOption("Al", "al")
                    .addOption("Bo", "bo")
                    .build();
            return Modal.create("result:1", "Result")
                    .addComponents(Label.of("Marks", marks), Label.of("Who left", who))
                    .build();
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            String text = event.getValue("marks").getAsString() + " "
                    + event.getValue("who").getAsStringList();
            event.editComponents(TextDisplay.of(text)).useComponentsV2().queue();
        }

        @Override
        public void onStringSelectInteraction(StringSelectInteractionEvent event) {
            event.deferReply(true)
                    .flatMap(hook ->
                            hook.editOriginal("You picked " + event.getValues().get(0)))
                    .queue();
        }
    }
}
