package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.league.PollsByHand;
import io.github.mirrorball.show.Ask;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** How a host wants one poll: from a command's options, and through the ids of buttons and forms. */
record PollTerms(Optional<BigDecimal> worth, Optional<LocalDateTime> lock, Optional<Boolean> secret) {

    static final String WORTH = "worth";
    static final String SECRET = "secret";

    private static final String NONE = "-";
    private static final int WORTH_PLACES = 2;
    private static final DateTimeFormatter IN_IDS = DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT);

    /** The terms that a command's options name. */
    static PollTerms of(Request request, Lookup lookup) {
        return new PollTerms(
                request.decimal(WORTH).map(PollTerms::fitting),
                lookup.time(request, Lookup.LOCK),
                request.flag(SECRET));
    }

    private static BigDecimal fitting(BigDecimal worth) {
        if (worth.signum() < 0
                || worth.compareTo(BigDecimal.valueOf(Ask.MOST_WORTH)) > 0
                || worth.stripTrailingZeros().scale() > WORTH_PLACES) {
            throw new Rejection("byhand.worthPlaces", Ask.MOST_WORTH);
        }
        BigDecimal stripped = worth.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The terms as part of an id. */
    String id() {
        return worth.map(BigDecimal::toPlainString).orElse(NONE)
                + ":"
                + lock.map(IN_IDS::format).orElse(NONE)
                + ":"
                + secret.map(said -> said ? "1" : "0").orElse(NONE);
    }

    /** The terms that stand in an id from this argument on. */
    static PollTerms of(Request request, int from) {
        try {
            return new PollTerms(
                    said(request, from).map(BigDecimal::new).map(PollTerms::fitting),
                    said(request, from + 1).map(text -> LocalDateTime.parse(text, IN_IDS)),
                    said(request, from + 2).map("1"::equals));
        } catch (NumberFormatException | DateTimeParseException | IndexOutOfBoundsException foreign) {
            throw new Rejection("reply.stale");
        }
    }

    private static Optional<String> said(Request request, int argument) {
        return Optional.of(request.arguments().get(argument)).filter(text -> !text.equals(NONE));
    }

    PollsByHand.Terms terms() {
        return new PollsByHand.Terms(lock, secret);
    }
}
