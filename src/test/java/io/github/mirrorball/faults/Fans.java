package io.github.mirrorball.faults;

import io.github.mirrorball.faults.Kills.Moment;
import io.github.mirrorball.faults.LeagueFile.Answer;
import io.github.mirrorball.faults.Wish.Step;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageUser;
import io.github.mirrorball.wording.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** The fans: each does what they wish, and tries again later what was not acknowledged. */
final class Fans {

    /** How many things may happen before somebody starts the dead bot again. */
    private static final int UNNOTICED = 6;

    /** Attempts in a row without an answer after which something is wrong. */
    private static final int IN_VAIN = 500;

    private static final Messages WORDS = Messages.in(Locale.ENGLISH);

    private final Venue venue;
    private final PickLedger ledger;
    private final Map<Question, Long> polls;
    private final List<StageUser> fans;
    private final Random random;
    private final Map<Question, StageMessage> cards = new HashMap<>();
    private final Map<Question, Map<String, String>> emoji = new HashMap<>();
    private final List<String> oddities = new ArrayList<>();

    Fans(Venue venue, PickLedger ledger, Map<Question, Long> polls, int fans, long seed) {
        this.venue = venue;
        this.ledger = ledger;
        this.polls = polls;
        this.fans = names(fans).stream().map(venue.server()::member).toList();
        this.random = new Random(seed);
    }

    static List<String> names(int fans) {
        return IntStream.rangeClosed(1, fans).mapToObj("fan-%02d"::formatted).toList();
    }

    /** Answers that nobody should get. */
    List<String> oddities() {
        return oddities;
    }

    /** What one fan still wants to do about one question. */
    private record Intent(StageUser fan, Question question, Deque<Step> steps) {}

    /** Everybody does these steps: each fan theirs in order, all of them mixed. */
    void act(Map<Answer, List<Step>> wishes) {
        List<Intent> open = new ArrayList<>();
        for (StageUser fan : fans) {
            wishes.forEach((key, steps) -> {
                if (key.fan().equals(fan.name()) && !steps.isEmpty()) {
                    open.add(new Intent(fan, key.question(), new ArrayDeque<>(steps)));
                }
            });
        }
        int unnoticed = 0;
        int inVain = 0;
        while (!open.isEmpty()) {
            if (inVain > IN_VAIN) {
                throw new AssertionError(
                        "Nobody gets on any more; they still want " + open + " and were told " + oddities);
            }
            if (!venue.isUp() && unnoticed++ >= random.nextInt(UNNOTICED)) {
                unnoticed = 0;
                venue.settleSurely();
                ledger.settled();
            }
            Intent intent = open.get(random.nextInt(open.size()));
            inVain++;
            if (done(intent, intent.steps().element())) {
                inVain = 0;
                intent.steps().remove();
            }
            if (intent.steps().isEmpty()) {
                open.remove(intent);
            }
        }
        while (venue.killNow(Moment.VOTING)) {
            venue.up();
        }
        venue.settleSurely();
        ledger.settled();
    }

    private boolean done(Intent intent, Step step) {
        Answer key = new Answer(intent.question(), intent.fan().name());
        Optional<StageMessage> card = card(intent.question());
        return switch (step.act()) {
            case REACT ->
                card.isPresent()
                        ? react(intent.fan(), key, card.get(), step.pick())
                        : choose(intent.fan(), key, step.pick());
            case UNREACT ->
                card.filter(found -> reacts(intent.fan(), found)).isPresent()
                        ? unreact(intent.fan(), key, card.get(), step.pick())
                        : takeBack(intent.fan(), key);
            case CHOOSE -> choose(intent.fan(), key, step.pick());
            case TAKE_BACK -> takeBack(intent.fan(), key);
            case GUESS -> guess(intent.fan(), key, step.pick());
        };
    }

    /** Whoever is not sure that their earlier reaction was seen takes it back first, since of two new ones none would count. */
    private boolean react(StageUser fan, Answer key, StageMessage card, String pick) {
        String emoji = emoji(key.question(), pick);
        if (ledger.isUnseen(key)) {
            takeAll(fan, card);
        }
        fan.react(card, emoji);
        ledger.reacted(key, Optional.of(pick));
        venue.happens(Moment.VOTING);
        return true;
    }

    private boolean unreact(StageUser fan, Answer key, StageMessage card, String pick) {
        fan.unreact(card, emoji(key.question(), pick));
        ledger.reacted(key, Optional.empty());
        venue.happens(Moment.VOTING);
        return true;
    }

    private static boolean reacts(StageUser fan, StageMessage card) {
        return card.reactions().values().stream().anyMatch(users -> users.contains(fan.id()));
    }

    private static void takeAll(StageUser fan, StageMessage card) {
        card.reactions().forEach((emoji, users) -> {
            if (users.contains(fan.id())) {
                fan.unreact(card, emoji);
            }
        });
    }

