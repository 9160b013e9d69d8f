package io.github.mirrorball.discord.view;

import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Several names one after another: all of them where there is space, else as many as can still be read, and how many more there are. */
final class Names {

    /** A name cut shorter than this says nothing. */
    private static final Space READABLE = new Space(24, 62);

    private static final Space AND_MORE = new Space(24, 40);
    private static final String SEPARATOR = ", ";

    private Names() {}

    /** @param name writes one of them into a space */
    static <T> String of(Messages words, List<T> all, Space space, BiFunction<T, Space, String> name) {
        int readable = Math.max(1, space.times(READABLE));
        if (all.size() <= readable) {
            return joined(all, space, name);
        }
        List<T> shown = all.subList(0, Math.max(1, space.less(AND_MORE).times(READABLE)));
        return words.text("list.more", joined(shown, space.less(AND_MORE), name), all.size() - shown.size());
    }

    /** The same in bold. */
    static <T> String bold(Messages words, List<T> all, Space space, BiFunction<T, Space, String> name) {
        return of(words, all, space, (each, share) -> "**" + name.apply(each, share.without("***")) + "**");
    }

    private static <T> String joined(List<T> shown, Space space, BiFunction<T, Space, String> name) {
        Space share = space.each(shown.size()).without(" ");
        return shown.stream().map(each -> name.apply(each, share)).collect(Collectors.joining(SEPARATOR));
    }
}
