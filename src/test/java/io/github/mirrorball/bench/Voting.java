package io.github.mirrorball.bench;

import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.util.ArrayList;
import java.util.List;

/** The voting by reaction on the card of a season's only poll. Every fan votes once. For one thread at a time. */
final class Voting {

    private final SmallSeason season;
    private final StageMessage card;
    private final List<String> emoji;

    Voting(SmallSeason season) {
        this.season = season;
        this.card = season.card();
        this.emoji = List.copyOf(card.reactions().keySet());
    }

    /** New fans, who have not voted. */
    List<StageUser> fans(int from, int count) {
        List<StageUser> fans = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            fans.add(season.server().member("fan-%06d".formatted(i)));
        }
        return fans;
    }

    /** A fan votes for one of the outcomes. */
    void vote(StageUser fan, int outcome) {
        fan.react(card, emoji.get(outcome % emoji.size()));
    }

    /** How many votes stand on the card, outcome by outcome; the bot's own seeds are none. */
    List<Integer> standing() {
        return card.reactions().values().stream().map(who -> who.size() - 1).toList();
    }

    /** How many picks the bot has, outcome by outcome of those that have any. */
    List<Integer> counted(Measured bot) {
        return List.copyOf(Picks.of(bot, season.server().id()).values());
    }

    /** What people read on the card. */
    String text() {
        return card.text();
    }
}
