package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.Draft;
import io.github.mirrorball.league.Drafts;
import io.github.mirrorball.show.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class DraftsTest {

    @AutoClose
    private final League league;

    private final Drafts drafts;
    private final Draft draft;

    DraftsTest(Backend backend) {
        league = new League(backend);
        drafts = league.store.drafts();
        Result result =
                new Result(Optional.of(List.of("ada")), List.of(), Optional.of(Map.of()), Map.of("ben", 1), Map.of());
        Draft.Typed typed = new Draft.Typed("ada: 7, 8,\nben 9", "", "Who? ada");
        draft = new Draft(0, league.season(), 2, 1, League.HOST, result, typed);
    }

    @Test
    void aDraftIsKeptAsItWasTyped() {
        long id = drafts.keep(draft);

        assertThat(drafts.find(id))
                .hasValueSatisfying(found -> assertThat(found)
                        .usingRecursiveComparison()
                        .ignoringFields("id")
                        .isEqualTo(draft));
        assertThat(drafts.find(id))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(id));
    }

    @Test
    void aDraftIsKeptForADay() {
        long id = drafts.keep(draft);

        league.systemClock.wind(Duration.ofDays(1).minusMillis(1));
        assertThat(drafts.find(id)).isPresent();
        league.systemClock.wind(Duration.ofMillis(1));
        assertThat(drafts.find(id)).isEmpty();
        assertThat(drafts.drop(id)).isFalse();
    }

    @Test
    void onlyOneDropIsTheOne() throws Exception {
        long id = drafts.keep(draft);

        assertThat(Together.run(4, host -> drafts.drop(id))).containsOnlyOnce(true);
        assertThat(drafts.find(id)).isEmpty();
    }
}