    private boolean choose(StageUser fan, Answer key, String pick) {
        Optional<StageMessage> menu = answer(menu(fan, key.question()), StageMessage.class);
        String poll = "pick:" + polls.get(key.question()) + ":";
        if (menu.isEmpty()) {
            return false;
        }
        ledger.tried(key, Optional.of(pick));
        return answer(fan.choose(menu.get(), menu.get().select(poll), List.of(pick)), StageMessage.class)
                .filter(receipt -> isSaid(receipt, "pick.taken", key))
                .map(receipt -> acknowledged(key, Optional.of(pick)))
                .orElse(false);
    }

    private StageReply menu(StageUser fan, Question question) {
        Optional<StageMessage> card = card(question);
        return card.isPresent() && random.nextBoolean()
                ? fan.press(card.get(), card.get().button("ballot:"))
                : fan.slash(venue.ballroom(), "pick");
    }

    private boolean takeBack(StageUser fan, Answer key) {
        Optional<StageMessage> menu = answer(fan.slash(venue.ballroom(), "pick"), StageMessage.class);
        String button = "pick-back:" + polls.get(key.question()) + ":";
        if (menu.isEmpty()) {
            return false;
        }
        if (menu.get().components().stream()
                .noneMatch(component -> component.path("custom_id").asText().startsWith(button))) {
            return acknowledged(key, Optional.empty());
        }
        ledger.tried(key, Optional.empty());
        return answer(fan.press(menu.get(), menu.get().button(button)), StageMessage.class)
                .filter(receipt -> isSaid(receipt, "pick.takenBack", key))
                .map(receipt -> acknowledged(key, Optional.empty()))
                .orElse(false);
    }

    private boolean guess(StageUser fan, Answer key, String pick) {
        String button = "guess:" + polls.get(key.question());
        Optional<StageMessage> card =
                card(key.question()).or(() -> answer(fan.slash(venue.ballroom(), "pick"), StageMessage.class));
        Optional<StageForm> form = card.flatMap(found -> answer(fan.press(found, button), StageForm.class));
        if (form.isEmpty()) {
            return false;
        }
        ledger.tried(key, Optional.of(pick));
        String field = form.get().fields().get(0).customId();
        return answer(fan.submit(form.get(), Map.of(field, pick)), StageMessage.class)
                .filter(receipt -> isSaid(receipt, "pick.taken", key))
                .map(receipt -> acknowledged(key, Optional.of(pick)))
                .orElse(false);
    }

    private boolean acknowledged(Answer key, Optional<String> pick) {
        ledger.acknowledged(key, pick);
        return true;
    }

    private <T extends StageAnswer> Optional<T> answer(StageReply reply, Class<T> kind) {
        venue.happens(Moment.VOTING);
        return Optional.of(venue.await(reply)).filter(kind::isInstance).map(kind::cast);
    }

    private boolean isSaid(StageMessage receipt, String key, Answer about) {
        String start = WORDS.text(key, "§").split("§", 2)[0];
        boolean said = receipt.text().contains(start);
        if (!said) {
            oddities.add(about + " was told: " + receipt.text());
        }
        return said;
    }

    /** The card of this question, once it stands. */
    private Optional<StageMessage> card(Question question) {
        StageMessage known = cards.get(question);
        if (known != null && !known.isDeleted()) {
            return Optional.of(known);
        }
        String prefix = question.isGuess() ? "guess:" : "ballot:";
        String button = prefix + polls.get(question);
        Optional<StageMessage> found = venue.ballroom().messages().stream()
                .filter(message -> message.components().stream()
                        .anyMatch(component ->
                                component.path("custom_id").asText().equals(button)))
                .findFirst();
        found.ifPresent(card -> cards.put(question, card));
        return found;
    }

    /** Whose wish stands as a reaction now, as far as these questions go. */
    Set<Answer> standing(List<Question> questions) {
        Set<Answer> standing = new HashSet<>();
        for (Question question : questions) {
            card(question)
                    .map(StageMessage::reactions)
                    .orElse(Map.of())
                    .forEach((emoji, users) -> fans.stream()
                            .filter(fan -> users.contains(fan.id()))
                            .forEach(fan -> standing.add(new Answer(question, fan.name()))));
        }
        return standing;
    }

    /** The cards say which reaction picks what. */
    void read(Map<Question, Map<String, String>> reactions) {
        emoji.putAll(reactions);
    }

    private String emoji(Question question, String pick) {
        return emoji.get(question).get(pick);
    }

    /** Some react to something else, while nobody can see it before the lock. */
    void reactUnseen(Question question) {
        card(question)
                .ifPresent(card -> fans.stream()
                        .filter(fan -> random.nextBoolean())
                        .forEach(fan -> {
                            List<String> others = emoji.get(question).values().stream()
                                    .filter(each -> !card.reactions()
                                            .getOrDefault(each, Set.of())
                                            .contains(fan.id()))
                                    .sorted()
                                    .toList();
                            fan.react(card, others.get(random.nextInt(others.size())));
                        }));
    }

    /** What everybody reads on the card of a question. */
    Optional<String> cardText(Question question) {
        return card(question).map(StageMessage::text);
    }
}
