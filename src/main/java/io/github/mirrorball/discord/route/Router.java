package io.github.mirrorball.discord.route;

import io.github.mirrorball.league.Transactions;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.ops.Telemetry.Outcome;
import io.github.mirrorball.wording.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads every interaction to its handler, votes in the order in which they came, and sends what the handler answers. Thread-safe. */
public final class Router {

    /** How long somebody waits for a promised answer before they are told that it is still to come. */
    static final Duration UNCERTAINTY = Duration.ofSeconds(10);

    /** An interaction that is older than Discord's own patience can no longer be answered, so it must have no effect. */
    static final Duration TOO_OLD = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final Route UNKNOWN =
            Route.command("", Route.Mode.ANSWER_PRIVATE, request -> reject("reply.unknown"));

    private final Map<String, Known> routes = new HashMap<>();
    private final Known unknown;
    private final HostPasses passes;
    private final Lanes lanes;
    private final Executor handlers;
    private final ScheduledExecutorService watchdog;
    private final PendingWork work;
    private final InstantSource time;
    private final Timeouts timeouts;
    private final AnswerRepair repair;
    private final Telemetry telemetry;
    private final CommandMentions mentions;
    private final Lanes.Together<Incoming> together;

    /**
     * @param time Discord's, by which it loses its patience
     * @param repair is asked for answers that Discord refused
     */
    public Router(
            List<Feature> features,
            Lanes lanes,
            Transactions transactions,
            Executor handlers,
            ScheduledExecutorService watchdog,
            PendingWork work,
            InstantSource time,
            Timeouts timeouts,
            AnswerRepair repair,
            Telemetry telemetry,
            CommandMentions mentions) {
        this.lanes = lanes;
        this.handlers = handlers;
        this.watchdog = watchdog;
        this.work = work;
        this.time = time;
        this.timeouts = timeouts;
        this.repair = repair;
        this.telemetry = telemetry;
        this.mentions = mentions;
        this.together = Lanes.inOneCommit(
                transactions, vote -> vote.join(transactions), (poll, votes) -> votes.forEach(Incoming::serve));
        this.unknown = new Known(UNKNOWN, false, telemetry.interactions("unknown", "unknown"));
        this.passes = new HostPasses(time);
        features.forEach(feature -> feature.routes().forEach(route -> add(route, isForHosts(feature))));
    }

    /** Whether Discord hides its command from everybody whom a server's admins do not allow it. */
    private static boolean isForHosts(Feature feature) {
        return feature.definition()
                .filter(command -> !command.getDefaultPermissions().equals(DefaultMemberPermissions.ENABLED))
                .isPresent();
    }

    private void add(Route route, boolean forHosts) {
        boolean gated = forHosts && route.kind() == Route.Kind.COMMAND;
        Known known =
                new Known(route, gated, telemetry.interactions(route.kind().name(), route.path()));
        if (routes.put(key(route.kind(), route.path()), known) != null) {
            throw new IllegalArgumentException("Two routes for " + route.kind() + " " + route.path());
        }
    }

    private static String key(Route.Kind kind, String path) {
        return kind + " " + path;
    }

    private static Reply reject(String key) {
        throw new Rejection(key);
    }

    /** Takes an interaction on the gateway's reading thread and hands it on. */
    public void receive(GenericInteractionCreateEvent event) {
        Address address = Address.of(event);
        Known known = routes.getOrDefault(key(address.kind(), address.path()), unknown);
        if (isTooOld(event)) {
            LOG.warn("Dropped interaction {}: it came too late to be answered", event.getId());
            known.told.accept(Outcome.LATE);
            return;
        }
        Acknowledgement acknowledgement = new Acknowledgement(
                event,
                address.kind() == Route.Kind.SUGGESTION ? Route.Mode.CHOICES : known.route.mode(),
                () -> left(event),
                Messages.in(event.getUserLocale().getLocale()),
                repair,
                sendTimed(System.nanoTime()));
        work.begin();
        Incoming incoming = new Incoming(
                event,
                known.route,
                address.arguments(),
                acknowledgement,
                mentions,
                member -> isLetThrough(known, member),
                () -> isTooOld(event),
                outcome -> {
                    known.told.accept(outcome);
                    work.end();
                });
        if (acknowledgement.canDefer()) {
            runLater(timeouts.deferral(), () -> {
                if (acknowledgement.defer()) {
                    runLater(UNCERTAINTY.minus(timeouts.deferral()), incoming::reassure);
                }
            });
        }
        Optional<Long> lane = known.route.ordered() ? address.firstNumber() : Optional.empty();
        lane.ifPresentOrElse(poll -> runInLane(poll, incoming), () -> handlers.execute(incoming::serve));
    }

