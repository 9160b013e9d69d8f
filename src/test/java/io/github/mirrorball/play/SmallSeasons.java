package io.github.mirrorball.play;

/** Seasons that are small enough to think about, in UTC, so that instants are easy to read. */
final class SmallSeasons {

    private SmallSeasons() {}

    /** Four contestants; one episode on the evening of 10 January that asks who leaves and who is marked highest. */
    static String oneNight() {
        return season(episode(1, "2026-01-10T20:00"));
    }

    /** The same cast over two nights in a row. */
    static String twoNights() {
        return season(episode(1, "2026-01-10T20:00") + "," + episode(2, "2026-01-11T20:00"));
    }

    static String season(String episodes) {
        return """
            {"format": 1, "show": "Small Show", "title": "Small Season", "timeZone": "UTC",
             "contestants": [
              {"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"},
              {"id": "cyd", "name": "Cyd"}, {"id": "dee", "name": "Dee"}],
             "episodes": [%s]}
            """.formatted(episodes);
    }

    static String episode(int number, String airsAt) {
        return """
            {"number": %d, "title": "Night %d", "airsAt": "%s", "asks": ["elimination", "top_score"]}""".formatted(number, number, airsAt);
    }
}
