package io.github.mirrorball.faults;

import io.github.mirrorball.faults.Kills.Moment;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageUser;
import io.github.mirrorball.wording.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The host, who is as patient as the fans. */
final class HostDesk {

    private static final Messages WORDS = Messages.in(Locale.ENGLISH);
    private static final String CONFIRM = "result-confirm:";

    private final Venue venue;
    private final Programme programme;

    HostDesk(Venue venue, Programme programme) {
        this.venue = venue;
        this.programme = programme;
    }

    /** Sets the season up, undisturbed. */
    void setUp() {
        venue.settleSurely();
        byte[] file = programme.script().announced().getBytes(StandardCharsets.UTF_8);
        StageUser host = venue.host();
        String told = host.slash(venue.ballroom(), "season import", Map.of("file", new StageFile("season.json", file)))
                .message()
                .text();
        if (!told.contains(programme.script().plan().title())) {
            throw new AssertionError("The season was not taken: " + told);
        }
        host.slash(venue.ballroom(), "season settings", Map.of("host-channel", venue.hosts()))
                .message();
        venue.settleSurely();
    }

    /** Enters a result, however often that takes, and never twice. */
    void enter(int episode, Result result) {
        boolean entered = false;
        while (!entered) {
            venue.up();
            entered = preview(episode, result).map(this::confirm).orElse(false);
        }
        while (venue.killNow(Moment.ENTERING)) {
            venue.up();
        }
    }

    private Optional<StageMessage> preview(int episode, Result result) {
        StageUser host = venue.host();
        return answer(host.slash(venue.ballroom(), "result enter", Map.of("episode", episode)), StageForm.class)
                .flatMap(form -> answer(host.submit(form, programme.fields(result)), StageMessage.class));
    }

    /** A confirmation without an answer is given again; it was taken if its preview is gone. */
    private boolean confirm(StageMessage preview) {
        String button = preview.button(CONFIRM);
        while (true) {
            Optional<StageMessage> answer = answer(venue.host().press(preview, button), StageMessage.class);
            if (answer.isPresent()) {
                String said = answer.get().text();
                venue.diary().note("the host was told: " + said.replace('\n', ' '));
                if (isSaid(said, "result.entered") || isSaid(said, "result.expired")) {
                    return true;
                }
                throw new AssertionError("The host was told: " + said);
            }
            venue.up();
        }
    }

    private static boolean isSaid(String said, String key) {
        return said.contains(WORDS.text(key, "§").split("§", 2)[0]);
    }

    private <T extends StageAnswer> Optional<T> answer(StageReply reply, Class<T> kind) {
        venue.happens(Moment.ENTERING);
        return Optional.of(venue.await(reply)).filter(kind::isInstance).map(kind::cast);
    }
}
