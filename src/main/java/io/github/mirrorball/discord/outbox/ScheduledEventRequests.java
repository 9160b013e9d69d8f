package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.view.EventWords;
import io.github.mirrorball.outbox.ScheduledEvents.Told;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.Requester;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * Requests about scheduled events, as Discord documents them. JDA's own methods refuse a start before the system's clock, and a rehearsed
 * season lies in the past.
 */
public final class ScheduledEventRequests {

    private static final int EXTERNAL = 3;
    private static final int ONLY_MEMBERS = 2;
    private static final int COMPLETED = 3;

    private final JDA jda;
    private final long server;

    public ScheduledEventRequests(JDA jda, long server) {
        this.jda = jda;
        this.server = server;
    }

    /** The bot's own events with this mark that have not ended; the oldest first. */
    public RestAction<List<Long>> marked(String mark) {
        return new RestActionImpl<>(
                jda,
                Route.Guilds.GET_SCHEDULED_EVENTS.compile(Long.toString(server)),
                (response, request) -> marked(response.getArray(), mark));
    }

    private List<Long> marked(DataArray events, String mark) {
        String self = jda.getSelfUser().getId();
        return events.stream(DataArray::getObject)
                .filter(event -> self.equals(event.getString("creator_id", "")))
                .filter(event ->
                        event.getString("description", "").stripTrailing().endsWith(mark))
                .map(event -> event.getUnsignedLong("id"))
                .sorted()
                .toList();
    }

    /** Makes an event and gives its id. The request leaves once at most: JDA would repeat it after some failures, which makes two. */
    public RestAction<Long> create(EventWords words, Told told) {
        DataObject body = body(words, told)
                .put("privacy_level", ONLY_MEMBERS)
                .put("entity_type", EXTERNAL)
                .put("scheduled_start_time", told.starts().toString());
        Once once = new Once(body.toJson());
        return new RestActionImpl<Long>(
                        jda,
                        Route.Guilds.CREATE_SCHEDULED_EVENT.compile(Long.toString(server)),
                        once,
                        (response, request) -> response.getObject().getUnsignedLong("id"))
                .setCheck(once::isUnused);
    }

    /** Tells an event what is true now; one that has begun keeps its start. */
    RestAction<Void> edit(long event, EventWords words, Told told, boolean begun) {
        DataObject body = body(words, told);
        if (!begun) {
            body.put("scheduled_start_time", told.starts().toString());
        }
        return patch(event, body);
    }

    /** Ends an event that is on. */
    RestAction<Void> end(long event) {
        return patch(event, DataObject.empty().put("status", COMPLETED));
    }

    public RestAction<Void> delete(long event) {
        return new RestActionImpl<>(
                jda, Route.Guilds.DELETE_SCHEDULED_EVENT.compile(Long.toString(server), Long.toString(event)));
    }

    private RestAction<Void> patch(long event, DataObject body) {
        return new RestActionImpl<>(
                jda, Route.Guilds.MODIFY_SCHEDULED_EVENT.compile(Long.toString(server), Long.toString(event)), body);
    }

    private static DataObject body(EventWords words, Told told) {
        return DataObject.empty()
                .put("name", words.name())
                .put("description", words.description())
                .put("entity_metadata", DataObject.empty().put("location", words.place()))
                .put("scheduled_end_time", told.ends().toString());
    }

    /** A body that goes out once. */
    private static final class Once extends RequestBody {

        private final RequestBody body;
        private final AtomicBoolean used = new AtomicBoolean();

        Once(byte[] json) {
            this.body = RequestBody.create(json, Requester.MEDIA_TYPE_JSON);
        }

        boolean isUnused() {
            return !used.get();
        }

        @Override
        public MediaType contentType() {
            return Requester.MEDIA_TYPE_JSON;
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            used.set(true);
            body.writeTo(sink);
        }
    }
}
