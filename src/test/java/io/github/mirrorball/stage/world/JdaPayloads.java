package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.checkbox.Checkbox;
import net.dv8tion.jda.api.components.checkboxgroup.CheckboxGroup;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.radiogroup.RadioGroup;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.components.thumbnail.Thumbnail;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.data.SerializableData;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;

/** What the bot sends, built by JDA's own builders and told as JSON, so that a test sees JDA's real habits. */
final class JdaPayloads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JdaPayloads() {}

    /** A poll's card as it is created: every kind of component that a card has, a picture, a role to ping. */
    static ObjectNode card() {
        try (var message = new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(cardContent())
                .setAllowedMentions(EnumSet.of(MentionType.USER))
                .mentionRoles("1234567890123456789")
                .setSuppressedNotifications(true)
                .addFiles(FileUpload.fromData(new byte[] {1}, "chart.png").setDescription("The standings"))
                .build()) {
            ObjectNode json = json(message);
            return json.put("enforce_nonce", true).put("nonce", "mb:12345");
        }
    }

    static ObjectNode cardEdit() {
        try (var message = new MessageEditBuilder()
                .useComponentsV2()
                .setComponents(cardContent())
                .setAllowedMentions(List.of())
                .setReplace(true)
                .build()) {
            return json(message);
        }
    }

    static ObjectNode plainText() {
        try (var message = new MessageCreateBuilder()
                .setContent("Locked.")
                .setComponents(ActionRow.of(EntitySelectMenu.create("fan", EntitySelectMenu.SelectTarget.USER)
                        .build()))
                .build()) {
            return json(message);
        }
    }

    private static MessageTopLevelComponent cardContent() {
        return Container.of(
                        Section.of(
                                Thumbnail.fromUrl("https://example.org/ball.png"),
                                TextDisplay.of("# Who leaves?"),
                                TextDisplay.of("Locks <t:1727222400:R>")),
                        Section.of(Button.link("https://example.org", "Help"), TextDisplay.of("Need a hand?")),
                        Separator.createDivider(Separator.Spacing.LARGE),
                        MediaGallery.of(MediaGalleryItem.fromUrl("attachment://chart.png")
                                .withDescription("A chart")),
                        ActionRow.of(menu(25)),
                        ActionRow.of(
                                Button.primary("pick:7:anna", "Anna").withEmoji(Emoji.fromUnicode("💃")),
                                Button.danger("pick:7:none", Emoji.fromCustom("ball", 1234567890123456789L, true)),
                                Button.secondary("me", "My picks").asDisabled()))
                .withUniqueId(4711)
                .withAccentColor(0xC0C0C0)
                .withSpoiler(true);
    }

    static StringSelectMenu menu(int entries) {
        List<SelectOption> options = IntStream.range(0, entries)
                .mapToObj(i -> SelectOption.of("Couple " + i, "c" + i)
                        .withDescription("in")
                        .withDefault(i == 0)
                        .withEmoji(Emoji.fromUnicode("🪩")))
                .toList();
        return StringSelectMenu.create("pick:7")
                .setPlaceholder("Your pick")
                .addOptions(options)
                .build();
    }

    static ObjectNode form() {
        return json(Modal.create("result:3", "Results of episode 3")
                .addComponents(
                        TextDisplay.of("Leave empty what you do not know yet."),
                        Label.of("Who left?", "None: no one", menu(5)),
                        Label.of(
                                "Marks",
                                "A line each",
                                TextInput.create("marks", TextInputStyle.PARAGRAPH)
                                        .setRequired(false)
                                        .setPlaceholder("Anna 8 9 8.5")
                                        .setValue("Anna 8")
                                        .build()),
                        Label.of("No marks tonight", Checkbox.of("no-marks")),
                        Label.of(
                                "Host role",
                                EntitySelectMenu.create("role", EntitySelectMenu.SelectTarget.ROLE)
                                        .setRequired(false)
                                        .build()))
                .build());
    }

    /** The kinds of component that {@link #form} has no room for. */
    static ObjectNode formOfGroups() {
        return json(Modal.create("settings:3", "Settings")
                .addComponents(
                        Label.of(
                                "Ballot",
                                RadioGroup.create("ballot")
                                        .addOption("Open", "open", "Reactions show")
                                        .addOption("Secret", "secret")
                                        .build()),
                        Label.of(
                                "Asks",
                                CheckboxGroup.create("asks")
                                        .addOption("Who leaves", "elimination")
                                        .addOption("Top score", "top_score")
                                        .setRequired(false)
                                        .build()),
                        Label.of("Season file", AttachmentUpload.of("file")))
                .build());
    }

    static ArrayNode commands() {
        return Stream.of(
                        Commands.slash("season", "Seasons of this server")
                                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                                .setContexts(InteractionContextType.GUILD)
                                .setNameLocalization(DiscordLocale.GERMAN, "staffel")
                                .setDescriptionLocalization(DiscordLocale.GERMAN, "Staffeln")
                                .addSubcommands(
                                        new SubcommandData("create", "Start a season").addOptions(everyOption()))
                                .addSubcommandGroups(new SubcommandGroupData("bonus", "Extras")
                                        .addSubcommands(new SubcommandData("joker", "Doubles"))),
                        Commands.slash("pick", "Pick"),
                        Commands.message("Enter result").setDefaultPermissions(DefaultMemberPermissions.DISABLED))
                .map(JdaPayloads::json)
                .collect(JSON::createArrayNode, ArrayNode::add, ArrayNode::addAll);
    }

    private static List<OptionData> everyOption() {
        return List.of(
                new OptionData(OptionType.STRING, "title", "Its title", true)
                        .setAutoComplete(true)
                        .setRequiredLength(1, 100),
                new OptionData(OptionType.STRING, "ask", "What").addChoice("Who leaves", "elimination"),
                new OptionData(OptionType.INTEGER, "minutes", "How long").setRequiredRange(1, 600),
                new OptionData(OptionType.NUMBER, "worth", "Points")
                        .setRequiredRange(0.5, 100)
                        .addChoice("ten", 10.0),
                new OptionData(OptionType.CHANNEL, "channel", "Where").setChannelTypes(ChannelType.TEXT),
                new OptionData(OptionType.ROLE, "role", "Who"),
                new OptionData(OptionType.USER, "fan", "Who"),
                new OptionData(OptionType.BOOLEAN, "secret", "Hidden"),
                new OptionData(OptionType.MENTIONABLE, "any", "Any"),
                new OptionData(OptionType.ATTACHMENT, "file", "A season file"));
    }

    /** What an autocomplete callback carries. */
    static ObjectNode choices(String... names) {
        DataArray choices = DataArray.fromCollection(Stream.of(names)
                .map(name -> new Command.Choice(name, name).toData(OptionType.STRING))
                .toList());
        return json(() -> DataObject.empty().put("choices", choices));
    }

    /** A whole interaction callback. */
    static ObjectNode callback(int type, JsonNode data) {
        return JSON.createObjectNode().put("type", type).set("data", data);
    }

    /** A scheduled event, as the bot sends it without JDA's builder. */
    static ObjectNode event() {
        return (ObjectNode) parse("""
                {"name": "Episode 3", "privacy_level": 2, "entity_type": 3, "entity_metadata": {"location": "On air"},
                 "scheduled_start_time": "2024-09-24T20:00:00Z", "scheduled_end_time": "2024-09-24T22:00:00Z"}
                """);
    }

    static ObjectNode json(SerializableData data) {
        return (ObjectNode) parse(data.toData().toString());
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
