package io.github.mirrorball.bot;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;

/**
 * Logs what stands before Discord answers in its place: a page, of which JDA keeps nothing. They come in bursts and say the same, so one a
 * minute is logged. Thread-safe.
 */
final class PageLog implements Interceptor {

    private static final int CLIENT_ERRORS = 400;
    private static final long MOST_BYTES = 8192;
    private static final long BETWEEN = TimeUnit.MINUTES.toNanos(1);

    /** Tokens of interactions and webhooks are longer than ids. */
    private static final Pattern TOKEN = Pattern.compile("[^/]{30,}");

    private final Consumer<String> log;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    PageLog(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        if (answer.code() >= CLIENT_ERRORS && isPage(answer) && isNext()) {
            String path = TOKEN.matcher(chain.request().url().encodedPath()).replaceAll("…");
            log.accept("Something before Discord answered " + chain.request().method() + " " + path + " with "
                    + answer.code() + ": " + answer.peekBody(MOST_BYTES).string());
        }
        return answer;
    }

    private static boolean isPage(Response answer) {
        MediaType type = answer.body().contentType();
        return type != null && type.subtype().equals("html");
    }

    private boolean isNext() {
        long now = System.nanoTime();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + BETWEEN);
    }
}
