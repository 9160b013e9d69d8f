package io.github.mirrorball.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.play.Evening;
import io.github.mirrorball.stage.world.DiscordDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The command tree: what Discord demands of it, and the page that lists it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsDocumentedTest {

    private static final Path PAGE = Path.of("docs", "commands.md");
    private static final String NAME = "[-_\\p{Ll}\\p{Lo}\\p{N}]{1,32}";

    private Evening evening;
    private List<CommandData> definitions;

    @BeforeAll
    void start() {
        evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        definitions = evening.bot().commands();
    }

    @AfterAll
    void end() {
        evening.close();
    }

    @Test
    void thePageListsTheCommandsAsTheyAre() throws IOException {
        String wanted = CommandsPage.of(definitions);
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, wanted);
        }

        assertThat(PAGE)
                .as("write it anew: mvn test -Dtest=CommandsDocumentedTest -Ddocs.write=true")
                .hasContent(wanted);
    }

    @Test
    void everythingThatIsDefinedIsPublishedAndDiscordsDocumentAllowsIt() {
        DiscordDocument.orSkip();

        assertThat(evening.stage().commands())
                .hasSameSizeAs(definitions)
                .extracting(command -> command.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        definitions.stream().map(CommandData::getName).toList());
        assertThat(evening.stage().requestCounts())
                .anySatisfy(
                        (route, count) -> assertThat(route).startsWith("PUT").contains("commands"));
        assertThat(evening.stage().violations()).isEmpty();
    }

    @Test
    void namesAreSmallAndShortAndDescriptionsAreThere() {
        List<String> names = Stream.of(
                        slashes().map(SlashCommandData::getName),
                        groups().map(SubcommandGroupData::getName),
                        subcommands().map(SubcommandData::getName),
                        parameters().flatMap(List::stream).map(OptionData::getName))
                .flatMap(each -> each)
                .toList();
        List<String> descriptions = Stream.of(
                        slashes().map(SlashCommandData::getDescription),
                        groups().map(SubcommandGroupData::getDescription),
                        subcommands().map(SubcommandData::getDescription),
                        parameters().flatMap(List::stream).map(OptionData::getDescription))
                .flatMap(each -> each)
                .toList();

        assertThat(names).isNotEmpty().allMatch(name -> name.matches(NAME));
        assertThat(descriptions).isNotEmpty().allMatch(text -> !text.isBlank() && text.length() <= 100);
    }

    @Test
    void everyWholeNumberSaysItsRange() {
        assertThat(parameters().flatMap(List::stream))
                .filteredOn(option -> option.getType() == OptionType.INTEGER)
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.getMinValue())
                        .as(option.getName())
                        .isNotNull()
                        .satisfies(least -> assertThat(option.getMaxValue()).isNotNull()));
    }

    @Test
    void parametersAreFewAndDistinctAndTheRequiredOnesComeFirst() {
        assertThat(parameters()).isNotEmpty().allSatisfy(options -> {
            assertThat(options).hasSizeLessThanOrEqualTo(25);
            assertThat(options).extracting(OptionData::getName).doesNotHaveDuplicates();
            assertThat(options.stream().dropWhile(OptionData::isRequired)).noneMatch(OptionData::isRequired);
        });
    }

    @Test
    void noTwoCommandsHaveOneName() {
        assertThat(definitions)
                .extracting(command -> command.getType() + " " + command.getName())
                .doesNotHaveDuplicates();
        assertThat(slashes()).allSatisfy(command -> {
            assertThat(command.getSubcommands()).hasSizeLessThanOrEqualTo(25);
            assertThat(Stream.concat(
                            command.getSubcommands().stream().map(SubcommandData::getName),
                            command.getSubcommandGroups().stream().map(SubcommandGroupData::getName)))
                    .doesNotHaveDuplicates();
        });
    }

    private Stream<SlashCommandData> slashes() {
        return definitions.stream()
                .filter(command -> command.getType() == Command.Type.SLASH)
                .filter(SlashCommandData.class::isInstance)
                .map(SlashCommandData.class::cast);
    }

    private Stream<SubcommandGroupData> groups() {
        return slashes().flatMap(command -> command.getSubcommandGroups().stream());
    }

    private Stream<SubcommandData> subcommands() {
        return Stream.concat(
                slashes().flatMap(command -> command.getSubcommands().stream()),
                groups().flatMap(group -> group.getSubcommands().stream()));
    }

    /** The parameters of each command that has any. */
    private Stream<List<OptionData>> parameters() {
        return Stream.concat(
                        slashes().map(SlashCommandData::getOptions),
                        subcommands().map(SubcommandData::getOptions))
                .filter(options -> !options.isEmpty());
    }
}
