package io.github.mirrorball.store;

/** Databases for the tests of other packages. */
public final class FreshDatabase {

    private FreshDatabase() {}

    /** One on the tests' PostgreSQL, with tables and nothing in them. */
    public static StoreSettings.Place.Server postgres() {
        return (StoreSettings.Place.Server) Backend.POSTGRES.fresh().place();
    }
}
