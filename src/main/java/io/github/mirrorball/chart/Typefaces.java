package io.github.mirrorball.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The fonts that come with the house, and for writing that they lack those of the machine. Thread-safe. A font is read when it is first
 * needed.
 */
final class Typefaces {

    enum Weight {
        MEDIUM("Inter-Medium"),
        BOLD("Inter-Bold");

        private final String file;

        Weight(String file) {
            this.file = file;
        }
    }

    private static final String CONFIGURATION = "sun.awt.fontconfig";
    private static final String EMOJI = "NotoEmoji";
    private static final List<String> SCRIPTS = List.of(
            "NotoSansArabic",
            "NotoSansHebrew",
            "NotoSansThai",
            "NotoSansDevanagari",
            "NotoSansKR",
            "NotoSansSC",
            "NotoSansSymbols2",
            EMOJI);

    /** Read once in a process: Java writes each to a file of its own to read it, and lets go of none. */
    private static final Map<String, Font> READ = new ConcurrentHashMap<>();

    private final Map<Integer, Optional<Font>> ofTheMachine = new ConcurrentHashMap<>();

    private Typefaces() {}

    /** The fonts, if text can be drawn here at all; else whatever Java throws. */
    static Typefaces open() throws IOException {
        try {
            font(Weight.MEDIUM.file);
        } catch (RuntimeException | LinkageError | InternalError e) {
            // Java looks for the machine's fonts first and throws where there are none; told of none, it draws with
            // ours.
            if (System.getProperty(CONFIGURATION) != null) {
                throw e;
            }
            openAlone();
        }
        font(Weight.BOLD.file);
        return new Typefaces();
    }

    private static void openAlone() throws IOException {
        Path file = Files.createTempFile("fontconfig", ".properties");
        try (InputStream bundled = resource("fontconfig.properties")) {
            Files.write(file, bundled.readAllBytes());
            System.setProperty(CONFIGURATION, file.toString());
            font(Weight.MEDIUM.file);
        } finally {
            System.clearProperty(CONFIGURATION);
            Files.delete(file);
        }
    }

    /** Reads every font, so that no picture has to wait for one. */
    static void readAll() {
        SCRIPTS.forEach(Typefaces::font);
    }

    /** A font of the house that has everything that this piece of text is made of. */
    Optional<Font> own(String piece, Weight weight) {
        Predicate<Font> has = font -> visible(piece).allMatch(font::canDisplay);
        if (isEmoji(piece) && has.test(font(EMOJI))) {
            return Optional.of(font(EMOJI));
        }
        return Stream.concat(Stream.of(weight.file), SCRIPTS.stream())
                .map(Typefaces::font)
                .filter(has)
                .findFirst();
    }

    /** The same, of the machine's. */
    Optional<Font> machines(String piece) {
        return machineFont(piece.codePointAt(0)).filter(font -> visible(piece).allMatch(font::canDisplay));
    }

    private static boolean isEmoji(String piece) {
        return piece.codePoints().anyMatch(point -> point == 0xFE0F || (point >= 0x1F000 && point < 0x20000));
    }

    /** Joiners and selectors change how their neighbours look and need no glyph. */
    private static Stream<Integer> visible(String piece) {
        return piece.codePoints()
                .filter(point -> point != 0x200C && point != 0x200D && (point < 0xFE00 || point > 0xFE0F))
                .filter(point -> point < 0xE0020 || point > 0xE007F)
                .boxed();
    }

    private Optional<Font> machineFont(int point) {
        return ofTheMachine.computeIfAbsent(
                point,
                wanted -> Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment()
                                .getAllFonts())
                        .filter(font -> font.canDisplay(wanted) && draws(font, wanted))
                        .findFirst());
    }

    /** Fonts made of coloured bitmaps say that they have a character and then draw nothing. */
    private static boolean draws(Font font, int point) {
        FontRenderContext plain = new FontRenderContext(null, true, true);
        return !font.deriveFont(20f)
                .createGlyphVector(plain, Character.toString(point))
                .getOutline()
                .getBounds2D()
                .isEmpty();
    }

    private static Font font(String name) {
        return READ.computeIfAbsent(name, Typefaces::read);
    }

    private static Font read(String name) {
        try (InputStream file = resource("fonts/" + name + ".ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font " + name + " cannot be read", e);
        }
    }

    private static InputStream resource(String name) {
        return new BufferedInputStream(Objects.requireNonNull(Typefaces.class.getResourceAsStream(name), name));
    }
}
