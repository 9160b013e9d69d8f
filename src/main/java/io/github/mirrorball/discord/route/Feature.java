package io.github.mirrorball.discord.route;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** Something that people can do: owns both what Discord is told of it and the routes that answer it. */
public interface Feature {

    /** The command as Discord is told of it; empty for what is only reached by components. */
    Optional<CommandData> definition();

    /** Every route that leads here. */
    List<Route> routes();
}
