package io.github.mirrorball.stage.rest;

import io.github.mirrorball.stage.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the route of a request. Literal segments win because their routes come first in their area's list. */
final class Router {
    /** A route and its parameters. */
    record Match(Route route, Map<String, String> parameters) {}

    private final List<Route> routes;

    Router(World world, String gatewayUrl) {
        this.routes = Stream.of(
                        SelfRoutes.in(world, gatewayUrl),
                        CommandRoutes.in(world),
                        PlaceRoutes.in(world),
                        MessageRoutes.in(world),
                        ReactionRoutes.in(world),
                        InteractionRoutes.in(world),
                        WebhookRoutes.in(world),
                        EventRoutes.in(world))
                .flatMap(List::stream)
                .toList();
    }

    Optional<Match> find(String method, String path) {
        List<String> segments = List.of(path.split("/"));
        return routes.stream()
                .flatMap(route -> route.match(method, segments).map(found -> new Match(route, found)).stream())
                .findFirst();
    }
}
