package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Route;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** Some subcommands of a command that has many. */
interface Part {

    /** The subcommands as Discord is told of them. */
    List<SubcommandData> subcommands();

    /** Every route that leads here. */
    List<Route> routes();
}
