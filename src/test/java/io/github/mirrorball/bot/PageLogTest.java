package io.github.mirrorball.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** What is kept of the pages that Discord's network answers with. */
class PageLogTest {

    private static final String PAGE = "<html><title>Attention Required! | Cloudflare</title></html>";
    private static final String TOKEN = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTA6c2VjcmV0";

    private final List<String> logged = new ArrayList<>();
    private final PageLog pages = new PageLog(logged::add);

    @Test
    void aPageIsLoggedInFullButForTokensAndOnceWhileTheyCome() throws IOException {
        assertThat(answered(403, "text/html", PAGE)).isEqualTo(PAGE);
        assertThat(answered(403, "text/html; charset=UTF-8", PAGE)).isEqualTo(PAGE);
        assertThat(logged)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("POST /api/v10/interactions/123456789012345678/…/callback with 403: " + PAGE)
                        .doesNotContain(TOKEN));
    }

    @Test
    void whatDiscordAnswersItselfIsNot() throws IOException {
        answered(403, "application/json", "{\"code\": 50013}");
        answered(200, "text/html", PAGE);
        assertThat(logged).isEmpty();
    }

    private String answered(int status, String type, String body) throws IOException {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(pages)
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(status)
                        .message("")
                        .body(ResponseBody.create(body, MediaType.get(type)))
                        .build())
                .build();
        Request request = new Request.Builder()
                .url("http://127.0.0.1/api/v10/interactions/123456789012345678/" + TOKEN + "/callback")
                .post(okhttp3.RequestBody.create(new byte[0]))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }
}
