package io.github.mirrorball.discord.sample;

import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.discord.outbox.ScheduledEventRequests;
import io.github.mirrorball.discord.sample.Finding.Part;
import io.github.mirrorball.discord.sample.Finding.Verdict;
import io.github.mirrorball.discord.view.EventWords;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.SampleCard;
import io.github.mirrorball.outbox.Sample;
import io.github.mirrorball.outbox.Samples;
import io.github.mirrorball.outbox.ScheduledEvents.Told;
import io.github.mirrorball.poll.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** One trial in one channel, part by part. What it posted is for others to take away. For one thread, which waits. */
final class Trial {

    /** Discord's limit of different reactions on one message. */
    private static final int MOST_REACTIONS = 20;

    private static final int INVALID_FORM = 50_035;
    private static final Duration EVENT_LASTS = Duration.ofHours(1);

    private final Setting setting;
    private final Samples samples;
    private final Marks marks;
    private final Asker asker;
    private final SampleCard card;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Sample> standing = new ArrayList<>();

    /**
     * What a trial is about.
     *
     * @param outcomes whose signs are tried
     * @param reactions whether the season takes reactions
     * @param picture empty where none could be drawn
     * @param event what an event a year ahead is called
     * @param now by wire time
     * @param yearAhead by the show clock
     */
    record Setting(
            GuildMessageChannel channel,
            List<Outcome> outcomes,
            boolean reactions,
            Supplier<Optional<Picture>> picture,
            EventWords event,
            Instant now,
            Instant yearAhead) {}

    Trial(Setting setting, Samples samples, Marks marks, Asker asker, SampleCard card) {
        this.setting = setting;
        this.samples = samples;
        this.marks = marks;
        this.asker = asker;
        this.card = card;
    }

