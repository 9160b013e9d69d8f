package io.github.mirrorball.discord.sample;

import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.sample.Finding.Part;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Discord and waits for the answer, again where the trouble may pass. Whatever Discord refuses is logged in full, but for names that
 * people gave. For threads that may wait; thread-safe.
 */
final class Asker {

    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);
    private static final int ATTEMPTS = 3;
    private static final String HIDDEN = "…";

    private final Timeouts timeouts;
    private final CountDownLatch ending;
    private final String where;
    private final List<String> names;

    /**
     * @param ending is down once there is no time for another attempt
     * @param where the ids by which an operator finds the place
     * @param names what is not logged
     */
    Asker(Timeouts timeouts, CountDownLatch ending, String where, List<String> names) {
        this.timeouts = timeouts;
        this.ending = ending;
        this.where = where;
        this.names = names.stream().filter(name -> !name.isBlank()).toList();
    }

    /** What Discord answers. Each attempt is a request of its own, which comes to the same if an earlier one was carried out. */
    <T> T ask(Part part, Supplier<RestAction<T>> request) throws Refused {
        return ask(part, request, Refused::isPassing);
    }

    /** The same for what must not be done twice: not asked again while it may have been done. */
    <T> T askOnce(Part part, Supplier<RestAction<T>> request) throws Refused {
        return ask(part, request, refused -> refused.isPassing() && !refused.isUnsure());
    }

    private <T> T ask(Part part, Supplier<RestAction<T>> request, Predicate<Refused> isWorthAnother) throws Refused {
        boolean unsure = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return answer(part, request);
            } catch (Refused refused) {
                unsure |= refused.isUnsure();
                if (!isWorthAnother.test(refused) || attempt == ATTEMPTS || isEndingWithin(attempt)) {
                    throw unsure ? refused.unsure() : refused;
                }
            }
        }
    }

    private <T> T answer(Part part, Supplier<RestAction<T>> request) throws Refused {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            request.get()
                    .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                    .queue(answer::complete, answer::completeExceptionally);
            return answer.get(timeouts.lost().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw refused(part, failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException | RuntimeException failed) {
            throw refused(part, failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw refused(part, stopping);
        }
    }

    private Refused refused(Part part, Throwable failure) {
        Refused refused = Refused.of(part, failure);
        LOG.warn("A trial in {}: {} ended {}: {}", where, part, refused.verdict(), told(failure, names));
        return refused;
    }

    /** Everything that was answered, but for these names. */
    static String told(Throwable failure, List<String> names) {
        String told = failure instanceof ErrorResponseException answered
                ? answered.getErrorCode() + " " + answered.getMeaning() + ", " + answered.getResponse()
                : failure.toString();
        for (String name : names) {
            told = told.replace(name, HIDDEN);
        }
        return told;
    }

    /** Waits before the next attempt. True if there will be none. */
    private boolean isEndingWithin(int attempt) {
        try {
            return ending.await(timeouts.retry().multipliedBy(attempt).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
