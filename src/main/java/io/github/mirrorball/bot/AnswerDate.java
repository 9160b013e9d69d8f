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
    private final SteadyTime steadyTime;

    AnswerDate(DiscordTime time, SteadyTime steadyTime) {
        this.time = time;
        this.steadyTime = steadyTime;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Instant asked = steadyTime.instant();
        Response response = chain.proceed(chain.request());
        Instant date = response.headers().getInstant("Date");
        if (date != null) {
            steadyTime.observe(date);
            time.observe(asked, date);
        }
        return response;
    }
}
