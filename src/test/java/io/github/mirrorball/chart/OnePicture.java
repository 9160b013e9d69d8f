package io.github.mirrorball.chart;

import java.lang.management.ManagementFactory;

/** Draws one picture in a process of its own, which may have no fonts. */
final class OnePicture {

    private OnePicture() {}

    public static void main(String... args) {
        long start = ManagementFactory.getRuntimeMXBean().getUptime();
        Pictures pictures = new Pictures();
        boolean drawn = pictures.bars(SamplePictures.GOLD, SamplePictures.bars(9, 200, 1))
                .isPresent();
        drawn &=
                pictures.bars(SamplePictures.GOLD, SamplePictures.bars(2, 9, 1)).isPresent();
        long end = ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.println((drawn ? "picture" : "nothing") + " after " + (end - start) + " ms");
    }
}
