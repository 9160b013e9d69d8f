package io.github.mirrorball.rehearsal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.bot.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report of a played season as a file, for programs that check it. */
final class ReportFile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writerWithDefaultPrettyPrinter();

    private ReportFile() {}

    /** Writes the report, over what was there before. */
    static void write(Report report, Path file) throws IOException {
        Files.write(file, WRITER.writeValueAsBytes(tree(report)));
    }

    static JsonNode tree(Report report) {
        ObjectNode tree = NODES.objectNode().put("season", report.season());
        ArrayNode polls = tree.putArray("polls");
        report.polls().forEach(poll -> polls.add(tree(poll)));
        ArrayNode standings = tree.putArray("standings");
        report.standings().forEach(row -> standings.add(tree(row)));
        return tree;
    }

    private static ObjectNode tree(Report.PollReport poll) {
        ObjectNode tree = NODES.objectNode();
        poll.episode().ifPresent(episode -> tree.put("episode", episode));
        tree.put("asks", poll.asks());
        ArrayNode result = tree.putArray("result");
        poll.result().forEach(result::add);
        ObjectNode picks = tree.putObject("picks");
        poll.picks().forEach(picks::put);
        return tree;
    }

    private static ObjectNode tree(Report.Row row) {
        return NODES.objectNode()
                .put("rank", row.rank())
                .put("fan", row.fan())
                .<ObjectNode>set("points", DecimalNode.valueOf(plain(row.points())))
                .put("correct", row.correct())
                .put("picked", row.picked());
    }

    /** 87.5 and not 87.50, 100 and not 1E+2. */
    private static BigDecimal plain(BigDecimal points) {
        BigDecimal stripped = points.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
