package io.github.mirrorball.poll;

import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BallotTest {

    private static final List<Contestant> CAST = List.of(
            new Contestant("ann", "Ann", Optional.of("Al"), Optional.of("💃")),
            new Contestant("bob", "Bob", Optional.empty(), Optional.empty()),
            new Contestant("cat", "Cat", Optional.empty(), Optional.of("💃")));

    private final SampleSeason sample =
            SampleSeason.of("ann", "bob", "cat").episode(AskKind.ELIMINATION).episode(AskKind.ELIMINATION);

    private static Season cast(Season season, List<Contestant> cast) {
        return new Season(
                season.id(),
                season.server(),
                season.show(),
                season.title(),
                season.zone(),
                cast,
                season.episodes(),
                season.asks(),
                season.settings(),
                season.posting(),
                season.archived(),
                season.results());
    }

    @Test
    void eliminationOffersTheCastAndNoOne() {
        Season season = cast(sample.season(), CAST);

        assertThat(Ballot.of(season, SamplePoll.of(season, 1, AskKind.ELIMINATION)))
                .containsExactly(
                        new Outcome("ann", "Ann & Al", "💃", false),
                        new Outcome("bob", "Bob", "🇦", false),
                        new Outcome("cat", "Cat", "🇧", false),
                        new Outcome("none", "", "🇨", false));
    }

    @Test
    void otherQuestionsAboutTheCastDoNotOfferNoOne() {
        Season season = sample.season();

        for (AskKind kind : List.of(AskKind.TOP_SCORE, AskKind.LOW_SCORE, AskKind.WINNER)) {
            assertThat(Ballot.of(season, SamplePoll.of(season, 1, kind)))
                    .extracting(Outcome::id)
                    .containsExactly("ann", "bob", "cat");
        }
    }

    @Test
    void aQuestionOfTheHostsOffersItsAnswers() {
        Season season = sample.season();

        assertThat(Ballot.of(season, SamplePoll.of(season, 1, SamplePoll.question("Rain?", "Yes", "No"))))
                .containsExactly(new Outcome("Yes", "Yes", "🇦", false), new Outcome("No", "No", "🇧", false));
    }

    @Test
    void aGuessedNumberHasNoOutcomes() {
        Season season = sample.season();

        assertThat(Ballot.of(season, SamplePoll.of(season, 1, SamplePoll.score("ann"))))
                .isEmpty();
    }

    @Test
    void whoIsGoneBeforeIsNotOffered() {
        Season season = sample.result(1, withdrew(left("ann"), "bob")).season();

        assertThat(Ballot.of(season, SamplePoll.of(season, 2, AskKind.TOP_SCORE)))
                .extracting(Outcome::id)
                .containsExactly("cat");
    }

    @Test
    void whoTurnsOutToBeGoneIsStruckAndKeepsTheirPlace() {
        Season before = sample.season();
        Poll poll = SamplePoll.of(before, 2, AskKind.ELIMINATION);
        Poll open = poll.with(Ballot.of(before, poll));
        Season after = sample.result(1, left("bob")).season();

        List<Outcome> struck = Ballot.of(after, open);

        assertThat(struck)
                .extracting(Outcome::id, Outcome::emoji, Outcome::struck)
                .containsExactly(
                        tuple("ann", "🇦", false),
                        tuple("bob", "🇧", true),
                        tuple("cat", "🇨", false),
                        tuple("none", "🇩", false));
        assertThat(Ballot.of(before, open.with(struck))).isEqualTo(open.outcomes());
    }

    @Test
    void whoIsNewComesLastWithAFreeEmoji() {
        Season before = cast(sample.season(), CAST.subList(0, 2));
        Poll poll = SamplePoll.of(before, 1, AskKind.ELIMINATION);
        Season after = cast(before, CAST);

        assertThat(Ballot.of(after, poll.with(Ballot.of(before, poll))))
                .extracting(Outcome::id, Outcome::emoji)
                .containsExactly(tuple("ann", "💃"), tuple("bob", "🇦"), tuple("none", "🇧"), tuple("cat", "🇨"));
    }

    @Test
    void aChangedEmojiIsFollowedAndTheOneBeforeStillPicks() {
        Season before = cast(sample.season(), CAST);
        List<Outcome> open = Ballot.of(before, SamplePoll.of(before, 1, AskKind.WINNER));
        Contestant ann = new Contestant("ann", "Ann", Optional.of("Al"), Optional.of("🪩"));
        Season after = cast(before, List.of(ann, CAST.get(1), CAST.get(2)));

        List<Outcome> followed = Ballot.follow(after, open, Set.of("ann"));
        assertThat(followed).startsWith(new Outcome("ann", "Ann & Al", "🪩", false, List.of("💃")));
        assertThat(followed.subList(1, 3)).isEqualTo(open.subList(1, 3));
        assertThat(Ballot.follow(before, followed, Set.of("ann")))
                .startsWith(new Outcome("ann", "Ann & Al", "💃", false, List.of("🪩")));
        assertThat(Ballot.withLetter(followed, "ann"))
                .as("the first that is nobody's")
                .startsWith(new Outcome("ann", "Ann & Al", "🇨", false, List.of("💃", "🪩")));
    }

    @Test
    void aChangedNameReachesTheBallotAndAChangedEmojiDoesNot() {
        Season before = cast(sample.season(), CAST);
        Poll poll = SamplePoll.of(before, 1, AskKind.WINNER);
        Contestant renamed = new Contestant("ann", "Anna", Optional.of("Al"), Optional.of("🪩"));
        Season after = cast(before, List.of(renamed, CAST.get(1), CAST.get(2)));

        assertThat(Ballot.of(after, poll.with(Ballot.of(before, poll))))
                .startsWith(new Outcome("ann", "Anna & Al", "💃", false));
    }

    @Test
    void aSeasonLongPollOffersEveryoneWhoHasNotWithdrawn() {
        Season season = sample.result(1, withdrew(left("ann"), "bob")).season();

        assertThat(Ballot.of(season, SamplePoll.seasonLong(season, Ask.of(AskKind.WINNER))))
                .extracting(Outcome::id)
                .containsExactly("ann", "cat");
    }

    @Test
    void twentyFourContestantsAndNoOneHaveEachTheirOwnLetter() {
        String[] crowd = new String[24];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = "c" + i;
        }
        Season season = SampleSeason.of(crowd).episode(AskKind.ELIMINATION).season();

        List<Outcome> outcomes = Ballot.of(season, SamplePoll.of(season, 1, AskKind.ELIMINATION));

        assertThat(outcomes)
                .hasSize(25)
                .extracting(Outcome::emoji)
                .doesNotHaveDuplicates()
                .endsWith("🇾");
    }

    @Test
    void whoComesAfterTheLastLetterHasNoneLeft() {
        String[] answers = new String[27];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = "Answer " + i;
        }
        Season season = sample.season();

        assertThat(Ballot.of(season, SamplePoll.of(season, 1, SamplePoll.question("Which?", answers))))
                .extracting(Outcome::emoji)
                .startsWith("🇦")
                .endsWith("🇿", "");
    }
}
