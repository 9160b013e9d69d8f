package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Emoji that Discord does not know, or not any more: whoever has one gets a letter, and nobody else notices. */
class UnknownEmojiTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final Hosting host = new Hosting(evening);
    private final StageUser fan = evening.fan("Fay");

    private String season(String emoji) {
        String with = "\"name\": \"Ann\", \"emoji\": \"" + emoji + "\"";
        return SmallSeasons.oneNight().replace("\"name\": \"Ann\"", with);
    }

    private String reaction(String outcome) {
        return evening.card(1, "elimination").emoji().get(outcome);
    }

    private StageMessage card() {
        return evening.message(evening.card(1, "elimination"));
    }

    @Test
    void aDeletedEmojiOfTheServersGivesWayToALetterOnItsCard() {
        String disco = evening.server().emoji.add("disco", false);
        evening.importSeason(season(disco));
        evening.server().emoji.delete(disco);
        evening.windTo("2026-01-10T09:00:00Z");

        assertThat(card().reactions()).as("Ann, Bob, Cyd, Dee and nobody").hasSize(5);
        assertThat(card().text()).doesNotContain(disco).contains(reaction("ann") + " Ann");
        evening.react(fan, evening.card(1, "elimination"), "ann");
        evening.settle();
        assertThat(evening.poll(1, "elimination").picks()).containsEntry("ann", 1);
    }

    @Test
    void anEmojiThatIsDeletedWhileItsPollIsOpenGivesWayToALetterInTheMenu() {
        String disco = evening.server().emoji.add("disco", true);
        evening.importSeason(season(disco));
        evening.windTo("2026-01-10T09:00:00Z");
        evening.server().emoji.delete(disco);

        StageMessage menus = fan.slash(evening.channel(), "pick").message();
        String menu = menus.select("pick:" + evening.card(1, "elimination").poll());
        fan.choose(menus, menu, List.of("ann")).message();
        evening.settle();

        assertThat(evening.poll(1, "elimination").picks()).containsEntry("ann", 1);
        assertThat(reaction("ann")).isNotEqualTo(disco);
        assertThat(card().text()).contains(reaction("ann") + " Ann");
        assertThat(card().reactions()).containsKey(reaction("ann"));
    }

    @Test
    void aFileWithASignThatIsNoEmojiIsTakenAndItsLetterIsToldAndShown() {
        assertThat(evening.importSeason(season("★"))).contains("★", "Ann", "letter");
        evening.windTo("2026-01-10T09:00:00Z");

        assertThat(reaction("ann")).isEqualTo("🇦");
        assertThat(card().reactions()).hasSize(5);
        assertThat(fan.slash(evening.channel(), "pick").message().components()).isNotEmpty();
    }

    @Test
    void aFileWithAnotherServersEmojiIsTakenAndItsLetterIsToldAndShown() {
        String foreign = evening.stage().server("Elsewhere").emoji.add("disco", false);
        assertThat(evening.importSeason(season(foreign))).contains("disco", "Ann", "letter");
        evening.windTo("2026-01-10T09:00:00Z");

        assertThat(reaction("ann")).isEqualTo("🇪");
        assertThat(card().reactions()).hasSize(5).containsKey("🇪");
    }

    @Test
    void whatTheListHasAndDiscordHasNotGivesWayToALetterToo() {
        evening.server().emoji.forget("🫎");
        evening.importSeason(season("🫎"));
        evening.windTo("2026-01-10T09:00:00Z");

        assertThat(reaction("ann")).isEqualTo("🇪");
        assertThat(host.told("doctor", Map.of())).contains("Ann", "🫎", "letter");
    }

    @Test
    void buttonsWithSignsThatDiscordDoesNotTakeArePostedWithoutThem() {
        Stream.of(Sign.values()).map(Sign::toString).forEach(evening.server().emoji::forget);
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-10T23:00:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", "none"));

        assertThat(evening.posts())
                .anyMatch(post -> post.contains("Picks lock soon"))
                .anyMatch(post -> post.contains("The result of Episode 1"));
        assertThat(evening.channel().messages())
                .flatExtracting(StageMessage::components)
                .filteredOn(component -> component.has("custom_id"))
                .hasSizeGreaterThan(3)
                .noneMatch(button -> button.hasNonNull("emoji"));
    }

    @Test
    void theHostIsToldWhichAndMendsTheOpenCard() {
        String disco = evening.server().emoji.add("disco", false);
        evening.importSeason(season(disco));
        evening.windTo("2026-01-10T09:00:00Z");
        assertThat(host.told("doctor", Map.of())).doesNotContain("letter");
        evening.react(fan, evening.card(1, "elimination"), "ann");
        evening.server().emoji.delete(disco);
        assertThat(host.told("doctor", Map.of())).contains("Ann", "disco", "letter", "/contestant edit");

        assertThat(host.told("contestant edit", Map.of("contestant", "ann", "emoji", "💃")))
                .contains("Changed");
        assertThat(reaction("ann")).isEqualTo("💃");
        assertThat(card().text()).contains("💃 Ann");
        assertThat(card().reactions().get("💃")).hasSize(1);
        assertThat(host.told("doctor", Map.of())).doesNotContain("letter");
        assertThat(evening.poll(1, "elimination").picks())
                .as("reacted before the change")
                .containsEntry("ann", 1);

        evening.restart();
        assertThat(evening.poll(1, "elimination").picks())
                .as("read again after the change")
                .containsEntry("ann", 1);
        fan.unreact(card(), disco);
        evening.settle();
        assertThat(evening.poll(1, "elimination").picks()).doesNotContainEntry("ann", 1);
    }

    @Test
    void anEmojiThatIsChangedOnAnOpenCardTakesItsLetterAway() {
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-10T09:00:00Z");
        evening.react(fan, evening.card(1, "elimination"), "ann");
        evening.react(evening.fan("Gus"), evening.card(1, "elimination"), "bob");
        host.told("contestant edit", Map.of("contestant", "ann", "emoji", "💃"));
        host.told("contestant edit", Map.of("contestant", "bob", "emoji", "🕺"));

        assertThat(card().reactions().get("🇦")).as("the fan's stays").containsExactly(fan.id());
        fan.react(card(), "🕺");
        evening.settle();
        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", 2));
        assertThat(card().reactions().keySet())
                .as("the older one goes, by whichever emoji it was given")
                .doesNotContain("🇦");

        host.told("contestant edit", Map.of("contestant", "ann", "emoji", "none"));
        assertThat(reaction("ann")).isEqualTo("🇦");
    }

    @Test
    void tenThatDiscordRefusesAreTenLettersOnTheCardAndInTheMenu() {
        List<String> own = IntStream.range(0, 10)
                .mapToObj(number -> evening.server().emoji.add("disco_" + number, false))
                .toList();
        evening.importSeason(tenWith(own));
        own.subList(0, 5).forEach(evening.server().emoji::delete);
        evening.windTo("2026-01-10T09:00:00Z");
        assertThat(card().reactions())
                .hasSize(11)
                .doesNotContainKeys("disco_0", "disco_4")
                .containsKey("disco_5");

        own.subList(5, 10).forEach(evening.server().emoji::delete);
        StageMessage menus = fan.slash(evening.channel(), "pick").message();
        evening.settle();
        String menu = menus.select("pick:" + evening.card(1, "elimination").poll());
        assertThat(menus.components().stream()
                        .filter(each -> each.path("custom_id").asText().equals(menu))
                        .flatMap(each -> each.path("options").findValuesAsText("name").stream()))
                .as("a letter for each of the ten, and for nobody")
                .hasSize(11)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.codePointAt(0) >= 0x1F1E6);
        assertThat(evening.card(1, "elimination").emoji().values()).doesNotContainAnyElementsOf(own);
    }

    @Test
    void aFileWithTenOfThemIsTakenWithTheLettersAndStaysTheSame() {
        List<String> signs = List.of("★", "→", "✓", "♪", "♬", "♞", "①", "∞", "⌘", "🫩");
        String file = tenWith(signs);
        assertThat(evening.importSeason(file)).contains(signs).contains("Dancer 0", "Dancer 9");
        evening.windTo("2026-01-10T09:00:00Z");
        assertThat(card().reactions()).hasSize(11).doesNotContainKeys("★", "🫩");
        assertThat(host.told("doctor", Map.of())).contains(signs);

        byte[] exported = host.message("season export", Map.of())
                .file("small-season.json")
                .orElseThrow();
        assertThat(SeasonFile.read(exported)).isEqualTo(SeasonFile.read(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static String tenWith(List<String> emoji) {
        String cast = IntStream.range(0, 10)
                .mapToObj(number -> "{\"id\": \"dancer-%d\", \"name\": \"Dancer %d\", \"emoji\": \"%s\"}"
                        .formatted(number, number, emoji.get(number)))
                .collect(Collectors.joining(", ", "\"contestants\": [", "]"));
        return SmallSeasons.oneNight().replaceAll("(?s)\"contestants\": \\[.*?]", cast);
    }
}
