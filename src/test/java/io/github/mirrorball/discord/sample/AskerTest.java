package io.github.mirrorball.discord.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** What is logged of what Discord answers. */
class AskerTest {

    @Test
    void theWholeAnswerIsToldButForNames() {
        String answer = """
                {"message": "Invalid Form Body", "code": 50035, "errors": {"components": {"0": {"_errors": [
                {"code": "BASE_TYPE_BAD", "message": "Ilona Maher is no label"}]}}}}""";
        assertThat(Asker.told(failure(400, answer), List.of("Ilona Maher")))
                .contains("50035 Invalid Form Body", "BASE_TYPE_BAD", "… is no label")
                .doesNotContain("Ilona");
    }

    private static ErrorResponseException failure(int status, String body) {
        okhttp3.Response raw = new okhttp3.Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
        Response response = new Response(raw, -1, Set.of());
        return ErrorResponseException.create(ErrorResponse.INVALID_FORM_BODY, response);
    }
}
