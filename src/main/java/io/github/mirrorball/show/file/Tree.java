package io.github.mirrorball.show.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.show.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * JSON as a tree with exact numbers. Built by hand, because the library either keeps the last of two fields with one name without a word
 * or stops at the first such pair.
 */
final class Tree {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final List<Fault> faults;

    private Tree(JsonParser parser, List<Fault> faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** The tree of these bytes; empty, with a fault that says where, if they are not one JSON value. */
    static Optional<JsonNode> read(byte[] bytes, List<Fault> faults) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            JsonNode root = new Tree(parser, faults).value("");
            if (parser.nextToken() != null) {
                return notJson(parser.currentTokenLocation(), faults);
            }
            return Optional.of(root);
        } catch (JsonProcessingException broken) {
            return notJson(Optional.ofNullable(broken.getLocation()).orElse(JsonLocation.NA), faults);
        } catch (IOException broken) {
            return notJson(JsonLocation.NA, faults);
        }
    }

    private static Optional<JsonNode> notJson(JsonLocation where, List<Fault> faults) {
        int line = Math.max(1, where.getLineNr());
        int column = Math.max(1, where.getColumnNr());
        faults.add(Fault.at("", "fault.file.notJson", line, column));
        return Optional.empty();
    }

    private JsonNode value(String place) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "Nothing here");
        }
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            default -> NODES.nullNode();
        };
    }

    /** The parser says of most unreadable numbers where they stand, but not of an exponent beyond all bounds. */
    private JsonNode number(String place) throws IOException {
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException unreadable) {
            faults.add(Fault.at(place, "fault.number.size"));
            return NODES.numberNode(0);
        }
    }

    private ObjectNode object(String place) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String field = Spot.place(place, name);
            parser.nextToken();
            JsonNode value = value(field);
            if (object.has(name)) {
                faults.add(Fault.at(field, "fault.field.twice"));
            } else {
                object.set(name, value);
            }
        }
        return object;
    }

    private ArrayNode array(String place) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(place + "[" + array.size() + "]"));
        }
        return array;
    }
}
