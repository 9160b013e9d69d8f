package io.github.mirrorball.show.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;

/** Makes the nodes that are written. */
final class Nodes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Nodes() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode list() {
        return NODES.arrayNode();
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode list = list();
        texts.forEach(list::add);
        return list;
    }

    static ArrayNode numbers(Collection<BigDecimal> numbers) {
        ArrayNode list = list();
        numbers.forEach(number -> list.add(plain(number)));
        return list;
    }

    /** As people write it: 7, not 7.0 and not 7E+0. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
