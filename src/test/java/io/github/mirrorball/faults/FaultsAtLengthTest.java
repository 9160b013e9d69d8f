package io.github.mirrorball.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole seasons under misfortune, a quarter of an hour together: run by {@code mvn -Pfaults verify}, which shows what each came to. */
@Tag("faults")
@Timeout(value = 1, unit = TimeUnit.HOURS)
class FaultsAtLengthTest {

    private static final String SEED = "--seed=" + Long.getLong("faults.seed", 33);

    @Test
    void aHundredKillsChangeNothing() {
        check("--kills=100");
    }

    @Test
    void killsInAChannelWithoutHistoryChangeNothing() {
        check("--kills=25", "--no-history");
    }

    @Test
    void killsAmongDeletionsChangeNothing() {
        check("--kills=25", "--delete");
    }

    @Test
    void killsAmongPassingRefusalsChangeNothing() {
        check("--kills=25", "--refusals");
    }

    @Test
    void aBadNetworkChangesNothing() {
        check("--kills=0", "--mishaps=4", "--fans=6", "--episodes=6");
    }

    @Test
    void killsOnABadNetworkChangeNothing() {
        check("--kills=12", "--mishaps=2", "--fans=6", "--episodes=6");
    }

    @Test
    void aBotAtRestIsPunctualAndIdle() throws IOException, SQLException {
        System.out.println(new AtRest().measured(100, Duration.ofSeconds(60)));
    }

    private static void check(String... options) {
        List<String> args = new ArrayList<>(List.of(options));
        args.add(SEED);
        FaultHarness.Run run = FaultHarness.of(args.toArray(String[]::new)).run();
        System.out.println(run.text());
        assertThat(run.faults()).as(run.text()).isEmpty();
    }
}
