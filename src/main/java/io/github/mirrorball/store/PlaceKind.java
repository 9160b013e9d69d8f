package io.github.mirrorball.store;

import io.github.mirrorball.outbox.Place;
import java.util.OptionalLong;

/** The places of notices as rows hold them. */
enum PlaceKind {
    SEASON,
    HOSTS,
    FAN;

    static PlaceKind of(Place place) {
        if (place instanceof Place.HostChannel) {
            return HOSTS;
        }
        return place instanceof Place.DirectMessages ? FAN : SEASON;
    }

    /** Whose direct messages it is. */
    static OptionalLong fan(Place place) {
        return place instanceof Place.DirectMessages direct ? OptionalLong.of(direct.fan()) : OptionalLong.empty();
    }
}
