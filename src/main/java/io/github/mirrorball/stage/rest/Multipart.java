package io.github.mirrorball.stage.rest;

import io.github.mirrorball.stage.world.StageFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a multipart/form-data body apart: field name to content. */
final class Multipart {
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private Multipart() {}

    static Map<String, StageFile> parse(byte[] body, String contentType) throws IOException {
        String boundary = "--"
                + contentType.substring(contentType.indexOf("boundary=") + 9).replace("\"", "");
        // One char a byte, so that positions in the text are positions in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Map<String, StageFile> parts = new LinkedHashMap<>();
        int start = text.indexOf(boundary);
        while (start >= 0) {
            int end = text.indexOf("\r\n" + boundary, start);
            int head = text.indexOf("\r\n\r\n", start);
            if (end < 0 || head < 0 || head > end) {
                break;
            }
            String headers = new String(body, start, head - start, StandardCharsets.UTF_8);
            byte[] content = Arrays.copyOfRange(body, head + 4, Math.max(head + 4, end));
            parts.put(find(NAME, headers), new StageFile(find(FILE_NAME, headers), content));
            start = end + 2;
        }
        return parts;
    }

    private static String find(Pattern pattern, String headers) {
        Matcher matcher = pattern.matcher(headers);
        return matcher.find() ? matcher.group(1) : "";
    }
}
