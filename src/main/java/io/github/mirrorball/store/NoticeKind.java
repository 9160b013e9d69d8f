package io.github.mirrorball.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.outbox.Notice;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;

/**
 * The kinds of notices as rows hold them: how urgent each is in its channel (lower goes first), and its ids as text. Equal notices have equal
 * texts, so a notice is found again by them.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
enum NoticeKind {
    LOCKED(
            10,
            Notice.Locked.class,
            (Notice.Locked notice, ObjectNode ids) -> ids.put("season", notice.season())
                    .put("locksAt", notice.locksAt().toString()),
            ids -> new Notice.Locked(
                    ids.path("season").asLong(),
                    Instant.parse(ids.path("locksAt").asText()))),
    RESULTED(
            10,
            Notice.Resulted.class,
            (Notice.Resulted notice, ObjectNode ids) -> ids.put("season", notice.season())
                    .put("episode", notice.episode())
                    .put("version", notice.version()),
            ids -> new Notice.Resulted(
                    ids.path("season").asLong(),
                    ids.path("episode").asInt(),
                    ids.path("version").asInt())),
    CAST_CHANGED(
            20,
            Notice.CastChanged.class,
            (Notice.CastChanged notice, ObjectNode ids) -> {
                ids.put("season", notice.season());
                notice.episode().ifPresent(episode -> ids.put("episode", episode));
            },
            ids -> new Notice.CastChanged(
                    ids.path("season").asLong(),
                    ids.has("episode") ? OptionalInt.of(ids.path("episode").asInt()) : OptionalInt.empty())),
    CHANGED_BY_HAND(
            20,
            Notice.ChangedByHand.class,
            (Notice.ChangedByHand notice, ObjectNode ids) -> ids.put("poll", notice.poll())
                    .put("deed", notice.deed().name())
                    .put("at", notice.at().toString()),
            ids -> new Notice.ChangedByHand(
                    ids.path("poll").asLong(),
                    Notice.ChangedByHand.Deed.valueOf(ids.path("deed").asText()),
                    Instant.parse(ids.path("at").asText()))),
    MOVED(
            20,
            Notice.Moved.class,
            (Notice.Moved notice, ObjectNode ids) -> {
                ids.put("season", notice.season());
                notice.polls().forEach(ids.putArray("polls")::add);
            },
            ids -> new Notice.Moved(
                    ids.path("season").asLong(),
                    StreamSupport.stream(ids.path("polls").spliterator(), false)
                            .map(JsonNode::asLong)
                            .toList())),
    REMINDER(
            25,
            Notice.Reminder.class,
            (Notice.Reminder notice, ObjectNode ids) -> ids.put("season", notice.season())
                    .put("locksAt", notice.locksAt().toString()),
            ids -> new Notice.Reminder(
                    ids.path("season").asLong(),
                    Instant.parse(ids.path("locksAt").asText()))),
    /** After everything else, and not among it: direct messages have a pace of their own. */
    DIRECT_REMINDER(
            90,
            Notice.DirectReminder.class,
            (Notice.DirectReminder notice, ObjectNode ids) -> ids.put("season", notice.season())
                    .put("locksAt", notice.locksAt().toString())
                    .put("fan", notice.fan()),
            ids -> new Notice.DirectReminder(
                    ids.path("season").asLong(),
                    Instant.parse(ids.path("locksAt").asText()),
                    ids.path("fan").asLong())),
    NUDGE(
            25,
            Notice.Nudge.class,
            (Notice.Nudge notice, ObjectNode ids) ->
                    ids.put("season", notice.season()).put("episode", notice.episode()),
            ids -> new Notice.Nudge(
                    ids.path("season").asLong(), ids.path("episode").asInt())),
    SEASON_OPENED(
            25,
            Notice.SeasonOpened.class,
            (Notice.SeasonOpened notice, ObjectNode ids) -> ids.put("season", notice.season()),
            ids -> new Notice.SeasonOpened(ids.path("season").asLong())),
    GREETING(
            25,
            Notice.Greeting.class,
            (Notice.Greeting notice, ObjectNode ids) -> ids.put("server", notice.server())
                    .put("channel", notice.channel())
                    .put("language", notice.language()),
            ids -> new Notice.Greeting(
                    ids.path("server").asLong(),
                    ids.path("channel").asLong(),
                    ids.path("language").asText())),
    RESULT_REDACTED(
            45,
            Notice.ResultRedacted.class,
            (Notice.ResultRedacted notice, ObjectNode ids) -> ids.put("season", notice.season())
                    .put("episode", notice.episode())
                    .put("version", notice.version()),
            ids -> new Notice.ResultRedacted(
                    ids.path("season").asLong(),
                    ids.path("episode").asInt(),
                    ids.path("version").asInt())),
    CARD(30, Notice.Card.class, Notice.Card::poll, Notice.Card::new),
    CARD_CHANGED(40, Notice.CardChanged.class, Notice.CardChanged::poll, Notice.CardChanged::new),
    SEEDS(50, Notice.Seeds.class, Notice.Seeds::poll, Notice.Seeds::new),
    CARD_WITHDRAWN(
            60,
            Notice.CardWithdrawn.class,
            (Notice.CardWithdrawn notice, ObjectNode ids) -> ids.put("poll", notice.poll())
                    .put("channel", notice.channel())
                    .put("message", notice.message()),
            ids -> new Notice.CardWithdrawn(
                    ids.path("poll").asLong(),
                    ids.path("channel").asLong(),
                    ids.path("message").asLong())),
    EVENT(
            60,
            Notice.Event.class,
            (Notice.Event notice, ObjectNode ids) -> ids.put("server", notice.server())
                    .put("season", notice.season())
                    .put("episode", notice.episode()),
            ids -> new Notice.Event(
                    ids.path("server").asLong(),
                    ids.path("season").asLong(),
                    ids.path("episode").asInt()));

    final int urgency;
    private final Class<? extends Notice> type;
    private final BiConsumer<Notice, ObjectNode> write;
    private final Function<JsonNode, Notice> read;

    <N extends Notice> NoticeKind(
            int urgency, Class<N> type, BiConsumer<N, ObjectNode> write, Function<JsonNode, Notice> read) {
        this.urgency = urgency;
        this.type = type;
        this.write = (notice, ids) -> write.accept(type.cast(notice), ids);
        this.read = read;
    }

    <N extends Notice> NoticeKind(int urgency, Class<N> type, ToLongFunction<N> poll, LongFunction<Notice> made) {
        this(
                urgency,
                type,
                (notice, ids) -> ids.put("poll", poll.applyAsLong(notice)),
                ids -> made.apply(ids.path("poll").asLong()));
    }

    static NoticeKind of(Notice notice) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(notice))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind for " + notice));
    }

    String ids(Notice notice) {
        ObjectNode ids = Json.object();
        write.accept(notice, ids);
        return Json.text(ids);
    }

    Notice notice(String ids) {
        return read.apply(Json.tree(ids));
    }

    /** The poll that a notice is about, where it is about one. */
    static OptionalLong poll(String ids) {
        JsonNode poll = Json.tree(ids).path("poll");
        return poll.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(poll.asLong());
    }
}
