package io.github.mirrorball.bot;

import java.io.IOException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What Discord tells a bot before it connects. Asked for once: JDA would ask twice when it is to find the number of shards by itself. */
record GatewayInfo(String gateway, int shards, int concurrency) {

    private static final int UNAUTHORIZED = 401;

    /**
     * Asks for it.
     *
     * @param rest the base of all requests
     * @throws InvalidTokenException if Discord does not know the token
     * @throws IOException if it does not answer, or not now
     */
    static GatewayInfo at(String rest, String token, OkHttpClient client) throws IOException {
        Request request = new Request.Builder()
                .url(rest + "gateway/bot")
                .header("Authorization", "Bot " + token)
                .header("User-Agent", RestConfig.USER_AGENT)
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() == UNAUTHORIZED) {
                throw new InvalidTokenException();
            }
            if (!response.isSuccessful()) {
                throw new IOException("it answers " + response.code());
            }
            return of(DataObject.fromJson(response.body().byteStream()));
        }
    }

    private static GatewayInfo of(DataObject told) {
        DataObject starts = told.getObject("session_start_limit");
        return new GatewayInfo(told.getString("url"), told.getInt("shards"), starts.getInt("max_concurrency"));
    }

    /** The same at another gateway. */
    GatewayInfo with(String other) {
        return new GatewayInfo(other, shards, concurrency);
    }

    /** Lets JDA begin as many sessions at once as Discord takes. */
    SessionController sessions() {
        SessionController.ShardedGateway told = new SessionController.ShardedGateway(gateway, shards, concurrency);
        return new ConcurrentSessionController() {

            @Override
            public ShardedGateway getShardedGateway(JDA session) {
                return told;
            }

            @Override
            public String getGateway() {
                return gateway;
            }
        };
    }
}
