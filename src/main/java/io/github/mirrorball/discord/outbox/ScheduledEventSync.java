package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.view.EventWords;
import io.github.mirrorball.league.PlanScheduledEvents;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.ScheduledEventStep;
import io.github.mirrorball.outbox.ScheduledEvents;
import io.github.mirrorball.outbox.ScheduledEvents.Standing;
import io.github.mirrorball.outbox.ScheduledEvents.Told;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Brings one episode's scheduled event in step, by one request or a few in a row. What each of them did is kept before the next, so that
 * the errand can be broken off anywhere and run again. For the courier's thread only.
 */
final class ScheduledEventSync {

    private static final int ALREADY_ENDED = 180_000;
    private static final int UNKNOWN = 10_070;
    private static final Set<Integer> OVER = Set.of(ALREADY_ENDED, UNKNOWN);

    private final Notice.Event which;
    private final ScheduledEvents events;
    private final PlanScheduledEvents calendar;
    private final ScheduledEventRequests requests;
    private final Function<Notice.Event, EventWords> words;
    private final boolean hidden;
    private final String mark;
    private final long deadline;
    private final LongPredicate isPublic;
    private final Desk desk;

    /** What an errand reports to. */
    interface Desk {

        /** Runs this on the courier's thread; what it throws ends the errand. */
        void runNext(Runnable work);

        /** The event is in step. */
        void settle();

        /** It is but for the name of its channel, which the bot may not view. */
        void defer();

        /** It is not, and why. */
        void fail(Throwable why);
    }

    /**
     * @param hidden whether another name stands in for its channel's, which the bot may not view
     * @param deadline in epoch milliseconds of wire time; no request leaves after it, so that no two errands meet
     * @param isPublic whether everyone may see a channel
     */
    ScheduledEventSync(
            Notice.Event which,
            ScheduledEvents events,
            PlanScheduledEvents calendar,
            ScheduledEventRequests requests,
            Function<Notice.Event, EventWords> words,
            boolean hidden,
            String mark,
            long deadline,
            LongPredicate isPublic,
            Desk desk) {
        this.which = which;
        this.events = events;
        this.calendar = calendar;
        this.requests = requests;
        this.words = words;
        this.hidden = hidden;
        this.mark = mark;
        this.deadline = deadline;
        this.isPublic = isPublic;
        this.desk = desk;
    }

    void run() {
        ScheduledEventStep step = calendar.step(which, isPublic);
        if (step instanceof ScheduledEventStep.Find find) {
            ask(requests.marked(mark), found -> adopt(found, find.begun()), desk::fail);
        } else if (step instanceof ScheduledEventStep.Make make) {
            make(make.told());
        } else if (step instanceof ScheduledEventStep.Edit edit && isAllThatCanBe(edit)) {
            desk.defer();
        } else if (step instanceof ScheduledEventStep.Edit edit) {
            edit(edit);
        } else if (step instanceof ScheduledEventStep.Replace replace) {
            endEvent(replace.event(), replace.told());
        } else if (step instanceof ScheduledEventStep.Drop drop) {
            ask(requests.delete(drop.event()), done -> forget(), unless(OVER, this::forget));
        } else if (step instanceof ScheduledEventStep.Forget) {
            forget();
        } else {
            desk.settle();
        }
    }

    /** The oldest is the one; should there be others, they go. */
    private void adopt(List<Long> found, Told begun) {
        if (found.isEmpty()) {
            events.forget(which);
            run();
        } else if (found.size() > 1) {
            long surplus = found.get(found.size() - 1);
            List<Long> others = found.subList(0, found.size() - 1);
            ask(
                    requests.delete(surplus),
                    done -> adopt(others, begun),
                    unless(Set.of(UNKNOWN), () -> adopt(others, begun)));
        } else {
            events.keep(which, new Standing(OptionalLong.of(found.get(0)), begun));
            run();
        }
    }

    private void make(Told told) {
        EventWords text = words.apply(which);
        events.keep(which, new Standing(OptionalLong.empty(), told));
        ask(requests.create(text, told), event -> settle(event, told), desk::fail);
    }

    private void edit(ScheduledEventStep.Edit edit) {
        ask(
                requests.edit(edit.event(), words.apply(which), edit.told(), edit.begun()),
                done -> settle(edit.event(), edit.told()),
                unless(OVER, () -> takeAnother(edit)));
    }

    /** Somebody ended it, began it early or took it away, and now its episode was edited. */
    private void takeAnother(ScheduledEventStep.Edit edit) {
        if (edit.begun()) {
            settle(edit.event(), edit.told());
        } else {
            endEvent(edit.event(), edit.told());
        }
    }

    private void endEvent(long event, Told told) {
        ask(requests.end(event), done -> make(told), unless(OVER, () -> make(told)));
    }

    /** Whether nothing is to be told but a name that is still hidden. */
    private boolean isAllThatCanBe(ScheduledEventStep.Edit edit) {
        return hidden
                && events.of(which.season(), which.episode())
                        .filter(standing -> standing.told().equals(edit.told().unfinished()))
                        .isPresent();
    }

    private void settle(long event, Told told) {
        events.keep(which, new Standing(OptionalLong.of(event), hidden ? told.unfinished() : told));
        if (hidden) {
            desk.defer();
        } else {
            desk.settle();
        }
    }

    private void forget() {
        events.forget(which);
        desk.settle();
    }

    private Consumer<Throwable> unless(Set<Integer> codes, Runnable instead) {
        return failure -> {
            if (failure instanceof ErrorResponseException answered && codes.contains(answered.getErrorCode())) {
                instead.run();
            } else {
                desk.fail(failure);
            }
        };
    }

    private <T> void ask(RestAction<T> request, Consumer<T> then, Consumer<Throwable> otherwise) {
        request.deadline(deadline)
                .queue(
                        answer -> desk.runNext(() -> then.accept(answer)),
                        failure -> desk.runNext(() -> otherwise.accept(failure)));
    }
}
