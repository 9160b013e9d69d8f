package io.github.mirrorball.discord.route;

import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** An expected no: what was asked cannot be, and these sentences say why and what to do. Carries no trace. */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param args as they are to stand in the sentence: what people typed is escaped already */
    public Rejection(String key, Object... args) {
        super(key, null, false, false);
        this.faults = List.of(Fault.at("", key, args));
    }

    /** @param faults with what people typed as they typed it; it is escaped here */
    public Rejection(List<Fault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = faults.stream().map(Rejection::escaped).toList();
    }

    private static Fault escaped(Fault fault) {
        List<Object> args = fault.args().stream()
                .map(arg -> arg instanceof String typed ? Markdown.escape(typed) : arg)
                .toList();
        return new Fault(fault.place().isEmpty() ? "" : Markdown.escape(fault.place()), fault.key(), args);
    }

    /** The sentences for the person, a line each. */
    public String text(Messages words) {
        return faults.stream().map(words::text).collect(Collectors.joining("\n"));
    }
}
