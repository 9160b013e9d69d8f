package io.github.mirrorball.bot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** Writes the page that lists every command, from the definitions that Discord is told. */
final class CommandsPage {

    private static final String HEAD = """
            # Commands

            Every command as Discord is told of it. This page is written by the build, and a test holds it against the code; to write
            it anew after a change, run `mvn test -Dtest=CommandsDocumentedTest -Ddocs.write=true`.

            Who may use what is Discord's default: a server's admins change it under *Server settings → Integrations*. A parameter in
            brackets may be left out.

            | command | parameters | who | what it does |
            | --- | --- | --- | --- |
            """;

    private CommandsPage() {}

    static String of(List<CommandData> definitions) {
        return HEAD + definitions.stream().flatMap(CommandsPage::rows).collect(Collectors.joining());
    }

    private static Stream<String> rows(CommandData command) {
        if (command.getType() != Command.Type.SLASH || !(command instanceof SlashCommandData slash)) {
            return Stream.of(row(command.getName() + " (in a message's menu)", List.of(), who(command), ""));
        }
        String name = "/" + slash.getName();
        Stream<String> grouped = slash.getSubcommandGroups().stream()
                .flatMap(group ->
                        group.getSubcommands().stream().map(sub -> row(name + " " + group.getName(), sub, who(slash))));
        Stream<String> plain = slash.getSubcommands().stream().map(sub -> row(name, sub, who(slash)));
        return slash.getSubcommandGroups().isEmpty() && slash.getSubcommands().isEmpty()
                ? Stream.of(row(name, slash.getOptions(), who(slash), slash.getDescription()))
                : Stream.concat(grouped, plain);
    }

    private static String row(String above, SubcommandData command, String who) {
        return row(above + " " + command.getName(), command.getOptions(), who, command.getDescription());
    }

    private static String row(String name, List<OptionData> parameters, String who, String description) {
        String listed = parameters.stream().map(CommandsPage::parameter).collect(Collectors.joining("<br>"));
        return Stream.of("`" + name + "`", listed, who, description)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String parameter(OptionData option) {
        String name = option.isRequired() ? option.getName() : "[" + option.getName() + "]";
        return "`" + name + "` (" + kind(option.getType()) + "): " + option.getDescription();
    }

    private static String kind(OptionType type) {
        return switch (type) {
            case STRING -> "text";
            case INTEGER -> "whole number";
            case ATTACHMENT -> "file";
            case BOOLEAN -> "yes or no";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String who(CommandData command) {
        String who = allowed(command);
        return command.getContexts().contains(InteractionContextType.BOT_DM) ? who + ", also in direct messages" : who;
    }

    private static String allowed(CommandData command) {
        Long needed = command.getDefaultPermissions().getPermissionsRaw();
        return needed == null
                ? "everyone"
                : Permission.getPermissions(needed).stream()
                        .map(Permission::getName)
                        .collect(Collectors.joining(" and ", "with ", ""));
    }
}
