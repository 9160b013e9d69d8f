package io.github.mirrorball.stage.world;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The misfortunes that a test orders. Every request asks here once. Thread-safe. */
public final class Faults {
    private static final class Order {
        private final Fault fault;
        private final String prefix;
        private final int every;
        private int remaining;
        private int seen;

        Order(Fault fault, String prefix, int every, int remaining) {
            this.fault = fault;
            this.prefix = prefix;
            this.every = every;
            this.remaining = remaining;
        }

        boolean strikes(String route) {
            if (!route.startsWith(prefix) || ++seen % every != 0) {
                return false;
            }
            remaining--;
            return true;
        }
    }

    private final List<Order> orders = new ArrayList<>();
    private final Runnable cut;
    private boolean away;
    private int resumesRefused;

    public Faults(Runnable cut) {
        this.cut = cut;
    }

    /** The next {@code count} requests whose method and route start like {@code prefix} go wrong. */
    public synchronized void failNext(int count, String prefix, Fault fault) {
        orders.add(new Order(fault, prefix, 1, count));
    }

    /** The next {@code count} requests go wrong. */
    public void failNext(int count, Fault fault) {
        failNext(count, "", fault);
    }

    /** Every nth request whose method and route start like {@code prefix} goes wrong, until {@link #clear()}. */
    public synchronized void failEvery(int nth, String prefix, Fault fault) {
        orders.add(new Order(fault, prefix, nth, Integer.MAX_VALUE));
    }

    /** Every nth request goes wrong, until {@link #clear()}. */
    public void failEvery(int nth, Fault fault) {
        failEvery(nth, "", fault);
    }

    /** Ends all ordered faults and comes back. */
    public synchronized void clear() {
        orders.clear();
        away = false;
        resumesRefused = 0;
    }

    /** Cuts every gateway connection; the bot may resume. */
    public void dropSockets() {
        cut.run();
    }

    /** Refuses the next resume: what happened meanwhile is lost, and the bot must identify again. */
    public synchronized void refuseResume() {
        resumesRefused++;
    }

    /** Cuts every connection and refuses new ones until {@link #setBack()}. */
    public void setAway() {
        setAway(true);
        cut.run();
    }

    public void setBack() {
        setAway(false);
    }

    private synchronized void setAway(boolean isAway) {
        this.away = isAway;
    }

    public synchronized boolean isAway() {
        return away;
    }

    public synchronized boolean refusesResume() {
        return resumesRefused > 0 && resumesRefused-- > 0;
    }

    public synchronized Optional<Fault> strike(String route) {
        Iterator<Order> waiting = orders.iterator();
        while (waiting.hasNext()) {
            Order order = waiting.next();
            if (order.remaining == 0) {
                waiting.remove();
            } else if (order.strikes(route)) {
                return Optional.of(order.fault);
            }
        }
        return Optional.empty();
    }
}