    private boolean isLetThrough(Known known, Member member) {
        if (known.isGated) {
            passes.note(member);
        }
        return passes.has(member);
    }

    private void runLater(Duration wait, Runnable task) {
        Future<?> unused = watchdog.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runInLane(long poll, Incoming vote) {
        if (!lanes.offer(poll, vote, together)) {
            handlers.execute(vote::refuseBusy);
        }
    }

    private boolean isTooOld(Interaction interaction) {
        return left(interaction).isNegative();
    }

    /** For how long Discord still takes an acknowledgement. */
    private Duration left(Interaction interaction) {
        Instant end = interaction.getTimeCreated().toInstant().plus(TOO_OLD);
        return Duration.between(time.instant(), end);
    }

    /** Sends, and tells how long after its arrival an interaction was acknowledged: by whatever Discord took first. */
    private Acknowledgement.Sender sendTimed(long arrived) {
        AtomicBoolean acknowledged = new AtomicBoolean();
        Runnable taken = () -> {
            if (!acknowledged.getAndSet(true)) {
                telemetry.recordAcknowledged(Duration.ofNanos(System.nanoTime() - arrived));
            }
        };
        return new Acknowledgement.Sender() {
            @Override
            public void send(RestAction<?> action, Consumer<Throwable> failed) {
                Router.this.send(action, taken, failed);
            }

            @Override
            public void runLater(Runnable task) {
                work.begin();
                handlers.execute(() -> runGuarded(task));
            }
        };
    }

    private void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            LOG.error("An answer that Discord refused could not be given again", broken);
        } finally {
            work.end();
        }
    }

    private void send(RestAction<?> action, Runnable taken, Consumer<Throwable> notTaken) {
        work.begin();
        try {
            action.queue(
                    done -> {
                        taken.run();
                        work.end();
                    },
                    failed -> {
                        LOG.warn("An answer did not reach Discord: {}", failed.toString());
                        try {
                            notTaken.accept(failed);
                        } finally {
                            work.end();
                        }
                    });
        } catch (RuntimeException refused) {
            work.end();
            throw refused;
        }
    }

    /**
     * A route.
     *
     * @param isGated whether Discord itself lets only those use it whom it takes for hosts
     * @param told takes how its interactions end
     */
    private record Known(Route route, boolean isGated, Consumer<Outcome> told) {}

    /** What kind of interaction it is, where it leads, and what its id says beyond that. */
    private record Address(Route.Kind kind, String path, List<String> arguments) {

        static Address of(Interaction interaction) {
            if (interaction instanceof CommandAutoCompleteInteractionEvent typing) {
                return new Address(Route.Kind.SUGGESTION, typing.getFullCommandName(), List.of());
            }
            if (interaction instanceof CommandInteractionPayload command) {
                return new Address(Route.Kind.COMMAND, command.getFullCommandName(), List.of());
            }
            if (interaction instanceof ModalInteractionEvent form) {
                return split(Route.Kind.FORM, form.getModalId());
            }
            return interaction instanceof GenericComponentInteractionCreateEvent component
                    ? split(Route.Kind.COMPONENT, component.getComponentId())
                    : new Address(Route.Kind.COMMAND, "", List.of());
        }

        private static Address split(Route.Kind kind, String id) {
            List<String> parts = Arrays.asList(id.split(":", -1));
            return new Address(kind, parts.get(0), parts.subList(1, parts.size()));
        }

        Optional<Long> firstNumber() {
            return arguments.stream()
                    .limit(1)
                    .filter(argument -> argument.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .findFirst();
        }
    }
}
