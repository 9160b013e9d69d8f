package io.github.mirrorball.bot;

import io.github.mirrorball.ops.Telemetry;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells how Discord answers requests: every one that leaves the process, JDA's own repeats too. */
final class AnswerCount implements Interceptor {

    private final Telemetry telemetry;

    AnswerCount(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        int status = 0;
        try {
            Response response = chain.proceed(chain.request());
            status = response.code();
            return response;
        } finally {
            telemetry.recordRequest(status);
        }
    }
}
