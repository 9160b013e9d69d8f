package io.github.mirrorball.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures as PNG (W3C, third edition) with a palette, in which cards are a quarter the size and written several times as fast
 * as by Java's own writer, which keeps every shade and weighs five filters for every row.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LEVEL = 7;
    private static final byte EIGHT_BITS = 8;
    private static final byte WITH_PALETTE = 3;

    private Png() {}

    /** The file of an image of {@link BufferedImage#TYPE_INT_ARGB}. */
    static byte[] of(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Palette palette = Palette.of(pixels);
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 17);
        file.writeBytes(SIGNATURE);
        writeChunk(file, "IHDR", header(image.getWidth(), image.getHeight()));
        writeChunk(file, "PLTE", colors(palette.colors()));
        writeChunk(file, "tRNS", opacities(palette.colors()));
        writeChunk(file, "IDAT", deflate(pixels, image.getWidth(), palette));
        writeChunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] colors(int[] palette) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * palette.length);
        for (int color : palette) {
            bytes.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
        }
        return bytes.array();
    }

    private static byte[] opacities(int[] palette) {
        ByteBuffer bytes = ByteBuffer.allocate(palette.length);
        for (int color : palette) {
            bytes.put((byte) (color >>> 24));
        }
        return bytes.array();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(EIGHT_BITS)
                .put(WITH_PALETTE)
                .array();
    }

    private static void writeChunk(ByteArrayOutputStream file, String type, byte[] content) {
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

    private static byte[] deflate(int[] pixels, int width, Palette palette) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(1 << 17);
        byte[] row = new byte[1 + width];
        byte[] part = new byte[1 << 14];
        Deflater deflater = new Deflater(LEVEL);
        try {
            for (int from = 0; from < pixels.length; from += width) {
                writeUnfiltered(pixels, from, palette, row);
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

    /** The first byte says that no filter follows. */
    private static void writeUnfiltered(int[] pixels, int from, Palette palette, byte[] row) {
        int last = pixels[from];
        byte place = (byte) palette.place(last);
        for (int x = 0; x + 1 < row.length; x++) {
            int pixel = pixels[from + x];
            if (pixel != last) {
                last = pixel;
                place = (byte) palette.place(pixel);
            }
            row[1 + x] = place;
        }
    }

    private static void drain(Deflater deflater, byte[] part, ByteArrayOutputStream out) {
        int length;
        while ((length = deflater.deflate(part)) > 0) {
            out.write(part, 0, length);
        }
    }
}
