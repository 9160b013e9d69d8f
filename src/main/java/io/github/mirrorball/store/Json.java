package io.github.mirrorball.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JSON text as columns hold it. Decimals are strings, so that each comes back with the places that it had. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The text of a tree; equal trees with fields in the same order give equal texts. */
    static String text(JsonNode tree) {
        return tree.toString();
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new StoreException("A row of the database holds text that cannot be read.", broken);
        }
    }

    static <T> ArrayNode array(Collection<T> values, Function<T, JsonNode> written) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(written.apply(value)));
        return array;
    }

    static ArrayNode texts(Collection<?> values) {
        return array(values, value -> JsonNodeFactory.instance.textNode(value.toString()));
    }

    static <T> ObjectNode map(Map<String, T> values, Function<T, JsonNode> written) {
        ObjectNode object = object();
        values.forEach((key, value) -> object.set(key, written.apply(value)));
        return object;
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        array.forEach(value -> values.add(read.apply(value)));
        return values;
    }

    static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        object.properties().forEach(field -> values.put(field.getKey(), read.apply(field.getValue())));
        return values;
    }

    /** A field that may be missing. */
    static Optional<JsonNode> field(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name));
    }

    static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asText());
    }
}
