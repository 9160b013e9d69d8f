package io.github.mirrorball.chart;

import static io.github.mirrorball.chart.SamplePictures.*;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/** Writes every picture at its best and at its worst into a folder, alone and on Discord's light and dark grounds, with times. */
final class PictureSheet {

    /** Of the processor, so that a busy machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private PictureSheet() {}

    public static void main(String... args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/pictures"));
        Pictures pictures = new Pictures();
        for (Map.Entry<String, Supplier<Optional<Picture>>> each : all(pictures).entrySet()) {
            long start = CPU.getCurrentThreadCpuTime();
            Optional<Picture> picture = each.getValue().get();
            long first = (CPU.getCurrentThreadCpuTime() - start) / 1_000_000;
            if (picture.isEmpty()) {
                System.out.println(each.getKey() + ": no picture");
                continue;
            }
            byte[] png = picture.get().png();
            Files.write(folder.resolve(each.getKey() + ".png"), png);
            Files.write(folder.resolve(each.getKey() + ".both.png"), Png.of(onBoth(png)));
            System.out.printf(
                    "%-22s %4d ms, then %3d ms  %4d KB  %dx%d%n    %s%n",
                    each.getKey(),
                    first,
                    median(each.getValue()),
                    png.length / 1024,
                    picture.get().width(),
                    picture.get().height(),
                    picture.get().alt());
        }
    }

    static Map<String, Supplier<Optional<Picture>>> all(Pictures pictures) {
        Map<String, Supplier<Optional<Picture>>> all = new TreeMap<>();
        all.put("race-best", () -> pictures.race(GOLD, SEASON, race(8, 10), OptionalLong.empty()));
        all.put("race-own", () -> pictures.race(VIOLET, SEASON, race(11, 12), OptionalLong.of(11)));
        all.put("race-worst", () -> pictures.race(BLUE, LONG, race(12, 22), OptionalLong.of(4)));
        all.put("race-one-episode", () -> pictures.race(PINK, SEASON, race(5, 1), OptionalLong.empty()));
        all.put("bars-best", () -> pictures.bars(GOLD, bars(9, 214, 1)));
        all.put("bars-worst", () -> pictures.bars(PINK, bars(25, 40_000, 4)));
        all.put("bars-sixteen", () -> pictures.bars(TEAL, bars(16, 812, 2)));
        all.put("strip-best", () -> pictures.strip(TEAL, SEASON, strip(10, false)));
        all.put("strip-worst", () -> pictures.strip(LIME, LONG, strip(19, true)));
        all.put("strip-one-episode", () -> pictures.strip(RED, SEASON, strip(1, false)));
        all.put("podium-best", () -> pictures.podium(GOLD, SEASON, podium(1, 1, 1)));
        all.put("podium-worst", () -> pictures.podium(VIOLET, LONG, podium(1, 9)));
        all.put("podium-all-first", () -> pictures.podium(BLUE, SEASON, podium(9)));
        all.put("podium-ties", () -> pictures.podium(RED, SEASON, podium(2, 1)));
        return all;
    }

    private static long median(Supplier<Optional<Picture>> picture) {
        long[] times = new long[15];
        for (int i = 0; i < times.length; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            if (picture.get().isEmpty()) {
                throw new IllegalStateException("drawn once and then no more");
            }
            times[i] = (CPU.getCurrentThreadCpuTime() - start) / 1_000_000;
        }
        java.util.Arrays.sort(times);
        return times[times.length / 2];
    }

    private static BufferedImage onBoth(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth() / 2 + 40;
        int height = picture.getHeight() / 2 + 40;
        BufferedImage both = new BufferedImage(2 * width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = both.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(new Color(0x1A1A1E));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.WHITE);
        pen.fillRect(width, 0, width, height);
        pen.drawImage(picture, 20, 20, width - 40, height - 40, null);
        pen.drawImage(picture, width + 20, 20, width - 40, height - 40, null);
        pen.dispose();
        return both;
    }
}
