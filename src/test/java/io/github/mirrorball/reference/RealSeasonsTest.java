package io.github.mirrorball.reference;

import static io.github.mirrorball.reference.SmallSeason.picks;
import static io.github.mirrorball.reference.SmallSeason.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.reference.Outcome.Poll;
import org.junit.jupiter.api.Test;

/** A few facts of past seasons, worked out by hand from their files. */
class RealSeasonsTest {

    @Test
    void season33HasTwoGoneOnOscarsNightAndTiesOnDedicationNightHalloweenAndInTheSemiFinals() {
        Outcome outcome = play("33", picks());

        assertThat(outcome.polls()).hasSize(18).allMatch(Poll::resolved);
        assertThat(outcome.poll(2, "elimination").right()).containsExactly("anna-delvey", "tori-spelling");
        assertThat(outcome.poll(3, "elimination").right()).containsExactly("none");
        assertThat(outcome.poll(1, "top_score").right()).containsExactly("chandler-kinney");
        assertThat(outcome.poll(5, "top_score").right()).containsExactly("danny-amendola", "joey-graziadei");
        assertThat(outcome.poll(7, "top_score").right()).containsExactly("chandler-kinney", "joey-graziadei");
        assertThat(outcome.poll(9, "top_score").right()).containsExactly("chandler-kinney", "joey-graziadei");
        assertThat(outcome.poll(10, "winner").right()).containsExactly("joey-graziadei");
    }

    @Test
    void picksOfSeason33AreCountedOrVoidByWhoWasStillIn() {
        ObjectNode picks = picks(
                "fay 2 elimination anna-delvey",
                "fay 4 elimination anna-delvey",
                "fay 5 top_score joey-graziadei",
                "gil 2 elimination tori-spelling",
                "gil 3 elimination none",
                "gil 10 winner ilona-maher",
                "hal 10 winner joey-graziadei");

        assertThat(rows(play("33", picks))).containsExactly("1 hal 25 1/1", "2 gil 20 2/3", "3 fay 15 2/2");
    }

    @Test
    void season34HasThreeAtTheTopOfTheBirthdayParty() {
        Outcome outcome = play("34", picks());

        assertThat(outcome.polls()).hasSize(21).allMatch(Poll::resolved);
        assertThat(outcome.poll(2, "elimination").right()).containsExactly("baron-davis", "corey-feldman");
        assertThat(outcome.poll(7, "top_score").right()).containsExactly("alix-earle");
        assertThat(outcome.poll(9, "top_score").right())
                .containsExactly("dylan-efron", "robert-irwin", "whitney-leavitt");
        assertThat(outcome.poll(10, "top_score").right()).containsExactly("robert-irwin");
        assertThat(outcome.poll(10, "elimination").right()).containsExactly("whitney-leavitt");
        assertThat(outcome.poll(11, "winner").right()).containsExactly("robert-irwin");
    }

    @Test
    void season5MarksHalfTheCastEachPremiereNight() {
        Outcome outcome = play("05", picks());

        assertThat(outcome.polls()).hasSize(22).allMatch(Poll::resolved);
        assertThat(outcome.poll(1, "top_score").right()).containsExactly("sabrina-bryan");
        assertThat(outcome.poll(2, "top_score").right()).containsExactly("helio-castroneves");
        assertThat(outcome.poll(3, "elimination").right()).containsExactly("josie-maran");
        assertThat(outcome.poll(18, "top_score").right()).containsExactly("helio-castroneves", "mel-b");
        assertThat(outcome.poll(20, "elimination").right()).containsExactly("none");
        assertThat(outcome.poll(21, "winner").right()).containsExactly("helio-castroneves");
    }

    @Test
    void season8HasThreeAtTheTopOfItsThirdNightOfDancing() {
        Outcome outcome = play("08", picks());

        assertThat(outcome.polls()).hasSize(23).allMatch(Poll::resolved);
        assertThat(outcome.poll(1, "elimination").right()).containsExactly("none");
        assertThat(outcome.poll(4, "top_score").right())
                .containsExactly("gilles-marini", "melissa-rycroft", "shawn-johnson");
        assertThat(outcome.poll(7, "elimination").right()).containsExactly("holly-madison", "steve-wozniak");
        assertThat(outcome.poll(16, "top_score").right()).containsExactly("melissa-rycroft");
        assertThat(outcome.poll(21, "winner").right()).containsExactly("shawn-johnson");
    }

    private static Outcome play(String season, JsonNode picks) {
        return ReferenceScorer.score(RealSeason.json(season), picks);
    }
}
