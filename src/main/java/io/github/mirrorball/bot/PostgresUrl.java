package io.github.mirrorball.bot;

import io.github.mirrorball.bot.Settings.Database;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the two ways in which the address of a PostgreSQL database is written. Where several servers are named, one of them takes changes
 * and the others are its copies, so the one is looked for unless the address says otherwise.
 */
final class PostgresUrl {

    private static final String JDBC = "jdbc:postgresql:";
    private static final String PORT = "(?:\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";
    private static final String SERVER = "(?:[\\w.-]+|\\[[\\da-fA-F:.]+\\])(?::" + PORT + ")?";
    private static final Pattern ADDRESS = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:@/?#\\s]*)(?::(?<password>[^@/?#\\s]*))?@)?" + "(?<servers>" + SERVER
                    + "(?:," + SERVER + ")*)/(?<name>[^/?#\\s]+)(?:\\?(?<parameters>[^#\\s]*))?");

    /** What the database's own tools call the choice among several servers, and what Java's driver calls it. */
    private static final String TOOLS_CHOICE = "target_session_attrs=";

    private static final String CHOICE = "targetServerType=";

    private PostgresUrl() {}

    /** The database at this address; empty when it is none. */
    static Optional<Database> parse(String url) {
        if (url.startsWith(JDBC)) {
            return url.length() > JDBC.length()
                    ? Optional.of(new Database(url, Optional.empty(), Optional.empty()))
                    : Optional.empty();
        }
        Matcher address = ADDRESS.matcher(url);
        try {
            return address.matches() ? Optional.of(database(address)) : Optional.empty();
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }

    private static Database database(Matcher address) {
        List<String> parameters = parameters(address);
        return new Database(
                JDBC + "//" + address.group("servers") + "/" + address.group("name")
                        + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)),
                Optional.ofNullable(address.group("user"))
                        .filter(user -> !user.isEmpty())
                        .map(PostgresUrl::decoded),
                Optional.ofNullable(address.group("password")).map(PostgresUrl::decoded));
    }

    private static List<String> parameters(Matcher address) {
        List<String> parameters = new ArrayList<>();
        boolean isChosen = !address.group("servers").contains(",");
        for (String each :
                Optional.ofNullable(address.group("parameters")).orElse("").split("&")) {
            if (each.startsWith(TOOLS_CHOICE)) {
                parameters.add(CHOICE + (each.equals(TOOLS_CHOICE + "any") ? "any" : "primary"));
            } else if (!each.isEmpty()) {
                parameters.add(each);
            }
        }
        if (!isChosen && parameters.stream().noneMatch(each -> each.startsWith(CHOICE))) {
            parameters.add(CHOICE + "primary");
        }
        return parameters;
    }

    private static String decoded(String raw) {
        // In a user name or password a plus is a plus.
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
