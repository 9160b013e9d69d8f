package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Discord's pacing: 50 requests a second over all, and a bucket for each kind of request in each channel. */
final class Pacer {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Limit GLOBAL = new Limit(50, SECOND);
    private static final Limit OTHER = new Limit(20, SECOND);
    private static final String REACTIONS = "reactions";

    private record Limit(int count, Duration window) {}

    private static final class Bucket {
        private final Limit limit;
        private int remaining;
        private long resetAt;

        Bucket(Limit limit) {
            this.limit = limit;
        }

        boolean take(long now) {
            if (now >= resetAt) {
                remaining = limit.count();
                resetAt = now + limit.window().toMillis();
            }
            return remaining-- > 0;
        }

        Duration untilReset(long now) {
            return Duration.ofMillis(Math.max(1, resetAt - now));
        }
    }

    private final InstantSource systemClock;
    private final Bucket global = new Bucket(GLOBAL);
    private final Map<String, Bucket> buckets = new HashMap<>();

    Pacer(InstantSource systemClock) {
        this.systemClock = systemClock;
    }

    /** The answer with Discord's pacing headers, or a 429 in its stead. */
    RestResponse pace(Router.Match match, Supplier<RestResponse> answer) {
        Map<String, String> headers;
        synchronized (this) {
            long now = systemClock.millis();
            if (!isExempt(match.route()) && !global.take(now)) {
                return tooMany(global.untilReset(now), true);
            }
            String kind = kind(match.route());
            Bucket bucket = buckets.computeIfAbsent(kind + major(match), key -> new Bucket(limit(kind)));
            if (!bucket.take(now)) {
                return tooMany(bucket.untilReset(now), false).with(headers(kind, bucket, now, true));
            }
            headers = headers(kind, bucket, now, false);
        }
        return answer.get().with(headers);
    }

    /** Answers to interactions are bounded one by one, and so is what follows them by webhook. */
    private static boolean isExempt(Route route) {
        return route.template().startsWith("/interactions/") || route.template().startsWith("/webhooks/");
    }

    /** All reaction changes of a channel share one bucket; other routes have one each. */
    private static String kind(Route route) {
        boolean changesReactions =
                route.template().contains("/reactions") && !route.method().equals("GET");
        return changesReactions ? REACTIONS : route.name();
    }

    private static Limit limit(String kind) {
        return switch (kind) {
            case REACTIONS -> new Limit(1, Duration.ofMillis(250));
            case "POST /channels/{channel_id}/messages", "PATCH /channels/{channel_id}/messages/{message_id}" ->
                new Limit(5, Duration.ofSeconds(5));
            default -> OTHER;
        };
    }

    private static String major(Router.Match match) {
        return Optional.ofNullable(match.parameters().get("channel_id"))
                .or(() -> Optional.ofNullable(match.parameters().get("guild_id")))
                .or(() -> Optional.ofNullable(match.parameters().get("webhook_token")))
                .or(() -> Optional.ofNullable(match.parameters().get("interaction_token")))
                .orElse("");
    }

    private static Map<String, String> headers(String kind, Bucket bucket, long now, boolean refused) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Bucket", Integer.toHexString(kind.hashCode()));
        headers.put("X-RateLimit-Limit", Integer.toString(bucket.limit.count()));
        headers.put("X-RateLimit-Remaining", Integer.toString(Math.max(0, bucket.remaining)));
        headers.put("X-RateLimit-Reset", seconds(bucket.resetAt));
        headers.put("X-RateLimit-Reset-After", seconds(bucket.resetAt - now));
        if (refused) {
            headers.put("X-RateLimit-Scope", "user");
            headers.put("Retry-After", retryAfter(bucket.untilReset(now)));
        }
        return headers;
    }

    static RestResponse tooMany(Duration wait, boolean isGlobal) {
        ObjectNode body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", wait.toMillis() / 1000.0)
                .put("global", isGlobal);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Retry-After", retryAfter(wait)));
        headers.put("X-RateLimit-Scope", isGlobal ? "global" : "user");
        if (isGlobal) {
            headers.put("X-RateLimit-Global", "true");
        }
        return new RestResponse(429, Optional.of(body), headers);
    }

    /** The header speaks in whole seconds. */
    private static String retryAfter(Duration wait) {
        return Long.toString((wait.toMillis() + 999) / 1000);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
