package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContestantCommandTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T12:00:00Z"));

    private final Hosting host = new Hosting(evening);

    @Test
    void aContestantIsAddedWithAnIdOfTheirName() {
        host.season();
        assertThat(host.told("contestant add", Map.of("name", "Zoë O'Hara", "partner", "Al", "emoji", "💃")))
                .contains("Zoë O'Hara & Al");

        assertThat(host.choices("contestant edit", Map.of("contestant", "zo"), "contestant")
                        .values())
                .containsExactly("zoe-ohara");
        assertThat(host.told("contestant list", Map.of())).contains("Zoë O'Hara & Al");
    }

    @Test
    void namesThatLeaveNoIdOrTheReservedOneGetOneAllTheSame() {
        host.season("None", "מיכל", "Ann", "Ann ב");

        assertThat(host.choices("contestant edit", Map.of(), "contestant").values())
                .containsExactly("none-2", "contestant", "ann", "ann-2");
    }

    @Test
    void severalAreAddedAtOnceAndWhoeverCannotBeToldApartIsNot() {
        host.season();
        assertThat(host.told("contestant add", Map.of("name", "Ada, Ben & Bea, Cleo, Lil' Kim")))
                .contains("4 contestants", "Ben & Bea");
        assertThat(host.told("contestant add", Map.of("name", "Dev, lil’ kim"))).contains("cannot tell", "Lil' Kim");
        assertThat(host.told("contestant edit", Map.of("contestant", "Cleo", "name", "ADA")))
                .contains("cannot tell", "Ada");
        assertThat(host.told("contestant add", Map.of("name", "Davis, Jr."))).contains("Davis, Jr.** is in");
        assertThat(host.told("contestant list", Map.of())).doesNotContain("Dev");
    }

    @Test
    void aContestantIsFoundByWhatPeopleType() {
        host.season("Hélio Castroneves", "Mýa", "Lil' Kim", "Kim Lee");
        for (String typed : List.of("Lil’ Kim", "helio", "MYA", "Castroneves")) {
            assertThat(host.told("contestant edit", Map.of("contestant", typed, "partner", "none")))
                    .contains("Changed");
        }
        assertThat(host.choices("contestant edit", Map.of("contestant", "helio"), "contestant")
                        .values())
                .containsExactly("helio-castroneves");
        assertThat(host.told("contestant edit", Map.of("contestant", "kim", "partner", "none")))
                .contains("Lil' Kim", "Kim Lee", "Write more of the name");
        assertThat(host.told("contestant edit", Map.of("contestant", "Castronevez", "partner", "none")))
                .contains("Hélio Castroneves");
    }

    @Test
    void aNameIsShownAsTypedAndDoesNothing() {
        host.season();
        String told = host.told("contestant add", Map.of("name", "@everyone **[x](http://x.example)** <@1>"));

        assertThat(told).contains("\\@everyone \\*\\*\\[x\\]\\(http\\://x.example\\)\\*\\* \\<\\@1\\>");
        assertThat(host.told("contestant add", Map.of("name", "מיכל\u202E"))).contains("\u2068מיכל\u2069");
    }

    @Test
    void aNameMayHaveSixtyCharactersAndNoMore() {
        host.season();
        assertThat(host.told("contestant add", Map.of("name", "x".repeat(60)))).contains("is in");
        assertThat(host.told("contestant add", Map.of("name", "x".repeat(61)))).contains("60 characters", "61");
        assertThatThrownBy(() -> host.told("contestant edit", Map.of("contestant", "x", "name", "x".repeat(61))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(host.told("contestant add", Map.of("name", "a".repeat(60), "partner", "b".repeat(37))))
                .contains("is in");
        assertThat(host.told("contestant add", Map.of("name", "a".repeat(60), "partner", "b".repeat(38))))
                .contains("longer than 100 characters");
        assertThat(host.told("contestant add", Map.of("name", "\u202E\u200B"))).contains("This is empty");
        assertThat(host.told("contestant add", Map.of("name", "a\u0007b"))).contains("cannot be shown");
    }

    @Test
    void anEmojiIsOneAndNoLetterAndNobodyElses() {
        host.season();
        assertThat(host.told("contestant add", Map.of("name", "Ann", "emoji", "❤️")))
                .contains("is in");
        assertThat(host.told("contestant add", Map.of("name", "Bob", "emoji", "❤")))
                .contains("already stands for");
        assertThat(host.told("contestant add", Map.of("name", "Bob", "emoji", "🇦")))
                .contains("single letters");
        assertThat(host.told("contestant add", Map.of("name", "Bob", "emoji", "bob")))
                .contains("not one emoji");
        assertThat(host.told("contestant list", Map.of())).doesNotContain("Bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"★", "→", "✓", "♪", "♬", "♞", "①", "∞", "⌘", "🐶🏽", "🫩"})
    void aSignThatDiscordHasNoEmojiForIsRefused(String sign) {
        host.season("Ann");
        assertThat(host.told("contestant edit", Map.of("contestant", "ann", "emoji", sign)))
                .contains(sign, "nothing was changed");
        assertThat(host.told("contestant add", Map.of("name", "Bob", "emoji", sign)))
                .contains(sign, "nothing was changed");
        assertThat(host.told("contestant list", Map.of())).doesNotContain("Bob");
    }

    @Test
    void aServersOwnEmojiIsTakenHereAloneAndWhileItIsThere() {
        host.season("Ann");
        String disco = evening.server().emoji.add("disco", true);
        String foreign = evening.stage().server("Elsewhere").emoji.add("glitter", false);
        assertThat(host.told("contestant edit", Map.of("contestant", "ann", "emoji", foreign)))
                .contains("glitter", "not one of this server");
        assertThat(host.told("contestant edit", Map.of("contestant", "ann", "emoji", disco.replace("<a:", "<:"))))
                .contains("Changed");
        evening.server().emoji.delete(disco);
        assertThat(host.told("contestant add", Map.of("name", "Bob", "emoji", disco.replace("disco", "other"))))
                .contains("not one of this server");
    }

    @Test
    void anEmojiStandsForOneContestantWhateverItsSkinTone() {
        host.season("Ann", "Bob");
        assertThat(host.told("contestant edit", Map.of("contestant", "ann", "emoji", "🕺🏽")))
                .contains("Changed");
        for (String alike : List.of("🕺", "🕺🏿", "🕺🏽")) {
            assertThat(host.told("contestant edit", Map.of("contestant", "bob", "emoji", alike)))
                    .contains("already stands for");
        }
        host.told("episode add", Map.of("airs", "2026-01-10 20:00", "asks", "elimination"));
        evening.windTo("2026-01-10T09:00:00Z");
        evening.fan("Fay").react(evening.message(evening.card(1, "elimination")), "🕺🏿");
        evening.settle();
        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
    }

    @Test
    void anEmojiIsKeptAsDiscordSpellsIt() {
        host.season("Ann");
        host.told("contestant edit", Map.of("contestant", "ann", "emoji", "❤"));
        host.told("episode add", Map.of("airs", "2026-01-10 20:00", "asks", "elimination"));
        evening.windTo("2026-01-10T09:00:00Z");
        assertThat(evening.card(1, "elimination").emoji()).containsEntry("ann", "❤️");
    }

    @Test
    void twentyFourCanBeInAtOnce() {
        host.season();
        for (int i = 1; i <= 24; i++) {
            host.told("contestant add", Map.of("name", "Dancer " + i));
        }
        assertThat(host.told("contestant add", Map.of("name", "One more"))).contains("2 to 24", "there are 25");

        host.told("episode add", Map.of("airs", "2026-01-02 20:00", "asks", "nothing"));
        host.press(host.message("contestant withdraw", Map.of("contestant", "dancer-7")), "contestant-withdraw:");
        evening.windTo("2026-01-02T23:00:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("none")));
        assertThat(host.told("contestant add", Map.of("name", "One more"))).contains("One more** is in");
        assertThat(host.told("contestant return", Map.of("contestant", "dancer-7")))
                .contains("there are 25");
    }

    @Test
    void whatIsEditedFollowsOnTheOpenCard() {
        opened();
        assertThat(host.told("contestant edit", Map.of("contestant", "ann", "name", "Anna", "partner", "Al")))
                .contains("Anna & Al");

        assertThat(evening.message(evening.card(1, "elimination")).text()).contains("Anna & Al");
        assertThat(host.told("contestant edit", Map.of("contestant", "ann", "partner", "none")))
                .contains("**Anna**");
    }

    @Test
    void whoeverNobodyCouldPickYetIsRemovedAndNobodyElse() {
        host.season("Ann", "Bob", "Cyd", "Dee");
        assertThat(host.told("contestant remove", Map.of("contestant", "dee")))
                .contains("**Dee** is removed", "3 contestants");
        assertThat(host.told("contestant list", Map.of())).doesNotContain("Dee");
        host.episode("2026-01-10 20:00");
        evening.windTo("2026-01-09T12:00:00Z");
        assertThat(host.told("contestant remove", Map.of("contestant", "ann"))).contains("could pick Ann already");
        assertThat(host.told("contestant list", Map.of())).contains("Ann");
    }

    @Test
    void aNewcomerCanBePickedOnTheOpenCard() {
        opened();
        host.told("contestant add", Map.of("name", "Dee", "emoji", "💃"));
        CardReport card = evening.card(1, "elimination");
        assertThat(evening.message(card).reactions()).containsKey("💃");
        evening.react(evening.fan("fan"), card, "dee");
        evening.settle();

        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("dee", 1));
    }

    @Test
    void aWithdrawalSaysHowManyPicksItVoidsAndVoidsThemUntilTheReturn() {
        opened();
        StageUser onAnn = evening.fan("on-ann");
        evening.react(onAnn, evening.card(1, "elimination"), "ann");
        evening.react(onAnn, evening.card(1, "top_score"), "ann");
        evening.react(evening.fan("on-bob"), evening.card(1, "elimination"), "bob");
        evening.settle();

        StageMessage ask = host.message("contestant withdraw", Map.of("contestant", "ann"));
        assertThat(ask.text()).contains("2 picks are void");
        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1, "bob", 1));
        assertThat(host.press(ask, "contestant-withdraw:")).contains("Ann** has withdrawn");

        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", 1));
        assertThat(evening.card(1, "elimination").emoji()).doesNotContainKey("ann");
        assertThat(evening.posts()).anyMatch(post -> post.contains("The cast has changed") && post.contains("Ann"));
        assertThat(host.told("contestant list", Map.of())).contains("~~Ann~~ · withdrew");

        assertThat(host.told("contestant return", Map.of("contestant", "ann"))).contains("is back");
        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1, "bob", 1));
        assertThat(evening.card(1, "elimination").emoji()).containsKey("ann");
    }

    @Test
    void aWithdrawalIsAskedForAgainWhereMorePicksAreAtStakeByNow() {
        opened();
        StageMessage ask = host.message("contestant withdraw", Map.of("contestant", "ann"));
        assertThat(ask.text()).contains("no pick is void");
        evening.react(evening.fan("fan"), evening.card(1, "elimination"), "ann");
        evening.settle();

        assertThat(host.press(ask, "contestant-withdraw:")).contains("one pick is void");
        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
    }

    @Test
    void onSecretPollsAWithdrawalTellsNoFigureAndTakesNothingOffTheTotal() {
        host.season("Ann", "Bob", "Cyd");
        host.told("season settings", Map.of("secret", true));
        host.episode("2026-01-10 20:00");
        evening.windTo("2026-01-09T12:00:00Z");
        long poll = evening.card(1, "elimination").poll();
        for (String fan : List.of("one", "two")) {
            StageUser picking = evening.fan(fan);
            StageMessage menu = picking.slash(evening.channel(), "pick").message();
            picking.choose(menu, "pick:" + poll + ":all", List.of("ann")).await();
        }
        evening.settle();

        StageMessage ask = host.message("contestant withdraw", Map.of("contestant", "ann"));
        assertThat(ask.text()).contains("no pick is void", "stays secret");
        assertThat(host.press(ask, "contestant-withdraw:")).contains("Ann** has withdrawn");

        assertThat(evening.message(evening.card(1, "elimination")).text()).contains("2 picks so far");
    }

    @Test
    void theWithdrawalStandsInTheResultFormAndTheResultIsNoCorrection() {
        opened();
        host.press(host.message("contestant withdraw", Map.of("contestant", "ann")), "contestant-withdraw:");
        evening.windTo("2026-01-10T22:30:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("bob"), "marks", "none"));

        assertThat(evening.posts().get(evening.posts().size() - 1)).doesNotContain("Corrected");
        assertThat(host.told("contestant list", Map.of())).contains("~~Ann~~ · withdrew", "~~Bob~~ · eliminated");
    }

    @Test
    void whoIsOutCannotWithdrawAndWhoDidNotWithdrawCannotReturn() {
        opened();
        evening.windTo("2026-01-10T22:30:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("bob"), "marks", "none"));

        assertThat(host.told("contestant withdraw", Map.of("contestant", "bob")))
                .contains("is out already");
        assertThat(host.told("contestant withdraw", Map.of("contestant", "ann")))
                .contains("no episode without");
        assertThat(host.told("contestant return", Map.of("contestant", "bob"))).contains("has not withdrawn");
        assertThat(host.told("contestant edit", Map.of("contestant", "zed", "name", "Z")))
                .contains("no contestant");
    }

    @Test
    void onlyHostsConfirmAWithdrawal() {
        opened();
        StageMessage ask = host.message("contestant withdraw", Map.of("contestant", "ann"));
        evening.host().take(evening.server().role("May [MANAGE_EVENTS]"));

        assertThat(host.press(ask, "contestant-withdraw:")).contains("Only hosts");
        assertThat(evening.card(1, "elimination").emoji()).containsKey("ann");
    }

    private void opened() {
        host.season("Ann", "Bob", "Cyd");
        host.episode("2026-01-10 20:00");
        evening.windTo("2026-01-09T12:00:00Z");
    }
}
