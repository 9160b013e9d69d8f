package io.github.mirrorball.bot;

import io.github.mirrorball.discord.route.DiscordTime;
import io.github.mirrorball.discord.route.SteadyTime;
import java.io.IOException;
import java.time.Instant;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells what time it was at Discord when it answered. */
final class AnswerDate implements Interceptor {

    private final DiscordTime time;
    private final SteadyTime wire;

    AnswerDate(DiscordTime time, SteadyTime wire) {
        this.time = time;
        this.wire = wire;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Instant asked = wire.instant();
        Response response = chain.proceed(chain.request());
        Instant date = response.headers().getInstant("Date");
        if (date != null) {
            wire.observe(date);
            time.observe(asked, date);
        }
        return response;
    }
}
