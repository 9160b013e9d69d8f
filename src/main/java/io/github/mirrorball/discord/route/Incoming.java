package io.github.mirrorball.discord.route;

import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.Transactions;
import io.github.mirrorball.ops.Telemetry.Outcome;
import io.github.mirrorball.show.StoreFailure;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An interaction on its way from its handler to its answer. The single error boundary: an expected rejection is told as it is; anything
 * else is logged under an incident code, and the person is told that code. For one thread at a time.
 */
final class Incoming {

    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    private final GenericInteractionCreateEvent event;
    private final Route route;
    private final List<String> arguments;
    private final Acknowledgement acknowledgement;
    private final CommandMentions mentions;
    private final Predicate<Member> letThrough;
    private final BooleanSupplier tooOld;
    private final Consumer<Outcome> over;

    /**
     * @param letThrough whether Discord lets somebody do what hosts do
     * @param tooOld whether Discord takes no answer any more that was not promised
     * @param over is told once how it ended
     */
    Incoming(
            GenericInteractionCreateEvent event,
            Route route,
            List<String> arguments,
            Acknowledgement acknowledgement,
            CommandMentions mentions,
            Predicate<Member> letThrough,
            BooleanSupplier tooOld,
            Consumer<Outcome> over) {
        this.event = event;
        this.route = route;
        this.arguments = arguments;
        this.acknowledgement = acknowledgement;
        this.mentions = mentions;
        this.letThrough = letThrough;
        this.tooOld = tooOld;
        this.over = over;
    }

    /** Handles and answers it, whatever happens. */
    void serve() {
        end(isDropped() ? this::dropped : () -> answered(() -> voting().get()));
    }

    /** Does what is to be decided within the calling thread's transaction and leaves the rest to its commit; throws what spoils the transaction. */
    void join(Transactions transactions) {
        if (isDropped()) {
            transactions.runAfterCommit(() -> end(this::dropped));
        } else {
            Supplier<Reply> reply = decided();
            transactions.runAfterCommit(() -> end(() -> answered(reply)));
        }
    }

    /** Tells the person that what they wait for is still being done. */
    void reassure() {
        String sentence = words().text(route.ordered() ? "reply.saving" : "reply.working");
        acknowledgement.reassure(linked(Reply.of(Panels.notice(Sign.WAITING, sentence))));
    }

    /** Tells the person to come again: too many wait before them. */
    void refuseBusy() {
        LOG.warn("Refused interaction {} ({}): too many wait before it", event.getId(), route.path());
        end(() -> {
            acknowledgement.tell(linked(Reply.of(Panels.notice(Sign.TROUBLE, words().text("reply.busy")))));
            return Outcome.BUSY;
        });
    }

    private Supplier<Reply> decided() {
        try {
            return voting();
        } catch (Rejection rejection) {
            return () -> {
                throw rejection;
            };
        }
    }

    private Supplier<Reply> voting() {
        Guild guild = event.getGuild();
        if (guild != null && guild.isDetached()) {
            throw Invitation.rejection(guild);
        }
        Optional<Member> member = Optional.ofNullable(event.getMember());
        boolean isLetThrough = member.filter(letThrough).isPresent();
        return route.voting().decide(new Request(event, member, words(), arguments, isLetThrough));
    }

    private boolean isDropped() {
        return tooOld.getAsBoolean() && !acknowledgement.isDeferred();
    }

    private Outcome dropped() {
        LOG.warn("Dropped interaction {} ({}): it waited too long to be answered", event.getId(), route.path());
        return Outcome.LATE;
    }

    private Outcome answered(Supplier<Reply> reply) {
        try {
            Reply answer = reply.get();
            acknowledgement.answer(answer instanceof Reply.Message message ? linked(message) : answer);
            return Outcome.ANSWERED;
        } catch (Rejection rejection) {
            acknowledgement.tell(linked(Reply.of(Panels.notice(Sign.NO, rejection.text(words())))));
            return Outcome.REJECTED;
        }
    }

    private void end(Supplier<Outcome> end) {
        Outcome outcome = Outcome.FAILED;
        try {
            outcome = end.get();
        } catch (StoreFailure failure) {
            onFailure(failure);
        } catch (RuntimeException | Error broken) {
            onFailure(broken);
        } finally {
            over.accept(outcome);
        }
    }

    /** An outage is no incident: it is told to the operator where it is found, once for all that it concerns. */
    private void onFailure(StoreFailure failure) {
        if (failure.isOutage()) {
            LOG.debug("Interaction {} ({}) came to nothing", event.getId(), route.path(), failure);
            tell(failure.isInDoubt() ? "reply.away.inDoubt" : "reply.away");
        } else {
            onFailure((Throwable) failure);
        }
    }

    private void onFailure(Throwable broken) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.atError()
                .setCause(broken)
                .addKeyValue("incident", incident)
                .log("Incident {} in {} {}", incident, route.kind(), route.path());
        tell("reply.incident", incident);
    }

    private void tell(String key, Object... about) {
        try {
            acknowledgement.tell(linked(Reply.of(Panels.notice(Sign.TROUBLE, words().text(key, about)))));
        } catch (RuntimeException untold) {
            LOG.warn(
                    "How interaction {} ({}) ended could not be told: {}",
                    event.getId(),
                    route.path(),
                    untold.toString());
        }
    }

    /** With its commands clickable. */
    private Reply.Message linked(Reply.Message message) {
        Messages words = words();
        List<Container> panels = message.panels().stream()
                .map(panel -> mentions.in(panel, words))
                .toList();
        return new Reply.Message(panels, message.files());
    }

    private Messages words() {
        return Messages.in(event.getUserLocale().getLocale());
    }
}
