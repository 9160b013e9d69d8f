package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.view.BallotControls;
import io.github.mirrorball.discord.view.Drawing;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.outbox.Place;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.entities.channel.concrete.PrivateChannelImpl;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends single notices through JDA. Every answer comes later and on a thread of JDA's. Thread-safe. */
public final class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int NONCE = 25;

    private final Sessions sessions;
    private final Writer writer;
    private final Polls polls;
    private final Outbox outbox;
    private final String installation;
    private final Timeouts timeouts;
    private final Failures failures;
    private final LostCards lost;
    private final BiConsumer<Long, String> refusedEmoji;
    private final Drawing drawing;
    private final Lookback lookback;

    /**
     * @param lost is told when a card's message turns out to be gone
     * @param refusedEmoji is told of a poll with an emoji, in JDA's own notation, that Discord does not take on its card
     * @param installation tells this installation's nonces from any other's
     */
    public Post(
            Sessions sessions,
            Writer writer,
            Polls polls,
            Outbox outbox,
            String installation,
            InstantSource systemClock,
            LostCards lost,
            BiConsumer<Long, String> refusedEmoji,
            Drawing drawing,
            Timeouts timeouts) {
        this.sessions = sessions;
        this.writer = writer;
        this.polls = polls;
        this.outbox = outbox;
        this.installation = installation;
        this.timeouts = timeouts;
        this.failures = new Failures(timeouts, systemClock);
        this.lost = lost;
        this.refusedEmoji = refusedEmoji;
        this.drawing = drawing;
        this.lookback = new Lookback(sessions, timeouts);
    }

    /** Is told how it ended. */
    interface Answer {
        void settle(Ending ending);
    }

    void send(Owed owed, Answer answer) {
        if (owed.notice() instanceof Notice.CardWithdrawn withdrawn) {
            withdraw(owed, withdrawn, answer);
            return;
        }
        if (writer.isPictured(owed.season(), owed.notice()) && mayAttach(owed.channel())) {
            drawing.handOver(
                    () -> writer.sketch(owed.season(), owed.notice()), picture -> runGuarded(owed, picture, answer));
            return;
        }
        send(owed, Optional.empty(), answer);
    }

    /** JDA does not look at this permission before it sends. */
    private boolean mayAttach(long id) {
        GuildMessageChannel channel = sessions.channel(GuildMessageChannel.class, id);
        return channel == null
                || channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_ATTACH_FILES);
    }

    /** On another thread than the courier's, so nobody else catches what goes wrong. */
    private void runGuarded(Owed owed, Optional<Picture> picture, Answer answer) {
        try {
            send(owed, picture, answer);
        } catch (RuntimeException refused) {
            answer.settle(ending(owed, refused));
        }
    }

    private void send(Owed owed, Optional<Picture> picture, Answer answer) {
        Optional<Container> panel = writer.write(owed.season(), owed.notice(), picture);
        if (panel.isEmpty()) {
            answer.settle(new Ending.Sent(Optional.empty()));
        } else if (owed.notice() instanceof Notice.CardChanged changed) {
            edit(owed, changed, panel.get(), answer);
        } else if (owed.notice() instanceof Notice.ResultRedacted redacted) {
            redact(owed, redacted, panel.get(), answer);
        } else {
            create(owed, panel.get(), answer, picture.isPresent());
        }
    }

    /** Looks for the message of a notice that may stand already; {@code answer} is for a look that failed. */
    void look(Owed owed, Outbox.Doubt doubt, long after, Consumer<Lookback.Seen> seen, Answer answer) {
        runInChannel(
                owed,
                doubt.channel(),
                answer,
                channel -> lookback.look(
                        channel, owed, doubt, after, seen, failed -> answer.settle(ending(owed, failed))));
    }

    private Ending ending(Owed owed, Throwable failure) {
        return failures.of(failure, owed.attempts());
    }

    /** What is told matters more than its picture: where Discord takes no file, the message goes without. */
    private void create(Owed owed, Container panel, Answer answer, boolean pictured) {
        runInChannel(
                owed,
                owed.channel(),
                answer,
                channel -> BareButtons.orPlainer(
                                panel,
                                shown -> channel.sendMessage(message(owed, shown))
                                        .setNonce(nonce(owed)))
                        .setCheck(() -> isTimely(owed))
                        .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                        .queue(
                                sent -> answer.settle(new Ending.Sent(
                                        Optional.of(new Outbox.Posted(owed.channel(), sent.getIdLong())))),
                                failed -> {
                                    if (pictured
                                            && (Failures.isUploadRefused(failed)
                                                    || BareButtons.areWhy(panel, failed))) {
                                        runGuarded(owed, Optional.empty(), answer);
                                    } else {
                                        answer.settle(created(owed, failed));
                                    }
                                }));
    }

    /** Asked right before the request leaves: while it waited, it may have come to be too late for it. */
    private boolean isTimely(Owed owed) {
        return !owed.notice().expires()
                || writer.write(owed.season(), owed.notice()).isPresent();
    }

    /** That Discord does not know the message which a repeated request had made means that somebody deleted it since. */
    private Ending created(Owed owed, Throwable failure) {
        if (failure instanceof CancellationException || Failures.isUnknownMessage(failure)) {
            return new Ending.Sent(Optional.empty());
        }
        boolean closed = failure instanceof ErrorResponseException answered
                && (answered.getErrorResponse() == ErrorResponse.CANNOT_SEND_TO_USER
                        || answered.getErrorResponse() == ErrorResponse.NO_MUTUAL_GUILDS);
        return closed ? new Ending.Gone(String.valueOf(failure.getMessage())) : ending(owed, failure);
    }

    /** The row's id goes with the message, as its outermost component's, so that it can be found again in the channel. */
    private MessageCreateData message(Owed owed, Container panel) {
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(panel.withUniqueId(Math.toIntExact(owed.id())))
                .setAllowedMentions(List.of())
                .mentionRoles(
                        writer.mentioned(owed.season(), owed.notice()).stream().toArray())
                .build();
    }

    private String nonce(Owed owed) {
        String nonce = installation + Long.toString(owed.id(), Character.MAX_RADIX);
        return nonce.substring(0, Math.min(NONCE, nonce.length()));
    }

    private void edit(Owed owed, Notice.CardChanged changed, Container panel, Answer answer) {
        Optional<Outbox.Posted> card = outbox.posted(new Notice.Card(changed.poll()));
        if (card.isEmpty()) {
            answer.settle(new Ending.Sent(Optional.empty()));
            return;
        }
        runInChannel(
                owed,
                card.get().channel(),
                answer,
                channel -> onCard(
                        owed,
                        changed.poll(),
                        card.get(),
                        answer,
                        BareButtons.orPlainer(
                                panel,
                                shown -> channel.editMessageById(card.get().message(), edited(shown)))));
    }

    /** Its picture goes too, as a file of the message. */
    private void redact(Owed owed, Notice.ResultRedacted redacted, Container panel, Answer answer) {
        Optional<Outbox.Posted> post = outbox.posted(redacted.post());
        if (post.isEmpty()) {
            answer.settle(new Ending.Sent(Optional.empty()));
            return;
        }
        MessageEditBuilder edit = new MessageEditBuilder()
                .useComponentsV2()
                .setComponents(panel)
                .setAttachments(List.of())
                .setAllowedMentions(List.of());
        runInChannel(
                owed,
                post.get().channel(),
                answer,
                channel -> channel.editMessageById(post.get().message(), edit.build())
                        .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                        .queue(
                                done -> answer.settle(new Ending.Sent(Optional.empty())),
                                failed -> answer.settle(ending(owed, failed))));
    }

    /** Asks for something to be done to a card; that its message is not there is how its loss is found. */
    private void onCard(Owed owed, long poll, Outbox.Posted card, Answer answer, RestAction<?> request) {
        request.timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .queue(done -> answer.settle(new Ending.Sent(Optional.empty())), failed -> {
                    if (Failures.isUnknownMessage(failed)) {
                        lost.onLost(poll, card.message());
                    }
                    answer.settle(ending(owed, failed));
                });
    }

    private void withdraw(Owed owed, Notice.CardWithdrawn card, Answer answer) {
        runInChannel(
                owed,
                card.channel(),
                answer,
                channel -> channel.deleteMessageById(card.message())
                        .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                        .queue(
                                done -> answer.settle(new Ending.Sent(Optional.empty())),
                                failed -> answer.settle(ending(owed, failed))));
    }

    /** Does what is next about the bot's own reactions on a card. True, with nothing sent, when there is no more. */
    boolean seed(Owed owed, Notice.Seeds seeds, int number, Answer answer) {
        Optional<Outbox.Posted> card = outbox.posted(new Notice.Card(seeds.poll()));
        Optional<Poll> poll =
                polls.find(seeds.poll()).filter(open -> open.state() == PollState.OPEN && BallotControls.seeded(open));
        List<Seed> all = poll.map(Seed::of).orElse(List.of());
        if (card.isEmpty() || number >= all.size()) {
            return true;
        }
        Seed seed = all.get(number);
        runInChannel(
                owed,
                card.get().channel(),
                answer,
                channel -> onCard(
                        owed,
                        seeds.poll(),
                        card.get(),
                        answer,
                        seed.on(channel, card.get().message())
                                .onErrorMap(Failures::isUnknownEmoji, unknown -> refused(seeds.poll(), seed))));
        return false;
    }

    /** The other outcomes get theirs all the same. */
    private @Nullable Void refused(long poll, Seed seed) {
        LOG.warn("Discord does not take the emoji {} on the card of poll {}", seed.formatted(), poll);
        refusedEmoji.accept(poll, seed.formatted());
        return null;
    }

    /** Brings a card up to date with no notice owed; {@code answered} is told what went wrong, if anything did. */
    void refresh(Outbox.Posted card, Container panel, Consumer<Optional<Throwable>> answered) {
        GuildMessageChannel channel = sessions.channel(GuildMessageChannel.class, card.channel());
        if (channel == null) {
            answered.accept(Optional.of(new IllegalStateException("channel " + card.channel() + " is not in sight")));
            return;
        }
        BareButtons.orPlainer(panel, shown -> channel.editMessageById(card.message(), edited(shown)))
                .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .queue(done -> answered.accept(Optional.empty()), failed -> answered.accept(Optional.of(failed)));
    }

    private static MessageEditData edited(Container panel) {
        return new MessageEditBuilder()
                .useComponentsV2()
                .setComponents(panel)
                .setAllowedMentions(List.of())
                .build();
    }

    /** Takes a fan's reaction away, at best effort. Sent as it is, since JDA's own method wants the user in its cache. */
    void remove(long poll, Outbox.Posted card, String emoji, long user, Runnable answered) {
        String code = Emoji.fromFormatted(emoji).getAsReactionCode();
        Route.CompiledRoute route = Route.Messages.REMOVE_REACTION.compile(
                Long.toString(card.channel()), Long.toString(card.message()), code, Long.toString(user));
        new RestActionImpl<Void>(sessions.ofChannel(card.channel()), route)
                .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .queue(done -> answered.run(), failed -> {
                    if (Failures.isUnknownMessage(failed)) {
                        lost.onLost(poll, card.message());
                    }
                    answered.run();
                });
    }

    /** A channel that is missing from the cache may only be away for a while, so it is Discord that is asked whether it has ended. */
    private void runInChannel(Owed owed, long id, Answer answer, Consumer<MessageChannel> use) {
        if (owed.notice().place() instanceof Place.DirectMessages) {
            // JDA forgets direct channels with each start; their ids stay the same.
            use.accept(new PrivateChannelImpl(sessions.any(), id, null));
            return;
        }
        MessageChannel channel = sessions.channel(GuildMessageChannel.class, id);
        if (channel == null) {
            new RestActionImpl<Void>(sessions.of(owed.server()), Route.Channels.GET_CHANNEL.compile(Long.toString(id)))
                    .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                    .queue(
                            there -> answer.settle(
                                    failures.again("channel " + id + " is not in sight", owed.attempts())),
                            failed -> answer.settle(ending(owed, failed)));
        } else {
            use.accept(channel);
        }
    }
}
