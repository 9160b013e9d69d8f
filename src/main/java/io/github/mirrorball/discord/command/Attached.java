package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.sheet.SheetFile;
import io.github.mirrorball.show.sheet.SheetReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import okhttp3.OkHttpClient;

/** The file that comes with a command. */
final class Attached {

    private static final String FILE = "file";
    private static final long DOWNLOAD_SECONDS = 30;
    private static final int MOST_LEFT_OUT = 12;

    private Attached() {}

    static OptionData option(String description) {
        return new OptionData(OptionType.ATTACHMENT, FILE, description, true);
    }

    /** What the file is, or a sentence that says why it cannot be read. */
    static SheetReading read(Request request) {
        Message.Attachment file = request.file(FILE).orElseThrow(() -> new Rejection("season.noFile"));
        if (file.getSize() > SheetFile.LARGEST) {
            throw new Rejection("season.tooLarge");
        }
        SheetReading reading = SheetFile.read(download(file));
        if (reading instanceof SheetReading.Unreadable unreadable) {
            throw new Rejection(List.of(unreadable.fault()));
        }
        return reading;
    }

    /** The plan of a season file, or all that is wrong with it. */
    static SeasonPlan plan(Reading reading) {
        if (reading instanceof Reading.Faulty faulty) {
            throw new Rejection(faulty.faults());
        }
        return ((Reading.Read) reading).plan();
    }

    /** The file's name without what follows the last full stop. */
    static String name(Request request) {
        return request.file(FILE)
                .map(Message.Attachment::getFileName)
                .orElse("")
                .replaceFirst("\\.[^.]*$", "")
                .replace('_', ' ')
                .strip();
    }

    /** By the session's own client: JDA's other one keeps threads, and with them the program, for a minute. */
    private static byte[] download(Message.Attachment file) {
        OkHttpClient client = file.getJDA().getHttpClient();
        try (InputStream in = file.getProxy().withClient(client).download().get(DOWNLOAD_SECONDS, TimeUnit.SECONDS)) {
            return in.readNBytes(SheetFile.LARGEST + 1);
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new Rejection("season.noDownload");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Rejection("season.noDownload");
        }
    }

    /** What was not taken of it, a line each; blank if nothing. */
    static String leftOut(Request request, List<Fault> faults) {
        if (faults.isEmpty()) {
            return "";
        }
        String lines = faults.stream()
                .limit(MOST_LEFT_OUT)
                .map(fault -> "- " + new Rejection(List.of(fault)).text(request.words()))
                .collect(Collectors.joining("\n"));
        String more = faults.size() > MOST_LEFT_OUT ? "\n- … +" + (faults.size() - MOST_LEFT_OUT) : "";
        return request.words().text("import.leftOut") + "\n" + lines + more;
    }
}
