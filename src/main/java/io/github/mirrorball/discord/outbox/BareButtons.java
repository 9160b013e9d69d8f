package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.view.EmojiFaults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.RestAction;

/** Posts whose buttons Discord refuses for their emoji go without those. */
final class BareButtons {

    private BareButtons() {}

    /** What is asked with a panel, and with a plainer one where Discord refuses that for its emoji. */
    static <T> RestAction<T> orPlainer(Container panel, Function<Container, RestAction<T>> request) {
        return request.apply(panel)
                .onErrorFlatMap(
                        failed -> areWhy(panel, failed),
                        failed -> request.apply(plainer(panel, failed).orElse(panel)));
    }

    /** Whether emoji on a panel's buttons are why a request failed. */
    static boolean areWhy(Container panel, Throwable failed) {
        return plainer(panel, failed).isPresent();
    }

    private static Optional<Container> plainer(Container panel, Throwable failed) {
        return failed instanceof ErrorResponseException why
                ? EmojiFaults.in(List.of(panel), why)
                        .map(faults ->
                                faults.repaired((menu, refused) -> Map.of()).get(0))
                : Optional.empty();
    }
}
