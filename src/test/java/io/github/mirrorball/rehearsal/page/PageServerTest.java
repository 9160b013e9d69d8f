package io.github.mirrorball.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.rehearsal.play.PlayFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:src=|href=|from )[\"'](?:\\./)?/?([a-z-]+\\.(?:js|css|svg))[\"']");

    @TempDir
    private static Path data;

    private static OpenPage page;

    @BeforeAll
    static void open() {
        page = new OpenPage(data);
    }

    @AfterAll
    static void close() {
        page.close();
    }

    @Test
    void thePageRefersToNothingButItsOwnFilesAndHasThemAll() {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(Set.of("index.html"));
        while (!left.isEmpty()) {
            String name = left.pop();
            if (seen.add(name)) {
                HttpResponse<String> file = get("/" + name);
                assertThat(file.statusCode()).as(name).isEqualTo(200);
                Matcher matcher = REFERENCE.matcher(file.body());
                matcher.results().map(found -> found.group(1)).forEach(left::add);
                assertThat(file.body())
                        .as(name)
                        .doesNotContain("innerHTML", "style=\"", "onclick=\"", "url(")
                        .doesNotContainPattern("(?:src|href)=[\"']https?:");
            }
        }
        assertThat(seen).contains("page.css", "main.js", "composer.js", "icon.svg");
    }

    @Test
    void aStrictPolicyComesWithEveryAnswer() {
        for (String path : Set.of("/", "/main.js", "/words-de.json", "/api/state", "/nothing")) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:8484"})
    void aPostFromAnotherOriginDoesNothing(String origin) {
        Visitor you = page.visitor("You");
        String before = you.get("state").path("now").asText();

        assertThat(you.tryFrom(origin, "control", Map.of("name", "hour")).statusCode())
                .isEqualTo(403);
        assertThat(you.get("state").path("now").asText()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:"})
    void aNameThatWasPointedHereIsNotAnswered(String host) throws IOException {
        URI address = URI.create(page.address());
        String named = host.endsWith(":") ? host + address.getPort() : host;

        assertThat(raw(
                        address.getPort(),
                        "GET /api/state HTTP/1.1\r\nHost: " + named + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("\"people\"");
        assertThat(raw(
                        address.getPort(),
                        "GET /api/state HTTP/1.1\r\nHost: localhost:" + address.getPort()
                                + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/package-info.class", "/..%2fseason-33.json", "/api/nothing", "/page.css/x"})
    void whatIsNotThePagesOwnIsNotThere(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aTakenPortIsASentence() {
        int taken = URI.create(page.address()).getPort();

        assertThatThrownBy(() -> Page.open(page.rehearsal(), taken))
                .isInstanceOf(PlayFailure.class)
                .hasMessageContaining("Port " + taken + " is taken")
                .hasMessageContaining("--port");
    }

    private static HttpResponse<String> get(String path) {
        return Visitor.send(HttpRequest.newBuilder(URI.create(page.address() + path)));
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