    /** What was posted and stands, or may stand. */
    List<Sample> standing() {
        return List.copyOf(standing);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void run() {
        OptionalLong message = tryCard();
        if (message.isPresent()) {
            tryEdit(message.getAsLong());
            tryReactions(message.getAsLong());
            tryPart(Part.HISTORY, () -> setting.channel().retrieveMessageById(message.getAsLong()));
            tryPicture();
        } else {
            Stream.of(Part.EDIT, Part.REACTIONS, Part.HISTORY, Part.PICTURE)
                    .filter(part -> part != Part.REACTIONS || setting.reactions())
                    .forEach(part -> findings.add(Finding.of(part, Verdict.SKIPPED)));
        }
        tryEvent();
    }

    private OptionalLong tryCard() {
        try {
            return tryCard(card::signed);
        } catch (Refused refused) {
            return refused.code() == INVALID_FORM ? tryUnsigned(refused) : onRefused(refused);
        }
    }

    private OptionalLong tryCard(Supplier<Container> panel) throws Refused {
        long message = post(Sample.Kind.CARD, Part.CARD, panel);
        findings.add(Finding.of(Part.CARD, Verdict.WORKED));
        return OptionalLong.of(message);
    }

    private OptionalLong onRefused(Refused refused) {
        findings.add(refused.finding(Part.CARD));
        return OptionalLong.empty();
    }

    /** Where a card is refused as it is, one without signs shows whether they are why. */
    private OptionalLong tryUnsigned(Refused signed) {
        try {
            OptionalLong message = tryCard(card::unsigned);
            trySigns(message.getAsLong(), signed);
            return message;
        } catch (Refused refused) {
            return onRefused(refused);
        }
    }

    /** One by one, since what Discord says of a whole message does not always tell which it was. */
    private void trySigns(long message, Refused together) {
        List<String> unknown = new ArrayList<>();
        for (Outcome outcome : signs()) {
            try {
                asker.ask(Part.SIGNS, () -> edit(message, card.signed(outcome)));
            } catch (Refused refused) {
                if (refused.code() != INVALID_FORM) {
                    findings.add(refused.finding(Part.SIGNS));
                    return;
                }
                unknown.add(named(outcome));
            }
        }
        findings.add(
                unknown.isEmpty()
                        ? together.finding(Part.SIGNS)
                        : new Finding(Part.SIGNS, Verdict.UNKNOWN_EMOJI, unknown));
    }

    private static String named(Outcome outcome) {
        return outcome.label().isEmpty() ? outcome.emoji() : outcome.emoji() + " " + Markdown.escape(outcome.label());
    }

    private List<Outcome> signs() {
        return setting.outcomes().stream()
                .filter(outcome -> !outcome.emoji().isEmpty())
                .toList();
    }

    private void tryEdit(long message) {
        tryPart(Part.EDIT, () -> edit(message, card.changed()));
    }

    private void tryReactions(long message) {
        if (!setting.reactions()) {
            return;
        }
        List<String> unknown = new ArrayList<>();
        for (Outcome outcome : signs().stream().limit(MOST_REACTIONS).toList()) {
            try {
                Emoji emoji = Emoji.fromFormatted(outcome.emoji());
                asker.ask(Part.REACTIONS, () -> setting.channel().addReactionById(message, emoji));
            } catch (Refused refused) {
                if (refused.verdict() != Verdict.UNKNOWN_EMOJI) {
                    findings.add(refused.finding(Part.REACTIONS));
                    return;
                }
                unknown.add(named(outcome));
            }
        }
        findings.add(
                unknown.isEmpty()
                        ? Finding.of(Part.REACTIONS, Verdict.WORKED)
                        : new Finding(Part.REACTIONS, Verdict.UNKNOWN_EMOJI, unknown));
    }

    private void tryPicture() {
        Optional<Picture> drawn = setting.picture().get();
        if (drawn.isEmpty()) {
            findings.add(Finding.of(Part.PICTURE, Verdict.NOT_DRAWN));
            return;
        }
        try {
            post(Sample.Kind.PICTURE, Part.PICTURE, () -> card.pictured(drawn.get()));
            findings.add(Finding.of(Part.PICTURE, Verdict.WORKED));
        } catch (Refused refused) {
            findings.add(refused.finding(Part.PICTURE));
        }
    }

    private void tryEvent() {
        try {
            require(Part.EVENT);
            postEvent();
            findings.add(Finding.of(Part.EVENT, Verdict.WORKED));
        } catch (Refused refused) {
            findings.add(refused.finding(Part.EVENT));
        }
    }

    private void postEvent() throws Refused {
        Sample event = begin(Sample.Kind.EVENT);
        Told told = new Told("", setting.yearAhead(), setting.yearAhead().plus(EVENT_LASTS));
        EventWords plain = setting.event();
        EventWords marked =
                new EventWords(plain.name(), plain.description() + "\n\n" + marks.event(event), plain.place());
        try {
            long id = asker.askOnce(
                    Part.EVENT,
                    () -> new ScheduledEventRequests(setting.channel().getJDA(), event.server()).create(marked, told));
            onStanding(event, id);
        } catch (Refused refused) {
            onRefused(event, refused);
            throw refused;
        }
    }

    /** Nothing is asked that Discord is known to refuse: too many refusals get a bot banned. */
    private void require(Part part) throws Refused {
        Optional<Permission> missing = part == Part.EVENT ? missing(part.needs()) : missingInChannel(part.needs());
        if (missing.isPresent()) {
            throw Refused.of(part, new InsufficientPermissionException(setting.channel(), missing.get()));
        }
    }

    private Optional<Permission> missing(Optional<Permission> needed) {
        return needed.filter(each -> !self().hasPermission(each));
    }

    private Optional<Permission> missingInChannel(Optional<Permission> needed) {
        return Stream.concat(Stream.of(Permission.VIEW_CHANNEL), needed.stream())
                .filter(each -> !self().hasPermission(setting.channel(), each))
                .findFirst();
    }

    private Member self() {
        return setting.channel().getGuild().getSelfMember();
    }

    private void tryPart(Part part, Supplier<RestAction<?>> request) {
        try {
            asker.ask(part, () -> request.get().map(answer -> true));
            findings.add(Finding.of(part, Verdict.WORKED));
        } catch (Refused refused) {
            findings.add(refused.finding(part));
        }
    }

    private long post(Sample.Kind kind, Part part, Supplier<Container> panel) throws Refused {
        require(part);
        Sample sample = begin(kind);
        try {
            long id = asker.ask(
                    part,
                    () -> setting.channel()
                            .sendMessage(message(sample, panel.get()))
                            .setNonce(marks.nonce(sample))
                            .map(ISnowflake::getIdLong));
            onStanding(sample, id);
            return id;
        } catch (Refused refused) {
            onRefused(sample, refused);
            throw refused;
        }
    }

    private Sample begin(Sample.Kind kind) {
        Sample sample = samples.begin(
                setting.channel().getGuild().getIdLong(), setting.channel().getIdLong(), kind, setting.now());
        standing.add(sample);
        return sample;
    }

    private void onStanding(Sample sample, long id) {
        Sample posted = sample.postedAs(id);
        standing.set(standing.indexOf(sample), posted);
        samples.recordPosted(posted);
    }

    /** What Discord refused in so many words does not stand. */
    private void onRefused(Sample sample, Refused refused) {
        if (!refused.isUnsure()) {
            standing.remove(sample);
            samples.forget(sample);
        }
    }

    /** Mentions nobody, whatever anybody is called. */
    private static MessageCreateData message(Sample sample, Container panel) {
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(panel.withUniqueId(Marks.component(sample)))
                .setAllowedMentions(List.of())
                .build();
    }

    private RestAction<Boolean> edit(long message, Container panel) {
        MessageEditData edit = new MessageEditBuilder()
                .useComponentsV2()
                .setComponents(panel)
                .setAllowedMentions(List.of())
                .build();
        return setting.channel().editMessageById(message, edit).map(edited -> true);
    }
}
