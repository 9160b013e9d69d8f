package io.github.mirrorball.stage.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and a path template as Discord documents them, and what answers there. */
record Route(String method, String template, List<String> segments, Handler handler) {
    /** Answers a call; runs under the world's lock. */
    interface Handler {
        RestResponse answer(RestRequest call);
    }

    static Route of(String method, String template, Handler handler) {
        return new Route(method, template, List.of(template.split("/")), handler);
    }

    String name() {
        return method + " " + template;
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    Optional<Map<String, String>> match(String calledMethod, List<String> called) {
        if (!method.equals(calledMethod) || called.size() != segments.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < called.size(); i++) {
            if (!isParameter(segments.get(i)) && !segments.get(i).equals(called.get(i))) {
                return Optional.empty();
            }
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < called.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment)) {
                parameters.put(segment.substring(1, segment.length() - 1), called.get(i));
            }
        }
        return Optional.of(parameters);
    }
}
