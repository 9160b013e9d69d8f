package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.Faults;
import io.github.mirrorball.stage.world.Inspector;
import io.github.mirrorball.stage.world.RequestRecord;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what a request gets: authority, faults, pacing, inspection, then its route; and writes it all down. */
final class RestDispatcher {
    record Request(
            String method,
            String path,
            Map<String, String> query,
            String token,
            Optional<JsonNode> body,
            List<StageFile> files) {}

    record Reply(RestResponse answer, Duration delay) {
        boolean isSilent() {
            return answer.status() == 0;
        }
    }

    private final World world;
    private final Faults faults;
    private final Router router;
    private final Pacer pacer;

    RestDispatcher(World world, Faults faults, Router router) {
        this.world = world;
        this.faults = faults;
        this.router = router;
        this.pacer = new Pacer(world.options.systemClock());
    }

    Reply answer(Request request) {
        Optional<Router.Match> match = router.find(request.method(), request.path());
        String name = match.map(found -> found.route().name()).orElse(request.method() + " " + request.path());
        Optional<Fault> fault = faults.strike(name);
        Reply reply = fault.isPresent()
                ? faulty(fault.get(), request, match)
                : new Reply(decide(request, match), Duration.ZERO);
        String template = match.map(found -> found.route().template()).orElse(request.path());
        world.ledger.addRequest(new RequestRecord(
                request.method(), request.path(), template, reply.answer().status(), request.body(), world.now()));
        return reply;
    }

    private Reply faulty(Fault fault, Request request, Optional<Router.Match> match) {
        RestResponse answer = fault.takesEffect() ? decide(request, match) : ordered(fault);
        if (fault.takesEffect() && !fault.isSlow()) {
            match.ifPresent(this::markUnheard);
        }
        if (fault.isSlow()) {
            return new Reply(answer, fault.delay());
        }
        if (fault.status() == 429) {
            return new Reply(Pacer.tooMany(fault.delay(), false), Duration.ZERO);
        }
        return new Reply(ordered(fault), Duration.ZERO);
    }

    /** Whoever is told of a fault may well try again what was carried out. */
    private void markUnheard(Router.Match match) {
        synchronized (world) {
            Optional.ofNullable(match.parameters().get("interaction_token"))
                    .flatMap(world.interactions::find)
                    .ifPresent(interaction -> interaction.isUnheard = true);
        }
    }

    private static RestResponse ordered(Fault fault) {
        return fault.isPage()
                ? RestResponse.page(fault.status())
                : RestResponse.error(fault.status(), fault.code(), "Ordered fault");
    }

    private RestResponse decide(Request request, Optional<Router.Match> match) {
        if (match.isEmpty()) {
            world.ledger.addViolation(request.method() + " " + request.path() + ": no such route");
            return RestResponse.error(404, 0, "404: Not Found");
        }
        if (!world.options.limits()) {
            return inspect(request, match.get());
        }
        return pacer.pace(match.get(), () -> inspect(request, match.get()));
    }

    private RestResponse inspect(Request request, Router.Match match) {
        Inspector inspector = world.options.inspector();
        List<String> faultsFound = inspector.request(request.method(), request.path(), request.body());
        RestResponse answer = faultsFound.isEmpty()
                ? route(request, match)
                : refuse(request, Refusal.form(String.join("; ", faultsFound)));
        inspector
                .response(request.method(), request.path(), answer.status(), answer.body())
                .forEach(found -> world.ledger.addViolation(
                        "answer to " + request.method() + " " + request.path() + ": " + found));
        return answer;
    }

    private RestResponse route(Request request, Router.Match match) {
        if (!request.token().equals("Bot " + world.token) && !request.path().startsWith("/interactions/")) {
            return refuse(request, Refusal.violation(401, 0, "401: Unauthorized"));
        }
        synchronized (world) {
            try {
                return match.route()
                        .handler()
                        .answer(new RestRequest(match.parameters(), request.query(), request.body(), request.files()));
            } catch (Refusal refusal) {
                return refuse(request, refusal);
            }
        }
    }

    private RestResponse refuse(Request request, Refusal refusal) {
        if (refusal.isViolation()) {
            world.ledger.addViolation(
                    request.method() + " " + request.path() + ": " + refusal.code() + " " + refusal.getMessage());
        }
        return RestResponse.of(refusal);
    }
}
