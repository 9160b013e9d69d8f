package io.github.mirrorball.rehearsal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.rehearsal.play.Director;
import io.github.mirrorball.rehearsal.play.Director.Programme;
import io.github.mirrorball.rehearsal.play.Director.Told;
import io.github.mirrorball.rehearsal.play.Simulation;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageChoices;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageRole;
import io.github.mirrorball.stage.world.StageSilence;
import io.github.mirrorball.stage.world.StageUser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the page shows, as one of the people sees it. Thread-safe. */
final class View {

    private final Simulation simulation;
    private final Director director;
    private final People people;
    private final Guide guide;

    View(Simulation simulation, Director director, People people, Guide guide) {
        this.simulation = simulation;
        this.director = director;
        this.people = people;
        this.guide = guide;
    }

    /** Who and what there is, and the clock. */
    ObjectNode state(StageUser person) {
        ObjectNode state = clock();
        season().ifPresent(season -> state.put("title", season.title()));
        state.put("fans", director.fans()).put("as", Long.toString(person.id()));
        state.set("people", Json.array(people.all().stream().map(this::described)));
        state.set("channels", Json.array(people.channels(person).stream().map(channel -> described(person, channel))));
        state.set("roles", Json.array(simulation.server().roles().stream().map(View::described)));
        state.set("events", events());
        return state;
    }

    /** The show clock in the zone of the season, what lies ahead, and how far the one at the page has come. */
    ObjectNode clock() {
        Programme programme = director.programme();
        ObjectNode clock = Json.object()
                .put("server", Long.toString(simulation.server().id()))
                .put("now", simulation.clock().instant().toString())
                .put("zone", season().map(season -> season.zone().getId()).orElse("UTC"));
        programme.locks().ifPresent(at -> clock.put("locks", at.toString()));
        programme.airs().ifPresent(at -> clock.put("airs", at.toString()));
        programme.ends().ifPresent(at -> clock.put("ends", at.toString()));
        programme.waiting().ifPresent(episode -> clock.put("waiting", episode));
        clock.put("entered", programme.entered()).put("left", programme.left());
        clock.set("guide", guide.json(programme));
        return clock;
    }

    /** The server's scheduled events that have not ended, soonest first. */
    ArrayNode events() {
        return Json.array(simulation.server().events().stream().map(View::event));
    }

    private static ObjectNode event(ObjectNode event) {
        return Json.object()
                .put("id", event.path("id").asText())
                .put("name", event.path("name").asText())
                .put("description", event.path("description").asText(""))
                .put("place", event.path("entity_metadata").path("location").asText(""))
                .put("starts", event.path("scheduled_start_time").asText())
                .put("active", event.path("status").asInt() == 2);
    }

    /** What a button of the show clock did, and the clock since. */
    ObjectNode told(Told told) {
        ObjectNode json = clock().put("told", told.key());
        told.details().forEach(json.putArray("details")::add);
        told.said().ifPresent(said -> json.put("said", said));
        return json;
    }

    private Optional<Season> season() {
        return director.season();
    }

    private ObjectNode described(StageUser person) {
        StageChannel direct = person.direct();
        return Json.object()
                .put("id", Long.toString(person.id()))
                .put("name", person.name())
                .put("host", people.isHost(person))
                .put("direct", Long.toString(direct.id()))
                .put("last", last(person, direct));
    }

    private static ObjectNode described(StageUser person, StageChannel channel) {
        boolean direct = channel.id() == person.direct().id();
        return Json.object()
                .put("id", Long.toString(channel.id()))
                .put("name", direct ? "Mirrorball" : channel.name())
                .put("direct", direct)
                .put("last", last(person, channel));
    }

    /** The newest message that a person sees there, for marks of what is unread. */
    private static String last(StageUser person, StageChannel channel) {
        return person.messages(channel).stream()
                .reduce((older, newer) -> newer)
                .map(message -> Long.toString(message.id()))
                .orElse("0");
    }

    private static ObjectNode described(StageRole role) {
        return Json.object().put("id", Long.toString(role.id())).put("name", role.name());
    }

    /** The commands that a person finds in a channel. */
    ArrayNode commands(StageUser person, StageChannel channel) {
        return Json.array(person.commands(channel).stream());
    }

    /** What a person sees in a channel. */
    ArrayNode messages(StageUser person, StageChannel channel) {
        return Json.array(person.messages(channel).stream().map(message -> message(person, message)));
    }

    /** A message, with the reactions that are this person's own marked as such. */
    ObjectNode message(StageUser person, StageMessage message) {
        ObjectNode json = message.json();
        json.put("shown", message.shown().toString())
                .put("private", message.isEphemeral())
                .put("pings", message.pings(person));
        message.command().ifPresent(command -> json.put("command", command));
        Map<String, Set<Long>> who = message.reactions();
        for (JsonNode reaction : json.path("reactions")) {
            String emoji = reaction.path("emoji").path("name").asText();
            Set<Long> ids = who.getOrDefault(emoji, Set.of());
            ((ObjectNode) reaction).put("me", ids.contains(person.id())).set("who", named(ids));
        }
        return json;
    }

    /** Those among them whom the one at the page can be. */
    private ArrayNode named(Set<Long> ids) {
        ArrayNode names = Json.object().putArray("names");
        people.all().stream()
                .filter(person -> ids.contains(person.id()))
                .map(StageUser::name)
                .forEach(names::add);
        return names;
    }

    /** What a person sees after having done something; a form is left to the caller to remember. */
    ObjectNode answer(StageAnswer answer) {
        if (answer instanceof StageMessage message) {
            return Json.object()
                    .put("kind", "message")
                    .put("id", Long.toString(message.id()))
                    .put("channel", Long.toString(message.channel().id()));
        } else if (answer instanceof StageForm form) {
            ObjectNode json = Json.object().put("kind", "form").set("form", form.json());
            return json.set("real", Json.of(director.realValues(form)));
        } else if (answer instanceof StageChoices choices) {
            return Json.object()
                    .put("kind", "choices")
                    .set(
                            "choices",
                            Json.array(choices.choices().stream()
                                    .map(choice -> Json.object()
                                            .put("name", choice.name())
                                            .put("value", choice.value()))));
        }
        return Json.object().put("kind", "silence").put("reason", ((StageSilence) answer).reason());
    }
}
