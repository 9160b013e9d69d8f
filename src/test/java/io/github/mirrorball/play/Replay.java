package io.github.mirrorball.play;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.rehearsal.play.SeasonScript.Scene;
import io.github.mirrorball.rehearsal.play.SeasonScript.Scene.Entering;
import io.github.mirrorball.rehearsal.play.SeasonScript.Scene.Picking;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.stage.world.StageUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A season played by a few fans and a host who may slip once: enters one result wrongly at first, and corrects it later by the same form.
 * Every fan has an opinion of their own about everything, which does not depend on who can be picked, so that two replays of a season
 * differ by nothing but the slip.
 */
final class Replay {

    private final Evening evening;
    private final SeasonScript script;
    private final Slip slip;
    private final Slip unnamed;
    private final List<StageUser> fans;
    private boolean slipped;

    /** The host's slip; how things stood before and after its correction, and what was posted of it, is left in it. */
    static final class Slip {

        private final int episode;
        private final Result wrong;
        private final Predicate<Entering> mendedBefore;
        private final Predicate<Entering> mendedAfter;
        Optional<Mended> mended = Optional.empty();

        Slip(int episode, Result wrong, Predicate<Entering> mendedBefore, Predicate<Entering> mendedAfter) {
            this.episode = episode;
            this.wrong = wrong;
            this.mendedBefore = mendedBefore;
            this.mendedAfter = mendedAfter;
        }

        static Slip none() {
            return new Slip(0, Result.NOTHING, entering -> false, entering -> false);
        }

        private Result right(SeasonScript script) {
            return script.plan().results().getOrDefault(episode, Result.NOTHING);
        }
    }

    record Mended(Report before, Report after, String post) {}

    /** @param unnamed the slip whose victims nobody picks, in the replay without it too */
    Replay(Evening evening, SeasonScript script, int fans, Slip slip, Slip unnamed) {
        this.evening = evening;
        this.script = script;
        this.slip = slip;
        this.unnamed = unnamed;
        this.fans = IntStream.rangeClosed(1, fans)
                .mapToObj(number -> evening.fan("fan-%02d".formatted(number)))
                .toList();
    }

    List<StageUser> fans() {
        return fans;
    }

    Report play() {
        evening.importSeason(script.announced());
        for (Scene scene : script.scenes()) {
            evening.windTo(scene.at().toString());
            if (scene instanceof Picking picking) {
                pick(picking);
            } else {
                enter((Entering) scene);
            }
        }
        evening.windTo(script.ends().toString());
        return evening.report();
    }

    private void pick(Picking scene) {
        for (CardReport card : evening.bot().cards(evening.server().id())) {
            if (card.episode().equals(OptionalInt.of(scene.episode().number()))) {
                fans.forEach(fan -> choice(fan, scene, card)
                        .filter(card.emoji()::containsKey)
                        .ifPresent(choice -> evening.react(fan, card, choice)));
            }
        }
        evening.settle();
    }

    /** One of everyone who is in by the file; once the slip has happened, nobody has an opinion on whom it names. */
    private Optional<String> choice(StageUser fan, Picking scene, CardReport card) {
        if (scene.episode().number() == unnamed.episode && card.asks().equals("elimination")) {
            return choiceOfTheNight(fan);
        }
        List<String> choices = new ArrayList<>();
        script.plan().cast().stream()
                .map(Contestant::id)
                .filter(id -> !isGoneBefore(id, scene) && !wronglyNamed().contains(id))
                .forEach(choices::add);
        if (card.asks().equals("elimination")) {
            choices.add(Contestant.NO_ONE);
        }
        int opinion = Math.floorMod(
                31 * (31 * fan.name().hashCode() + scene.episode().number())
                        + card.asks().hashCode() * 7,
                9973);
        return opinion % 10 == 0 ? Optional.empty() : Optional.of(choices.get(opinion % choices.size()));
    }

    /** The slip matters to some: they pick who is named rightly only or wrongly only. */
    private Optional<String> choiceOfTheNight(StageUser fan) {
        List<String> named = new ArrayList<>(wronglyNamed());
        named.addAll(unnamed.right(script).eliminated().orElse(List.of()));
        named.add(Contestant.NO_ONE);
        return Optional.of(named.get(fans.indexOf(fan) % named.size()));
    }

    private List<String> wronglyNamed() {
        List<String> named = new ArrayList<>(unnamed.wrong.eliminated().orElse(List.of()));
        named.removeAll(unnamed.right(script).gone());
        return named;
    }

    private boolean isGoneBefore(String contestant, Picking scene) {
        return script.plan().episodes().stream()
                .takeWhile(episode -> episode.number() != scene.episode().number())
                .anyMatch(episode -> script.plan()
                        .results()
                        .getOrDefault(episode.number(), Result.NOTHING)
                        .gone()
                        .contains(contestant));
    }

    private void enter(Entering scene) {
        if (slipped && slip.mendedBefore.test(scene)) {
            mend();
        }
        boolean slips = scene.episode().number() == slip.episode;
        evening.enterResult(scene.episode().number(), fields(script, slips ? slip.wrong : scene.result()));
        slipped |= slips;
        if (slipped && slip.mendedAfter.test(scene)) {
            mend();
        }
    }

    private void mend() {
        Report before = evening.report();
        evening.enterResult(slip.episode, fields(script, slip.right(script)));
        String post = evening.posts().stream()
                .filter(text -> text.contains("Corrected: the result of"))
                .reduce((earlier, later) -> later)
                .orElse("");
        slip.mended = Optional.of(new Mended(before, evening.report(), post));
        slipped = false;
    }

    /** What a host puts into the form. */
    static Map<String, Object> fields(SeasonScript script, Result result) {
        Map<String, Object> fields = new HashMap<>();
        result.eliminated()
                .ifPresent(left -> fields.put("eliminated", left.isEmpty() ? List.of(Contestant.NO_ONE) : left));
        fields.put("withdrew", result.withdrew());
        result.marks().ifPresent(marks -> fields.put("marks", marks(script, marks)));
        fields.put(
                "placements",
                result.placements().entrySet().stream()
                        .map(place -> place.getValue() + " " + name(script, place.getKey()))
                        .collect(Collectors.joining("\n")));
        return fields;
    }

    private static String marks(SeasonScript script, Map<String, List<BigDecimal>> marks) {
        String lines = marks.entrySet().stream()
                .filter(given -> !given.getValue().isEmpty())
                .map(given -> name(script, given.getKey()) + ": "
                        + given.getValue().stream()
                                .map(BigDecimal::toPlainString)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "none" : lines;
    }

    private static String name(SeasonScript script, String contestant) {
        return script.contestant(contestant).map(Contestant::name).orElse(contestant);
    }
}
