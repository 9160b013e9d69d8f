package io.github.mirrorball.discord.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.chart.Look;
import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.chart.Pictures;
import io.github.mirrorball.chart.Podium;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures never hold anybody up. */
class DrawingTest {

    private static final Picture PODIUM = podium();

    private final Drawing drawing = new Drawing(Duration.ofMillis(500), Duration.ofMillis(500));
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        never.countDown();
        drawing.close();
    }

    @Test
    void aPictureThatIsQuicklyDrawnComesWithTheReply() {
        assertThat(drawing.soon(sketch("quick", () -> Optional.of(PODIUM)))).contains(PODIUM);
    }

    @Test
    void aReplyGoesWithoutAPictureThatTakesTooLongOrFails() {
        assertThat(drawing.soon(sketch("broken", () -> {
                    throw new IllegalStateException("no paper");
                })))
                .isEmpty();
        assertThat(drawing.soon(sketch("slow", this::forever))).isEmpty();
    }

    @Test
    void aRushIsAnsweredWithoutPicturesRatherThanLate() throws InterruptedException {
        BlockingQueue<Optional<Picture>> answered = new LinkedBlockingQueue<>();
        for (int i = 0; i < 20; i++) {
            String shows = "rush " + i;
            Thread asking = new Thread(() -> answered.add(drawing.soon(sketch(shows, this::forever))));
            asking.setDaemon(true);
            asking.start();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(answered.poll(5, TimeUnit.SECONDS)).isNotNull().isEmpty();
        }
    }

    @Test
    void whatWasDrawnIsThereForTheNextWhoAsks() {
        drawing.soon(sketch("same", () -> Optional.of(PODIUM)));

        assertThat(drawing.soon(sketch("same", () -> {
                    throw new AssertionError("drawn twice");
                })))
                .contains(PODIUM);
    }

    @Test
    void aPostGetsItsPictureOrIsToldThatThereIsNone() throws InterruptedException {
        BlockingQueue<Optional<Picture>> got = new LinkedBlockingQueue<>();
        drawing.handOver(() -> Optional.of(sketch("post", () -> Optional.of(PODIUM))), got::add);
        assertThat(got.poll(5, TimeUnit.SECONDS)).contains(PODIUM);

        drawing.handOver(Optional::empty, got::add);
        assertThat(got.poll(5, TimeUnit.SECONDS)).isEmpty();

        drawing.handOver(
                () -> {
                    throw new IllegalStateException("no season");
                },
                got::add);
        assertThat(got.poll(5, TimeUnit.SECONDS)).isEmpty();

        drawing.handOver(() -> Optional.of(sketch("slow post", this::forever)), got::add);
        assertThat(got.poll(20, TimeUnit.SECONDS)).isEmpty();
    }

    private Optional<Picture> forever() {
        try {
            never.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Gallery.Sketch sketch(String shows, Supplier<Optional<Picture>> draw) {
        return new Gallery.Sketch(List.of(shows), draw);
    }

    private static Picture podium() {
        Podium podium = new Podium(List.of(new Podium.Place(1, BigDecimal.TEN, List.of("amy"), OptionalInt.of(1))));
        return new Pictures()
                .podium(new Look(0x2EC4B6, Messages.in("en")), "Small Season", podium)
                .orElseThrow();
    }
}
