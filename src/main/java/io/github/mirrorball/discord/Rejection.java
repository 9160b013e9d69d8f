package io.github.mirrorball.discord;

import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** An expected no: what was asked cannot be, and these sentences say why and what to do. Carries no trace. */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public Rejection(String key, Object... args) {
        this(List.of(Fault.at("", key, args)));
    }

    public Rejection(List<Fault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** The sentences for the person, a line each. */
    public String text(Messages words) {
        return faults.stream().map(fault -> fault.sentence(words)).collect(Collectors.joining("\n"));
    }
}
