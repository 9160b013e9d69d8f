package io.github.mirrorball.discord.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTextTest {

    private static final Ask CRIES = question("Who cries first?", "Ann", "Bob", "Bob, loudly");
    private static final Ask COLOUR = question("Colour: which?", "Red", "Blue");

    @Test
    void aLineNamesTheQuestionAndItsAnswers() {
        AnswersText text = new AnswersText(List.of(CRIES, COLOUR));

        assertThat(text.read("who cries first?: ann, Bob\n\nColour: which?: blue"))
                .isEqualTo(Map.of("Who cries first?", List.of("Ann", "Bob"), "Colour: which?", List.of("Blue")));
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void whereThereIsOneQuestionItsAnswersWillDo() {
        assertThat(new AnswersText(List.of(CRIES)).read("Ann")).isEqualTo(Map.of("Who cries first?", List.of("Ann")));
    }

    @Test
    void anAnswerMayHoldACommaOrBeBegunOnly() {
        AnswersText text = new AnswersText(List.of(CRIES));

        assertThat(text.read("bob, loudly, a")).isEqualTo(Map.of("Who cries first?", List.of("Bob, loudly", "Ann")));
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void quotesAndDashesOfAPhoneAreThoseOfAKeyboard() {
        AnswersText text = new AnswersText(List.of(question("Who’s crying – first?", "Mýa’s", "Bob"), COLOUR));

        assertThat(text.read("Who's crying - first?： My\u0301a's"))
                .isEqualTo(Map.of("Who’s crying – first?", List.of("Mýa’s")));
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void aQuestionWithoutAnswersIsNotIn() {
        assertThat(new AnswersText(List.of(CRIES, COLOUR)).read("Who cries first?:\nColour: which?: "))
                .isEmpty();
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        Map<String, List<String>> answers = Map.of("Who cries first?", List.of("Bob, loudly", "Ann"));
        String written = AnswersText.written(List.of(CRIES, COLOUR), answers);

        assertThat(new AnswersText(List.of(CRIES, COLOUR)).read(written)).isEqualTo(answers);
    }

    @Test
    void whatCannotBeReadIsSaid() {
        AnswersText text = new AnswersText(List.of(CRIES, COLOUR));

        text.read("Ann\nWho cries first?: Zoe");
        assertThat(text.faults()).extracting(Fault::key).containsExactly("answers.whichQuestion", "answers.unknown");
    }

    private static Ask question(String words, String... answers) {
        return new Ask(AskKind.CUSTOM, Optional.empty(), Optional.of(words), List.of(answers), Optional.empty());
    }
}
