package io.github.mirrorball.store;

import io.github.mirrorball.outbox.Place;
import java.util.OptionalLong;

/** The places of notices as rows hold them. */
enum PlaceKind {
    SEASON,
    HOSTS,
    CHANNEL,
    FAN;

    static PlaceKind of(Place place) {
        if (place instanceof Place.HostChannel) {
            return HOSTS;
        }
        if (place instanceof Place.Channel) {
            return CHANNEL;
        }
        return place instanceof Place.DirectMessages ? FAN : SEASON;
    }

    /** Which channel it is, where that is known from the start. */
    static OptionalLong channel(Place place) {
        return place instanceof Place.Channel channel ? OptionalLong.of(channel.id()) : OptionalLong.empty();
    }

    /** Whose direct messages it is. */
    static OptionalLong fan(Place place) {
        return place instanceof Place.DirectMessages direct ? OptionalLong.of(direct.fan()) : OptionalLong.empty();
    }
}
