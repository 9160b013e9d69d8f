package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has a page open in a browser on this computer must not get at the stage from there. */
@Timeout(30)
class StageDoorTest {

    private static final Stage STAGE = Stage.start(StageOptions.defaults());
    private static final int PORT = URI.create(STAGE.restUrl()).getPort();
    private static final String ME = "/api/v10/users/@me";
    private static final String UPGRADE = String.join(
            "\r\n",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "");

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void theBotIsAnswered() throws IOException {
        assertThat(get(ME, "Host: 127.0.0.1:" + PORT + "\r\n")).isEqualTo("HTTP/1.1 200");
        assertThat(get("/gateway", "Host: 127.0.0.1:" + PORT + "\r\n" + UPGRADE))
                .isEqualTo("HTTP/1.1 101");
    }

    @ParameterizedTest
    @CsvSource({"evil.example", "evil.example:0", "127.0.0.1", "127.0.0.1:1", "localhost:0", "127.0.0.1.evil.example:0"
    })
    void aNameThatWasPointedHereIsRefused(String name) throws IOException {
        String host = "Host: " + name.replace(":0", ":" + PORT) + "\r\n";

        assertThat(get(ME, host)).isEqualTo("HTTP/1.1 403");
        assertThat(get("/gateway", host + UPGRADE)).isEqualTo("HTTP/1.1 403");
        assertThat(get("/attachments/1/2/picture.png", host)).isEqualTo("HTTP/1.1 403");
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example", "null", "http://127.0.0.1:8484", "http://127.0.0.1:0"})
    void aPageIsRefusedWhereverItIsFrom(String page) throws IOException {
        String headers = "Host: 127.0.0.1:" + PORT + "\r\nOrigin: " + page.replace(":0", ":" + PORT) + "\r\n";

        assertThat(get(ME, headers)).isEqualTo("HTTP/1.1 403");
        assertThat(get("/gateway", headers + UPGRADE)).isEqualTo("HTTP/1.1 403");
    }

    @Test
    void nobodyGuessesTheToken() {
        assertThat(IntStream.range(0, 3)
                        .mapToObj(each -> {
                            try (Stage stage = Stage.start(StageOptions.defaults())) {
                                return stage.token();
                            }
                        })
                        .collect(Collectors.toSet()))
                .hasSize(3)
                .allMatch(token -> token.length() > 20);
    }

    /** The first line's version and status; a connection that is upgraded stays open. */
    private static String get(String path, String headers) throws IOException {
        try (Socket socket = ask(path, headers)) {
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 101".length()), StandardCharsets.US_ASCII);
        }
    }

    private static Socket ask(String path, String headers) throws IOException {
        Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), PORT);
        String request = "GET " + path + " HTTP/1.1\r\nAuthorization: Bot " + STAGE.token() + "\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
