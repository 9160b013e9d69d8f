package io.github.mirrorball.chart;

import static io.github.mirrorball.chart.SamplePictures.GOLD;
import static io.github.mirrorball.chart.SamplePictures.SEASON;
import static io.github.mirrorball.chart.SamplePictures.bars;
import static io.github.mirrorball.chart.SamplePictures.look;
import static io.github.mirrorball.chart.SamplePictures.podium;
import static io.github.mirrorball.chart.SamplePictures.race;
import static io.github.mirrorball.chart.SamplePictures.strip;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.chart.OutcomeBars.Bar;
import io.github.mirrorball.chart.OutcomeBars.Fate;
import io.github.mirrorball.standings.Race;
import io.github.mirrorball.standings.Standing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    private static final int MOST_BYTES = 200_000;

    private static final Pictures PICTURES = new Pictures();
    private static final Map<String, Supplier<Optional<Picture>>> ALL = PictureSheet.all(PICTURES);

    static Stream<String> names() {
        return ALL.keySet().stream();
    }

    private static Picture drawn(String name) {
        return ALL.get(name).get().orElseThrow();
    }

    private static BufferedImage image(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.png()));
    }

    private static long count(Picture picture, int rgb) throws IOException {
        return pixels(picture).filter(pixel -> (pixel & 0xFFFFFF) == rgb).count();
    }

    private static IntStream pixels(Picture picture) throws IOException {
        BufferedImage image = image(picture);
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPictureIsSharpAndSmallEnoughAndTellsItsStory(String name) throws IOException {
        Picture picture = drawn(name);
        BufferedImage image = image(picture);

        assertThat(image.getWidth()).isEqualTo(1200).isEqualTo(picture.width());
        assertThat(image.getHeight()).isBetween(600, 2000).isEqualTo(picture.height());
        assertThat(picture.png().length).isLessThan(MOST_BYTES);
        assertThat(picture.alt()).hasSizeBetween(40, Picture.LONGEST_ALT).doesNotContain("{", "chart.");
        assertThat(pixels(picture).distinct().count()).isBetween(100L, 256L);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCardIsOpaqueButForItsRoundCorners(String name) throws IOException {
        BufferedImage image = image(drawn(name));

        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(image.getRGB(image.getWidth() - 1, image.getHeight() - 1) >>> 24)
                .isZero();
        assertThat(image.getRGB(image.getWidth() / 2, image.getHeight() / 2) >>> 24)
                .isEqualTo(0xFF);
        assertThat(image.getRGB(image.getWidth() / 2, image.getHeight() - 8)).isEqualTo(Ink.GROUND.getRGB());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xE8B923, 0x2EC4B6, 0xE4572E, 0x9B5DE5, 0x3A86FF, 0xF15BB5, 0x8AC926, 0x000000, 0xFFFFFF})
    void aPictureWearsTheColourOfItsSeason(int accent) throws IOException {
        assertThat(count(PICTURES.bars(look(accent), bars(3, 10, 1)).orElseThrow(), accent))
                .isGreaterThan(300);
        assertThat(Ink.contrast(new Ink(accent).bright(), Ink.GROUND)).isGreaterThanOrEqualTo(4.5);
        assertThat(Ink.contrast(new Ink(accent).tint(0.5), Ink.TEXT)).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameThingsGiveTheSameBytesOnAnyThread(String name) {
        byte[] first = drawn(name).png();

        assertThat(PictureSheet.all(new Pictures())
                        .get(name)
                        .get()
                        .orElseThrow()
                        .png())
                .isEqualTo(first);
        assertThat(IntStream.range(0, 4).parallel().mapToObj(i -> drawn(name).png()))
                .allSatisfy(png -> assertThat(png).isEqualTo(first));
    }

    @Test
    void thereIsNoPictureOfNothing() {
        assertThat(PICTURES.race(GOLD, SEASON, new Race(List.of(), List.of()), OptionalLong.empty()))
                .isEmpty();
        assertThat(PICTURES.bars(GOLD, new OutcomeBars("Who leaves?", "", List.of(), 0)))
                .isEmpty();
        assertThat(PICTURES.strip(GOLD, SEASON, new SeasonStrip("Ada", Optional.empty(), 0, List.of(), List.of())))
                .isEmpty();
        assertThat(PICTURES.podium(GOLD, SEASON, Podium.of(List.of(), 0))).isEmpty();
    }

    @Test
    void onlyRightOutcomesBearTheMarkOfTheRight() throws IOException {
        int green = Ink.RIGHT.getRGB() & 0xFFFFFF;

        long one = count(PICTURES.bars(GOLD, bars(9, 200, 1)).orElseThrow(), green);
        long three = count(PICTURES.bars(GOLD, bars(9, 200, 3)).orElseThrow(), green);

        assertThat(count(PICTURES.bars(GOLD, bars(9, 200, 0)).orElseThrow(), green))
                .isZero();
        assertThat(one).isPositive();
        assertThat(three).isBetween(5 * one / 2, 7 * one / 2);
    }

    @Test
    void aBarIsAsLongAsItHasPicks() throws IOException {
        BufferedImage image = image(PICTURES.bars(
                        GOLD,
                        new OutcomeBars(
                                "Q", "E", List.of(new Bar(".", 400, Fate.PLAIN), new Bar(".", 100, Fate.PLAIN)), 0))
                .orElseThrow());
        int fill = new Ink(GOLD.accent()).tint(0.34).getRGB();

        long most =
                row(image, PictureCard.TOP + 4).filter(pixel -> pixel == fill).count();
        long least = row(image, PictureCard.TOP + 48 + 4)
                .filter(pixel -> pixel == fill)
                .count();

        assertThat(most).isBetween(4 * least - 60, 4 * least + 60);
    }

    private static IntStream row(BufferedImage image, int y) {
        return IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y * PictureCard.SCALE));
    }

    @Test
    void aFanWhoIsSingledOutStandsOnTheColourOfTheSeason() throws IOException {
        int ground = new Ink(GOLD.accent()).tint(0.3).getRGB() & 0xFFFFFF;

        assertThat(count(
                        PICTURES.race(GOLD, SEASON, race(5, 6), OptionalLong.of(3))
                                .orElseThrow(),
                        ground))
                .isGreaterThan(5000);
        assertThat(count(
                        PICTURES.race(GOLD, SEASON, race(5, 6), OptionalLong.empty())
                                .orElseThrow(),
                        ground))
                .isLessThan(1000);
        assertThat(PICTURES.race(GOLD, SEASON, race(5, 6), OptionalLong.of(99))).isPresent();
    }

    @Test
    void aNameThatNoFontHasIsReplacedByANumber() {
        Standing nameless = new Standing(1, 1, "\uE000\u202E\u200B", BigDecimal.TEN, 1, 1);
        Race race = new Race(List.of(1), List.of(new Race.Line(nameless, List.of(OptionalInt.of(1)))));

        assertThat(PICTURES.race(GOLD, SEASON, race, OptionalLong.empty())
                        .orElseThrow()
                        .alt())
                .contains("1. Fan 1, 10 points");
    }

    @Test
    void theAltTextOfBarsSaysWhatWasRightAndWhatIsVoid() {
        OutcomeBars what = new OutcomeBars(
                "Who leaves?",
                "Episode 2",
                List.of(
                        new Bar("Ada", 40_000, Fate.PLAIN),
                        new Bar("Ben", 30, Fate.RIGHT),
                        new Bar("Cat", 5, Fate.VOID)),
                0);

        assertThat(PICTURES.bars(GOLD, what).orElseThrow().alt())
                .isEqualTo("A bar chart of the picks. Who leaves? Episode 2 · 40,030 picks · 5 void. "
                        + "Ada, 40,000 (100%). Right: Ben, 30 (<1%). Cat, 5 (void).");
    }

    @Test
    void ofNineOnOneStepTheAltTextNamesEight() {
        assertThat(PICTURES.podium(GOLD, SEASON, podium(1, 9)).orElseThrow().alt())
                .contains("1. Foxtrot Fiona, 129 points.")
                .endsWith("and 1 more, 118 points.");
        assertThat(PICTURES.podium(GOLD, SEASON, podium(1)).orElseThrow().alt())
                .isEqualTo("The podium of Dancing with the Stars 33. 1. Foxtrot Fiona, 129 points.");
    }

    @Test
    void manyWhoShareTheLastRankOfAPageAreNotCounted() {
        List<Standing> page = IntStream.range(0, 50)
                .mapToObj(i -> new Standing(i == 0 ? 1 : 2, i, "Fan " + i, BigDecimal.ONE, 1, 1))
                .toList();

        assertThat(Podium.of(page, 40_000).places())
                .extracting(Podium.Place::sharing)
                .containsExactly(OptionalInt.of(1), OptionalInt.empty());
        assertThat(Podium.of(page, 50).places().get(1).sharing()).hasValue(49);
        assertThat(PICTURES.podium(GOLD, SEASON, Podium.of(page, 40_000))
                        .orElseThrow()
                        .alt())
                .contains("Fan 8 and many more, 1 point.");
    }

    @Test
    void theAltTextOfASeasonGoesFromEpisodeToEpisode() {
        String alt =
                PICTURES.strip(GOLD, SEASON, strip(10, false)).orElseThrow().alt();

        assertThat(alt)
                .startsWith(
                        "A chart of a season. Foxtrot Fiona. 112.5 points · rank 3 of 212 · Dancing with the Stars 33.")
                .contains("Episode 2: Who leaves not right, Top total right (+10).");
    }

    @Test
    void noLineOfARaceLooksLikeTheSeasonsOwn() {
        for (int accent : new int[] {0x56B4E9, 0xE8B923, 0x3A86FF}) {
            Ink ink = new Ink(accent);
            Set<Integer> colors = IntStream.range(0, RaceDrawing.MOST - 1)
                    .map(i -> ink.line(i).getRGB() & 0xFFFFFF)
                    .boxed()
                    .collect(Collectors.toSet());

            assertThat(colors).hasSize(RaceDrawing.MOST - 1).doesNotContain(accent);
        }
    }
}
