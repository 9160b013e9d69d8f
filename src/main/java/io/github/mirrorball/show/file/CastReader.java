package io.github.mirrorball.show.file;

import io.github.mirrorball.show.Contestant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the contestants. One with a faulty id stays in the cast, so that what refers to it is not called unknown as well. */
final class CastReader {

    static final int LONGEST_ID = 60;

    static final int FEWEST = 2;
    /** Those who are in at once are fewer; this only bounds what is read. */
    private static final int MOST_EVER = 100;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LABEL = 100;
    private static final List<String> FIELDS = List.of("id", "name", "partner", "emoji");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1," + LONGEST_ID + "}");

    private final List<Contestant> cast = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> emoji = new HashSet<>();

    private CastReader() {}

    static List<Contestant> read(Spot spot, int fewest) {
        CastReader reader = new CastReader();
        spot.items(fewest, MOST_EVER).forEach(reader::readContestant);
        return reader.cast;
    }

    private void readContestant(Spot spot) {
        if (!spot.isObjectOf(FIELDS)) {
            return;
        }
        Optional<Spot> place = spot.required("id");
        Optional<String> id = place.flatMap(Spot::text);
        id.ifPresent(slug -> place.ifPresent(field -> checkId(field, slug)));
        Optional<String> name = spot.required("name").flatMap(field -> field.text(LONGEST_NAME));
        Optional<String> partner = spot.field("partner").flatMap(field -> field.text(LONGEST_NAME));
        Optional<String> chosen = spot.field("emoji").flatMap(this::emoji);
        Contestant contestant = new Contestant(id.orElse(""), name.or(() -> id).orElse(""), partner, chosen);
        if (contestant.label().length() > LONGEST_LABEL) {
            spot.addFault("fault.contestant.label", LONGEST_LABEL);
        }
        id.ifPresent(known -> cast.add(contestant));
    }

    private void checkId(Spot spot, String id) {
        if (id.equals(Contestant.NO_ONE)) {
            spot.addFault("fault.contestant.reserved", id);
        } else if (!SLUG.matcher(id).matches()) {
            spot.addFault("fault.contestant.id", LONGEST_ID);
        }
        if (!ids.add(id)) {
            spot.addFault("fault.contestant.twice", id);
        }
    }

    private Optional<String> emoji(Spot spot) {
        Optional<String> chosen = spot.text(Emoji::isOne, "fault.emoji.notOne");
        if (chosen.filter(Emoji::isLetter).isPresent()) {
            spot.addFault("fault.emoji.letter");
        } else if (chosen.isPresent() && !emoji.add(Emoji.bare(chosen.get()))) {
            spot.addFault("fault.emoji.twice", chosen.get());
        }
        return chosen;
    }
}
