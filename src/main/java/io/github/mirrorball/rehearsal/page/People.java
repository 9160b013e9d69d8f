package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.rehearsal.play.Simulation;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageEvent;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageRole;
import io.github.mirrorball.stage.world.StageUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom the one at the page can be, and what each of them can see. Ids are as Discord writes them. Thread-safe. */
final class People {

    private static final List<String> FANS = List.of("You", "Robin", "Kim", "Alex");

    private final Simulation simulation;
    private final List<StageUser> fans;

    People(Simulation simulation) {
        this.simulation = simulation;
        this.fans = FANS.stream().map(simulation.server()::member).toList();
    }

    StageUser host() {
        return simulation.host();
    }

    /** Everyone to choose from; the host first. */
    List<StageUser> all() {
        return Stream.concat(Stream.of(host()), fans.stream()).toList();
    }

    /** A person who is here to choose. */
    StageUser person(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is nobody " + id + " here."));
    }

    Optional<StageUser> find(String id) {
        return all().stream()
                .filter(person -> Long.toString(person.id()).equals(id))
                .findFirst();
    }

    /** The channels that a person sees; their direct messages with the bot last. */
    List<StageChannel> channels(StageUser person) {
        return isHost(person)
                ? List.of(simulation.ballroom(), simulation.hosts(), person.direct())
                : List.of(simulation.ballroom(), person.direct());
    }

    StageChannel channel(StageUser person, String id) {
        return channels(person).stream()
                .filter(channel -> Long.toString(channel.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(person.name() + " sees no channel " + id + "."));
    }

    boolean sees(StageUser person, StageEvent event) {
        return event.onlyFor().map(id -> id == person.id()).orElse(true)
                && channels(person).stream()
                        .anyMatch(channel -> channel.id() == event.channel().id());
    }

    /** To whom something was written that nobody else sees, if the one at the page can be that person. */
    Optional<StageUser> addressee(StageEvent event) {
        return all().stream()
                .filter(person -> person.direct().id() == event.channel().id())
                .findFirst();
    }

    /** A message that a person sees. */
    StageMessage message(StageUser person, StageChannel channel, String id) {
        return person.messages(channel).stream()
                .filter(message -> Long.toString(message.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("That message is gone."));
    }

    StageRole role(String id) {
        return simulation.server().roles().stream()
                .filter(role -> Long.toString(role.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no role " + id + "."));
    }

    boolean isHost(StageUser person) {
        return person.id() == host().id();
    }
}
