package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.route.HiddenChannels;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.view.EventWords;
import io.github.mirrorball.league.PlanScheduledEvents;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.outbox.ScheduledEvents;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** Sends what is owed to servers' scheduled events. For the courier's thread only. */
public final class ScheduledEventQueue {

    private final Sessions sessions;
    private final Seasons seasons;
    private final ScheduledEvents events;
    private final PlanScheduledEvents calendar;
    private final String installation;
    private final InstantSource systemClock;
    private final Timeouts timeouts;
    private final Failures failures;

    /**
     * @param installation tells this installation's events from any other's
     */
    public ScheduledEventQueue(
            Sessions sessions,
            Seasons seasons,
            ScheduledEvents events,
            PlanScheduledEvents calendar,
            String installation,
            InstantSource systemClock,
            Timeouts timeouts) {
        this.sessions = sessions;
        this.seasons = seasons;
        this.events = events;
        this.calendar = calendar;
        this.installation = installation;
        this.systemClock = systemClock;
        this.timeouts = timeouts;
        this.failures = new Failures(timeouts, systemClock);
    }

    /** @param answers takes, from any thread, what the courier's thread does with an answer of Discord's */
    void send(Owed owed, Notice.Event which, Consumer<Runnable> answers, Post.Answer answer) {
        Guild server = sessions.server(which.server());
        if (server == null) {
            answer.settle(failures.again("server " + which.server() + " is not in sight", owed.attempts()));
        } else if (!server.getSelfMember().hasPermission(Permission.CREATE_SCHEDULED_EVENTS)) {
            answer.settle(new Ending.Parked("missing " + Permission.CREATE_SCHEDULED_EVENTS.getName()));
        } else {
            new ScheduledEventSync(
                            which,
                            events,
                            calendar,
                            new ScheduledEventRequests(server.getJDA(), which.server()),
                            this::words,
                            isHidden(which),
                            mark(which),
                            systemClock.instant().plus(timeouts.deadline()).toEpochMilli(),
                            channel -> isPublic(server, channel),
                            new Counter(owed, answers, answer))
                    .run();
        }
    }

    /** Everybody in a server sees its events. What the bot may not view itself, it cannot tell of. */
    private static boolean isPublic(Guild server, long channel) {
        GuildChannel known = server.getGuildChannelById(channel);
        return known == null
                || HiddenChannels.isHidden(known)
                || server.getPublicRole().hasPermission(known, Permission.VIEW_CHANNEL);
    }

    /** Stands at the end of an event's description, and tells it from every other. */
    private String mark(Notice.Event which) {
        return "Mirrorball · " + installation + "-" + which.season() + "-" + which.episode();
    }

    private EventWords words(Notice.Event which) {
        Season season = seasons.find(which.season()).orElseThrow();
        Episode episode = season.episode(which.episode()).orElseThrow();
        return EventWords.of(season, episode, place(season), mark(which));
    }

    private boolean isHidden(Notice.Event which) {
        return seasons.find(which.season())
                .flatMap(this::channel)
                .filter(HiddenChannels::isHidden)
                .isPresent();
    }

    private Optional<GuildChannel> channel(Season season) {
        return Optional.ofNullable(
                sessions.channel(GuildChannel.class, season.posting().channel()));
    }

    private String place(Season season) {
        return channel(season)
                .filter(channel -> !HiddenChannels.isHidden(channel))
                .map(channel -> "#" + channel.getName())
                .orElse(season.show());
    }

    /** Takes an errand's answers to the courier's thread and its end to the outbox. */
    private final class Counter implements ScheduledEventSync.Desk {

        private final Owed owed;
        private final Consumer<Runnable> answers;
        private final Post.Answer answer;

        Counter(Owed owed, Consumer<Runnable> answers, Post.Answer answer) {
            this.owed = owed;
            this.answers = answers;
            this.answer = answer;
        }

        @Override
        public void runNext(Runnable work) {
            answers.accept(() -> {
                try {
                    work.run();
                } catch (RuntimeException broken) {
                    fail(broken);
                }
            });
        }

        @Override
        public void settle() {
            answer.settle(new Ending.Sent(Optional.empty()));
        }

        /** Taken up again when the bot may do more in the server, as whatever waits for that. */
        @Override
        public void defer() {
            answer.settle(new Ending.Parked("missing " + Permission.VIEW_CHANNEL.getName()));
        }

        @Override
        public void fail(Throwable why) {
            answer.settle(failures.of(why, owed.attempts()));
        }
    }
}
