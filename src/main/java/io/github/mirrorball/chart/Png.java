package io.github.mirrorball.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures as PNG (W3C, third edition). Cards are flat, so no row is filtered, which makes smaller files of them
 * than any filter does; Java's own writer weighs five filters for every row and takes longer than the drawing.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LEVEL = 8;
    private static final byte EIGHT_BITS = 8;
    private static final byte COLOR_WITH_ALPHA = 6;

    private Png() {}

    /** The file of an image of {@link BufferedImage#TYPE_INT_ARGB}. */
    static byte[] of(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 17);
        file.writeBytes(SIGNATURE);
        chunk(file, "IHDR", header(image.getWidth(), image.getHeight()));
        chunk(file, "IDAT", deflated(image));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(EIGHT_BITS)
                .put(COLOR_WITH_ALPHA)
                .array();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] named = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 check = new CRC32();
        check.update(named);
        file.writeBytes(number(content.length));
        file.writeBytes(named);
        file.writeBytes(number((int) check.getValue()));
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] deflated(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(1 << 17);
        byte[] row = new byte[1 + 4 * width];
        byte[] part = new byte[1 << 14];
        Deflater deflater = new Deflater(LEVEL);
        try {
            for (int y = 0; y < image.getHeight(); y++) {
                unfiltered(pixels, y * width, width, row);
                deflater.setInput(row);
                drain(deflater, part, deflated);
            }
            deflater.finish();
            drain(deflater, part, deflated);
        } finally {
            deflater.end();
        }
        return deflated.toByteArray();
    }

    private static void unfiltered(int[] pixels, int from, int width, byte[] row) {
        for (int x = 0; x < width; x++) {
            int pixel = pixels[from + x];
            row[1 + 4 * x] = (byte) (pixel >> 16);
            row[2 + 4 * x] = (byte) (pixel >> 8);
            row[3 + 4 * x] = (byte) pixel;
            row[4 + 4 * x] = (byte) (pixel >>> 24);
        }
    }

    private static void drain(Deflater deflater, byte[] part, ByteArrayOutputStream out) {
        int length;
        while ((length = deflater.deflate(part)) > 0) {
            out.write(part, 0, length);
        }
    }
}
