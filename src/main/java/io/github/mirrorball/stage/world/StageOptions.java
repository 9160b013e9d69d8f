package io.github.mirrorball.stage.world;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/**
 * How a stage behaves.
 *
 * @param show the game's clock: scheduled events must start after it
 * @param systemClock real time: acknowledgement, tokens, message age, ids
 * @param limits whether requests are paced as Discord paces them
 * @param inspector sees every REST exchange
 * @param privileged the privileged intents that the application was granted
 * @param sharding what a bot that asks is told of its shards
 */
public record StageOptions(
        Clock show,
        InstantSource systemClock,
        boolean limits,
        Inspector inspector,
        Set<Intent> privileged,
        Sharding sharding) {

    /**
     * Over how many sessions a bot should spread its servers.
     *
     * @param shards as many as are recommended
     * @param concurrency how many sessions may begin within five seconds, if there are limits
     */
    public record Sharding(int shards, int concurrency) {

        /** A small bot's. */
        static final Sharding NONE = new Sharding(1, 1);
    }

    /** The system's clock for both times, no pacing, no inspector, no privileged intents. */
    public static StageOptions defaults() {
        Clock system = Clock.systemUTC();
        return new StageOptions(system, system, false, Inspector.NONE, Set.of(), Sharding.NONE);
    }

    public StageOptions withShow(Clock clock) {
        return new StageOptions(clock, systemClock, limits, inspector, privileged, sharding);
    }

    public StageOptions withWire(InstantSource source) {
        return new StageOptions(show, source, limits, inspector, privileged, sharding);
    }

    public StageOptions withLimits(boolean paced) {
        return new StageOptions(show, systemClock, paced, inspector, privileged, sharding);
    }

    public StageOptions withInspector(Inspector seer) {
        return new StageOptions(show, systemClock, limits, seer, privileged, sharding);
    }

    public StageOptions withPrivileged(Set<Intent> granted) {
        return new StageOptions(show, systemClock, limits, inspector, Set.copyOf(granted), sharding);
    }

    public StageOptions withSharding(Sharding recommended) {
        return new StageOptions(show, systemClock, limits, inspector, privileged, recommended);
    }
}
