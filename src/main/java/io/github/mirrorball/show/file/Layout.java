package io.github.mirrorball.show.file;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Lays JSON out as text: what is small and flat goes on one line, everything else gets a line for each of its parts. */
final class Layout {

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private Layout() {}

    static String of(JsonNode node) {
        return of(node, "");
    }

    private static String of(JsonNode node, String indent) {
        String line = onOneLine(node);
        if (!node.isContainerNode() || (isFlat(node) && line.length() <= WIDTH)) {
            return line;
        }
        String inner = indent + INDENT;
        String lines = parts(node, inner).stream().map(part -> inner + part).collect(Collectors.joining(",\n"));
        return open(node) + "\n" + lines + "\n" + indent + close(node);
    }

    private static List<String> parts(JsonNode node, String indent) {
        return node.isObject()
                ? node.properties().stream()
                        .map(field -> quoted(field.getKey()) + ": " + of(field.getValue(), indent))
                        .toList()
                : children(node).stream().map(child -> of(child, indent)).toList();
    }

    static String onOneLine(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> quoted(field.getKey()) + ": " + onOneLine(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return children(node).stream().map(Layout::onOneLine).collect(Collectors.joining(", ", "[", "]"));
        }
        return node.isTextual() ? quoted(node.textValue()) : scalar(node);
    }

    private static String scalar(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }

    private static boolean isFlat(JsonNode node) {
        return children(node).stream().allMatch(child -> child.isEmpty());
    }

    private static List<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private static String open(JsonNode node) {
        return node.isObject() ? "{" : "[";
    }

    private static String close(JsonNode node) {
        return node.isObject() ? "}" : "]";
    }
}
