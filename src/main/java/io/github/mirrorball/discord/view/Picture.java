package io.github.mirrorball.discord.view;

import net.dv8tion.jda.api.utils.FileUpload;

/**
 * A picture that goes with a message as its attachment.
 *
 * @param name of the file, which tells pictures of one message apart
 * @param png the picture
 * @param words what it shows, for who does not see it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(String name, byte[] png, String words) {

    FileUpload file() {
        return FileUpload.fromData(png, name);
    }
}
