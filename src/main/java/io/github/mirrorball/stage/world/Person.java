package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account: the bot's, or a person's across servers. Guarded by the world's lock. */
public final class Person {
    public final long id;
    public final String name;
    final boolean bot;
    private final String account;
    String locale = "en-US";
    public boolean acceptsDirectMessages = true;
    private @Nullable StageChannel direct;

    Person(long id, String name, boolean bot) {
        this.id = id;
        this.name = name;
        this.bot = bot;
        this.account = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]", "_");
    }

    Optional<StageChannel> direct() {
        return Optional.ofNullable(direct);
    }

    StageChannel direct(StageChannel opened) {
        this.direct = opened;
        return opened;
    }

    /** Discord's user object; the account's name is the shown name made fit for an account. */
    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("username", account)
                .put("global_name", bot ? null : name)
                .put("discriminator", bot ? "0001" : "0")
                .put("public_flags", 0)
                .put("flags", 0);
        json.putNull("avatar").putNull("primary_guild");
        return bot ? json.put("bot", true) : json;
    }
}
