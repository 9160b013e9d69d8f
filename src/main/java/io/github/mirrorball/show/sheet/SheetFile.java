package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.file.SeasonFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Recognises a file by its content, never by its name: a season file, a table with separators, or the source of a wiki page. */
public final class SheetFile {

    /** Bytes that a file may have. */
    public static final int LARGEST = 1 << 20;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SheetFile() {}

    /** Reads a file. Never throws for what is in it. */
    public static SheetReading read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return SheetReading.unreadable("fault.file.tooLarge", LARGEST >> 10);
        }
        if (begins(bytes, "PK") || begins(bytes, "\u00D0\u00CF\u0011\u00E0")) {
            return SheetReading.unreadable("sheet.workbook");
        }
        Optional<String> text = text(bytes);
        if (text.isEmpty() || text.get().codePoints().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
            return SheetReading.unreadable("sheet.binary");
        }
        return read(text.get().strip());
    }

    private static SheetReading read(String text) {
        String start = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return SheetReading.unreadable("sheet.empty");
        }
        if (start.startsWith("{") && !start.startsWith("{|") && !start.startsWith("{{")) {
            return new SheetReading.SeasonJson(SeasonFile.read(text.getBytes(StandardCharsets.UTF_8)));
        }
        if (start.startsWith("<!doctype") || start.startsWith("<html")) {
            return SheetReading.unreadable("sheet.html");
        }
        return text.contains("{|") && text.contains("|}") ? WikiSheet.read(text) : CsvSheet.read(text);
    }

    private static boolean begins(byte[] bytes, String magic) {
        return new String(bytes, 0, Math.min(bytes.length, magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
    }

    /** A file's text, whatever it is written in; empty if it is none. */
    public static Optional<String> text(byte[] bytes) {
        if (begins(bytes, "\u00FF\u00FE") || begins(bytes, "\u00FE\u00FF")) {
            return decode(bytes, StandardCharsets.UTF_16);
        }
        return wide(bytes)
                .flatMap(charset -> decode(bytes, charset))
                .or(() -> decode(bytes, StandardCharsets.UTF_8))
                .or(() -> decode(bytes, WINDOWS))
                .map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /** Two bytes a character without a mark that says so: one of the first two is nothing. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (bytes.length < 2 || bytes.length % 2 != 0 || (bytes[0] != 0) == (bytes[1] != 0)) {
            return Optional.empty();
        }
        return Optional.of(bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
