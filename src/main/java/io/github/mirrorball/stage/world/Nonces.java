package io.github.mirrorball.stage.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers for a few minutes which message a nonce made, for {@code enforce_nonce}. Guarded by the world's lock. */
public final class Nonces {
    private static final Duration REMEMBERED = Duration.ofMinutes(3);

    private record Made(Post post, Instant at) {}

    private final Map<String, Made> made = new LinkedHashMap<>();
    private final InstantSource systemClock;

    Nonces(InstantSource systemClock) {
        this.systemClock = systemClock;
    }

    public Optional<Post> find(StageChannel channel, String nonce) {
        Instant since = systemClock.instant().minus(REMEMBERED);
        made.values().removeIf(entry -> entry.at().isBefore(since));
        return Optional.ofNullable(made.get(channel.id + "/" + nonce)).map(Made::post);
    }

    public void forget() {
        made.clear();
    }

    public void remember(String nonce, Post post) {
        made.put(post.channel.id + "/" + nonce, new Made(post, systemClock.instant()));
    }
}
