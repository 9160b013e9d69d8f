package io.github.mirrorball.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"27|27", " 27.50 |27.5", "027,5|27.5", "0|0", "30.0|30", "999.9999|999.9999", "0.0001|0.0001"})
    void equalNumbersAreOneGuess(String typed, String kept) {
        assertThat(Guess.read(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1000", "27.12345", "2.7.5", "27.", ".5", "1e2", "about 27", "٢٧"})
    void whatIsNoSuchNumberIsNoGuess(String typed) {
        assertThat(Guess.read(typed)).isEmpty();
    }
}
