package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.OfflineBackups;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.bot.Storage;
import io.github.mirrorball.ops.Backups;
import io.github.mirrorball.ops.ErasureJournal;
import io.github.mirrorball.rehearsal.play.WoundClock;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is lost, and the last backup is from before somebody asked to be forgotten. */
class RestoredErasureTest {

    private static final Instant START = Instant.parse("2026-01-10T12:00:00Z");

    @TempDir
    private Path elsewhere;

    @Test
    void whoWasErasedAfterTheBackupDoesNotComeBackWithIt() throws IOException {
        try (Evening evening = new Evening(START)) {
            evening.server().bot().deny(Permission.MANAGE_MESSAGES);
            evening.importSeason(SmallSeasons.twoNights());
            StageUser gone = evening.fan("Annabella Quill");
            StageUser stays = evening.fan("Bobadil Thorne");
            CardReport card = evening.card(1, "elimination");
            evening.react(gone, card, "ann");
            evening.react(stays, card, "bob");
            evening.settle();
            Path backup = evening.data().resolve("backups").resolve("safe.zip");
            evening.restart(() -> new OfflineBackups(storage(evening.data())).write(backup, false));
            erase(evening, gone);
            assertThat(Files.readString(backup.resolveSibling(ErasureJournal.NAME)))
                    .hasLineCount(1)
                    .doesNotContain(gone.name(), Long.toString(gone.id()));
            evening.bot().close();

            Backups.Restored restored = new OfflineBackups(storage(elsewhere)).restore(backup);

            assertThat(restored.copy().fans()).isEqualTo(2);
            assertThat(restored.erased()).isEqualTo(1);
            try (Bot bot = Bot.start(settings(evening), new WoundClock(START))) {
                evening.stage().flush();
                bot.settle();
                assertThat(bot.reports(evening.server().id()).get(0).polls())
                        .filteredOn(poll -> poll.asks().equals("elimination")
                                && poll.episode().orElse(0) == 1)
                        .extracting(Report.PollReport::picks)
                        .containsExactly(Map.of("bob", 1));
                assertThat(told(evening, gone, "privacy export")).contains("I keep nothing of you");
                assertThat(told(evening, stays, "privacy export")).doesNotContain("I keep nothing of you");
            }
        }
    }

    private static void erase(Evening evening, StageUser fan) {
        StageMessage asked = fan.slash(evening.channel(), "privacy erase").message();
        fan.press(asked, asked.button("privacy-erase"));
        evening.settle();
    }

    private static String told(Evening evening, StageUser fan, String command) {
        return fan.slash(evening.channel(), command).message().text();
    }

    private static Storage storage(Path data) {
        return Storage.read(Map.of("DATA_DIR", data.toString()), data);
    }

    private Settings settings(Evening evening) {
        return Settings.rehearsing(
                evening.stage().token(),
                elsewhere,
                new Settings.Wire(
                        URI.create(evening.stage().restUrl()),
                        URI.create(evening.stage().gatewayUrl())));
    }
}
