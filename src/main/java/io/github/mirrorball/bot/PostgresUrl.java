package io.github.mirrorball.bot;

import io.github.mirrorball.bot.Settings.Database;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Understands the two ways in which the address of a PostgreSQL database is written. */
final class PostgresUrl {

    private static final String JDBC = "jdbc:postgresql:";
    private static final List<String> SCHEMES = List.of("postgres", "postgresql");

    private PostgresUrl() {}

    /** The database at this address; empty when it is none. */
    static Optional<Database> parse(String url) {
        if (url.startsWith(JDBC)) {
            return url.length() > JDBC.length()
                    ? Optional.of(new Database(url, Optional.empty(), Optional.empty()))
                    : Optional.empty();
        }
        try {
            return parse(new URI(url));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Database> parse(URI url) {
        boolean isWhole = url.getScheme() != null && url.getHost() != null && url.getRawPath() != null;
        if (!isWhole || !SCHEMES.contains(url.getScheme()) || url.getRawPath().length() < 2) {
            return Optional.empty();
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String[] login = Optional.ofNullable(url.getRawUserInfo()).orElse("").split(":", 2);
        return Optional.of(new Database(
                JDBC + "//" + url.getHost() + port + url.getRawPath() + query,
                Optional.of(login[0]).filter(user -> !user.isEmpty()).map(PostgresUrl::decoded),
                login.length == 2 ? Optional.of(decoded(login[1])) : Optional.empty()));
    }

    private static String decoded(String raw) {
        // In a user name or password a plus is a plus.
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
