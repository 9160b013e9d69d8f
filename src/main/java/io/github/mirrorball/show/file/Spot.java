package io.github.mirrorball.show.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.show.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A place in a file: what stands there, how the place is called, and where its faults go. Every read says what it expects and faults
 * what differs.
 *
 * @param faults shared by all spots of a file, which add to it
 */
record Spot(JsonNode node, String place, List<Fault> faults) {

    private static final int LONGEST_SHOWN = 60;
    /** Members of a list that are looked at, however many there are. */
    private static final int MOST_ITEMS = 1000;
    /** Marks have no ceiling, but a number must not be a megabyte when it is spelled out. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(12);

    private static final int TOO_FINE = 12;

    /** The place of a field. */
    static String place(String parent, String field) {
        return parent.isEmpty() ? shown(field) : parent + "." + shown(field);
    }

    /** What somebody wrote, short enough to be repeated to them. */
    static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    void addFault(String key, Object... args) {
        faults.add(Fault.at(place, key, args));
    }

    /** Whether an object stands here. Fields that it should not have are faults. */
    boolean isObjectOf(List<String> known) {
        if (!isObject()) {
            return false;
        }
        fields().forEach((name, field) -> {
            if (!known.contains(name)) {
                field.addFault("fault.field.unknown", String.join(", ", known));
            }
        });
        return true;
    }

    private boolean isObject() {
        if (!node.isObject()) {
            addFault("fault.type.object");
        }
        return node.isObject();
    }

    boolean isNull() {
        return node.isNull();
    }

    boolean isText() {
        return node.isTextual();
    }

    /** A field that may be left out. */
    Optional<Spot> field(String name) {
        return Optional.ofNullable(node.get(name)).map(value -> new Spot(value, place(place, name), faults));
    }

    /** A field that must be there. */
    Optional<Spot> required(String name) {
        Optional<Spot> field = field(name);
        if (field.isEmpty()) {
            faults.add(Fault.at(place(place, name), "fault.field.missing"));
        }
        return field;
    }

    /** The fields of an object whose names are data. */
    Map<String, Spot> entries() {
        return isObject() ? fields() : Map.of();
    }

    private Map<String, Spot> fields() {
        Map<String, Spot> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(each ->
                        fields.put(each.getKey(), new Spot(each.getValue(), place(place, each.getKey()), faults)));
        return fields;
    }

    /** The members of a list, of which there may be so many. */
    List<Spot> items(int least, int most) {
        if (!node.isArray()) {
            addFault("fault.type.list");
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            addFault("fault.list.size", least, most, node.size());
        }
        List<Spot> items = new ArrayList<>();
        for (int i = 0; i < Math.min(node.size(), MOST_ITEMS); i++) {
            items.add(new Spot(node.path(i), place + "[" + i + "]", faults));
        }
        return items;
    }

    /** A text of any kind. */
    Optional<String> text() {
        if (!node.isTextual()) {
            addFault("fault.type.text");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    /** A text; one that is blank, too long or not printable is a fault, and still returned so that what refers to it is found. */
    Optional<String> text(int most) {
        Optional<String> text = text();
        text.ifPresent(given -> check(given, most));
        return text;
    }

    private void check(String text, int most) {
        if (text.codePoints().allMatch(Spot::isInvisible)) {
            addFault("fault.text.blank");
        } else if (text.length() > most) {
            addFault("fault.text.tooLong", most, text.length());
        }
        if (text.codePoints().anyMatch(Spot::isUnprintable)) {
            addFault("fault.text.unprintable");
        }
    }

    /** Direction marks and the like leave nothing to read either. */
    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT;
    }

    /** Half a surrogate pair cannot be written as UTF-8, one of the databases keeps no NUL, and there are line breaks beside the usual. */
    private static boolean isUnprintable(int point) {
        return Character.isISOControl(point)
                || switch (Character.getType(point)) {
                    case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    /** A text for which there is a rule of its own. */
    Optional<String> text(Predicate<String> rule, String key) {
        Optional<String> text = text();
        Optional<String> fitting = text.filter(rule);
        if (text.isPresent() && fitting.isEmpty()) {
            addFault(key);
        }
        return fitting;
    }

    Optional<Boolean> flag() {
        if (!node.isBoolean()) {
            addFault("fault.type.flag");
            return Optional.empty();
        }
        return Optional.of(node.booleanValue());
    }

    /** A number without trailing zeros. */
    Optional<BigDecimal> number() {
        if (!node.isNumber()) {
            addFault("fault.type.number");
            return Optional.empty();
        }
        BigDecimal value = node.decimalValue();
        BigDecimal stripped = value.stripTrailingZeros();
        if (value.abs().compareTo(TOO_LARGE) >= 0 || stripped.scale() > TOO_FINE) {
            addFault("fault.number.size");
            return Optional.empty();
        }
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    /** A number within these bounds, with at most so many places. */
    Optional<BigDecimal> number(int least, int most, int places) {
        Optional<BigDecimal> number = number();
        Optional<BigDecimal> fitting = number.filter(value -> value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0
                && value.scale() <= places);
        if (number.isPresent() && fitting.isEmpty()) {
            addFault(places == 0 ? "fault.number.whole" : "fault.number.range", least, most, places);
        }
        return fitting;
    }

    /** A whole number within these bounds. */
    Optional<Integer> whole(int least, int most) {
        return number(least, most, 0).map(BigDecimal::intValueExact);
    }
}
