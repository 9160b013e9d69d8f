package io.github.mirrorball.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mirrorball.chart.Typefaces.Weight;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {

    private final Typefaces faces;
    private final Lettering letters;

    LetteringTest() throws IOException {
        faces = Typefaces.open();
        letters = new Lettering(faces);
    }

    static List<String> names() {
        return SamplePictures.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFontsOfTheHouseHaveEveryCharacterOfUsualNames(String name) {
        assertThat(Legible.clusters(name))
                .allSatisfy(cluster -> assertThat(faces.own(Legible.plain(cluster), Weight.BOLD))
                        .isPresent());
        assertThat(letters.line(name, Weight.BOLD, 20).width()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFittedLineIsNoWiderThanItsRoom(String name) {
        for (int width : new int[] {30, 60, 120, 400}) {
            assertThat(letters.fitted(name, Weight.MEDIUM, 18, 15, width).width())
                    .isPositive()
                    .isLessThanOrEqualTo(width + 0.01);
        }
    }

    @Test
    void aShortNameIsNeitherCutNorMadeSmaller() {
        assertThat(letters.fitted("Ada", Weight.BOLD, 18, 10, 200).width())
                .isEqualTo(letters.line("Ada", Weight.BOLD, 18).width(), within(0.001));
    }

    @Test
    void joinedLettersStayJoined() {
        double apart = Legible.clusters("نور").stream()
                .mapToDouble(letter -> letters.line(letter, Weight.MEDIUM, 20).width())
                .sum();

        assertThat(letters.line("نور", Weight.MEDIUM, 20).width()).isLessThan(apart - 1);
    }

    @Test
    void anEmojiOfSeveralPeopleIsOnePicture() {
        double one = letters.line("👩", Weight.MEDIUM, 20).width();

        assertThat(Legible.clusters("👩🏽‍🚀🏳️‍🌈")).hasSize(2);
        assertThat(letters.line("👩🏽‍🚀", Weight.MEDIUM, 20).width()).isEqualTo(one, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\uE000", "\u202E", "\u0000\u0007", "\uD800", "\u200B\u2060\uFEFF"})
    void whatNobodyCanSeeIsNoName(String name) {
        assertThat(letters.shows(name)).isFalse();
        assertThat(letters.line(name, Weight.MEDIUM, 20).width()).isZero();
    }

    @Test
    void controlsOfDirectionAndPilesOfAccentsAreLeftOut() {
        assertThat(Legible.clusters("a\u202Eb\u2066c")).containsExactly("a", "b", "c");
        assertThat(String.join("", Legible.clusters("e" + "\u0335".repeat(90)))).hasSizeLessThan(6);
        assertThat(Legible.clusters("one\n \ttwo")).hasSize(7).contains(" ");
    }

    @Test
    void fancyLettersAreDrawnPlain() {
        assertThat(letters.line("𝓜𝓲𝓻𝓻𝓸𝓻", Weight.BOLD, 20).width())
                .isEqualTo(letters.line("Mirror", Weight.BOLD, 20).width(), within(0.001));
    }
}
