package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.reference.Outcome.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Picks files in which fans guess well and badly, skip polls, change their minds, and now and then pick somebody who is
 * gone already or about to withdraw. Every pick is on an outcome that the poll offers, or void.
 */
public final class RandomPicks {

    private final Random random;
    private final SeasonFacts facts;
    private final Answers answers;
    private final ArrayNode lines = JsonNodeFactory.instance.arrayNode();

    private RandomPicks(JsonNode seasonFile, long seed) {
        this.random = new Random(seed);
        this.facts = new SeasonFacts(seasonFile);
        this.answers = new Answers(facts);
    }

    /** Picks of this many fans, the same for the same seed; jokers too, if the season has them. */
    public static JsonNode of(JsonNode seasonFile, int fans, long seed) {
        return new RandomPicks(seasonFile, seed).build(fans);
    }

    private ObjectNode build(int count) {
        List<String> fans = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            fans.add(String.format(Locale.ROOT, "fan-%03d", i));
        }
        for (Question question : facts.questions()) {
            fans.forEach(fan -> pickUnlessSkipped(fan, question));
            fans.forEach(fan -> changeOfMind(fan, question));
        }
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        fans.forEach(file.putArray("fans")::add);
        file.set("picks", lines);
        if (facts.setting("joker").asBoolean()) {
            addJokers(fans, file.putArray("jokers"));
        }
        return file;
    }

    private void pickUnlessSkipped(String fan, Question question) {
        if (random.nextInt(5) > 0) {
            write(fan, question);
        }
    }

    private void changeOfMind(String fan, Question question) {
        if (random.nextInt(12) == 0) {
            write(fan, question);
        }
    }

    private void write(String fan, Question question) {
        ObjectNode line = lines.addObject().put("fan", fan);
        question.number().ifPresent(number -> line.put("episode", number));
        line.put("asks", question.asks());
        if (question.aboutANumber()) {
            line.put("pick", number(question));
        } else {
            line.put("pick", outcome(question));
        }
    }

    private String outcome(Question question) {
        List<String> right = answers.right(question);
        List<String> withdrawing = withdrawing(question);
        List<String> gone = gone(question);
        int chance = random.nextInt(100);
        if (chance < 25 && !right.isEmpty()) {
            return anyone(right);
        }
        if (chance < 30 && !withdrawing.isEmpty()) {
            return anyone(withdrawing);
        }
        if (chance < 34 && !gone.isEmpty()) {
            return anyone(gone);
        }
        if (chance < 45 && question.asks().equals("elimination")) {
            return Answers.NONE;
        }
        return anyone(stillIn(question));
    }

    /** Near the truth in quarters, exact at times; around 25 where the truth never came out. */
    private double number(Question question) {
        boolean known = answers.state(question) == State.RESOLVED;
        BigDecimal near = known ? answers.rightNumber(question) : BigDecimal.valueOf(25);
        BigDecimal quarters = BigDecimal.valueOf(random.nextInt(25) - 12);
        return near.add(quarters.multiply(new BigDecimal("0.25")))
                .max(BigDecimal.ZERO)
                .doubleValue();
    }

    private List<String> stillIn(Question question) {
        return facts.cast().stream()
                .filter(who -> question.episode().isEmpty()
                        || facts.isIn(question.episode().get(), who))
                .toList();
    }

    private List<String> gone(Question question) {
        List<String> here = stillIn(question);
        return facts.cast().stream().filter(who -> !here.contains(who)).toList();
    }

    private List<String> withdrawing(Question question) {
        return stillIn(question).stream()
                .filter(who -> question.episode().isEmpty()
                        ? facts.everWithdrew(who)
                        : facts.withdrewIn(question.episode().get(), who))
                .toList();
    }

    /** Two fans in three play theirs; a few of them twice, and the later line stands. */
    private void addJokers(List<String> fans, ArrayNode jokers) {
        List<String> playing = new ArrayList<>(
                fans.stream().filter(fan -> random.nextInt(3) > 0).toList());
        playing.addAll(playing.stream().filter(fan -> random.nextInt(12) == 0).toList());
        List<JsonNode> episodes = facts.episodesAsAired();
        for (String fan : playing) {
            JsonNode episode = episodes.get(random.nextInt(episodes.size()));
            jokers.addObject()
                    .put("fan", fan)
                    .put("episode", episode.path("number").asInt());
        }
    }

    private String anyone(List<String> contestants) {
        return contestants.get(random.nextInt(contestants.size()));
    }
}
