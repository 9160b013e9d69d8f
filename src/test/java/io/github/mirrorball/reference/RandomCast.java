package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented people, none of them twice in one season. */
final class RandomCast {

    private static final List<String> FIRST = List.of(
            "Ada", "Béla", "Chloé", "Dov", "Esi", "Fenna", "Gus", "Hana", "Ines", "Jürgen", "Kofi", "Lil'", "Marit",
            "Nadia", "Oona", "Pia", "Quinn", "R. J.", "Sanna", "Tomás", "Uma", "Veit", "Wren", "Xenia", "Yara", "Zoë");
    private static final List<String> LAST = List.of(
            "Abel",
            "Brandt",
            "Cole",
            "Dahl",
            "Eze",
            "Fox-Hale",
            "Gold",
            "Hart",
            "Ivory",
            "Jansen",
            "Kurz",
            "Lark",
            "Moss",
            "Nuñez",
            "O'Dell",
            "Park",
            "Quist",
            "Reyes Jr.",
            "Stone",
            "Tan",
            "Ueda",
            "Vance",
            "Wolf",
            "York");
    private static final List<String> EMOJI = List.of(
            "🦊", "🐻", "🐼", "🐨", "🦁", "🐸", "🐙", "🦋", "🐢", "🦄", "🐬", "🦉", "🌵", "🌻", "🍀", "🍄", "🌙", "⭐",
            "🔥", "🌈", "🍒", "🍋", "🎈", "🎲");

    private RandomCast() {}

    static ArrayNode of(Random random, int size) {
        List<String> first = shuffled(FIRST, random);
        List<String> last = shuffled(LAST, random);
        List<String> emoji = shuffled(EMOJI, random);
        boolean withPartners = random.nextBoolean();
        boolean withEmoji = random.nextInt(3) == 0;
        ArrayNode cast = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < size; i++) {
            ObjectNode contestant = cast.addObject();
            contestant.put("id", slug(first.get(i) + " " + last.get(i)));
            contestant.put("name", first.get(i) + " " + last.get(i));
            if (withPartners) {
                contestant.put("partner", first.get((i + 1) % size) + " " + last.get((i + 2) % size));
            }
            if (withEmoji) {
                contestant.put("emoji", emoji.get(i));
            }
        }
        return cast;
    }

    private static List<String> shuffled(List<String> words, Random random) {
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[\\p{M}'.]", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
