package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps uploaded files and says where to fetch them. Guarded by the world's lock. */
public final class Cdn {
    private static final int KEPT = 500;

    /** What a PNG file begins with, and where it tells its size. */
    private static final long PNG = 0x89504E470D0A1A0AL;

    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;
    private static final int AFTER_SIZE = 24;

    private record Stored(long messageId, StageFile file) {}

    private final Map<Long, Stored> files = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Stored> eldest) {
            return size() > KEPT;
        }
    };
    private final Snowflakes ids;
    private String base = "";

    Cdn(Snowflakes ids) {
        this.ids = ids;
    }

    public void setBase(String url) {
        this.base = url;
    }

    /** Stores a file; returns Discord's attachment object for it. */
    ObjectNode store(long messageId, StageFile file) {
        long id = ids.next();
        files.put(id, new Stored(messageId, file));
        String url =
                base + "attachments/" + messageId + "/" + id + "/" + file.name().replace(' ', '_');
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("filename", file.name())
                .put("size", file.bytes().length)
                .put("url", url)
                .put("proxy_url", url)
                .put("content_type", contentType(file.name()));
        ByteBuffer bytes = ByteBuffer.wrap(file.bytes());
        boolean isSized = isPicture(file.name()) && bytes.capacity() > AFTER_SIZE && bytes.getLong(0) == PNG;
        return isSized ? json.put("width", bytes.getInt(WIDTH)).put("height", bytes.getInt(HEIGHT)) : json;
    }

    public Optional<StageFile> find(long id) {
        return Optional.ofNullable(files.get(id)).map(Stored::file);
    }

    Optional<byte[]> named(long messageId, String name) {
        return files.values().stream()
                .filter(stored ->
                        stored.messageId() == messageId && stored.file().name().equals(name))
                .map(stored -> stored.file().bytes())
                .findFirst();
    }

    public static String contentType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "png" -> "image/png";
            case "json" -> "application/json; charset=utf-8";
            case "txt", "csv", "md" -> "text/plain; charset=utf-8";
            default -> "application/octet-stream";
        };
    }

    private static boolean isPicture(String name) {
        return contentType(name).startsWith("image/");
    }
}
