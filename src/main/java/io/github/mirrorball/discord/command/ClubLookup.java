package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.league.Clubs;
import io.github.mirrorball.poll.Club;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** Finds the club that an option or an id names, in the server of whoever asks and nowhere else. */
public final class ClubLookup {

    static final String CLUB = "club";
    private static final int MOST_CHOICES = 25;

    /** Before an id, since a club may be called by a number. */
    private static final String BY_ID = "id:";

    private final Clubs clubs;

    public ClubLookup(Clubs clubs) {
        this.clubs = clubs;
    }

    static OptionData option(String description, boolean required) {
        return new OptionData(OptionType.STRING, CLUB, description, required, true);
    }

    /** The server's clubs. */
    List<Club> all(Request request) {
        return clubs.of(request.server());
    }

    /** The club that the option names, by the suggestion that was chosen or by what was typed. */
    Optional<Club> named(Request request) {
        return request.text(CLUB)
                .map(typed -> all(request).stream()
                        .filter(club -> isNamed(club, typed))
                        .findFirst()
                        .orElseThrow(() -> new Rejection("club.unknown")));
    }

    private static boolean isNamed(Club club, String typed) {
        return typed.equals(BY_ID + club.id()) || Club.folded(typed).equals(Club.folded(club.name()));
    }

    /** The club of an id in a component, or a sentence that it is gone. */
    Club find(Request request, long id) {
        return clubs.find(id)
                .filter(club -> club.server() == request.server())
                .orElseThrow(() -> new Rejection("club.unknown"));
    }

    /** The server's clubs whose name has what is typed. */
    Reply suggest(Request request) {
        String typed = request.typing().soFar().toLowerCase(Locale.ROOT);
        return new Reply.Choices(all(request).stream()
                .filter(club -> club.name().toLowerCase(Locale.ROOT).contains(typed))
                .limit(MOST_CHOICES)
                .map(club -> new Command.Choice(Markdown.plain(club.name()), BY_ID + club.id()))
                .toList());
    }
}
