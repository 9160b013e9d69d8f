package io.github.mirrorball.discord.route;

import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;

/**
 * An interaction as handlers see it, in a server or in somebody's direct messages with the bot. Everything is read, nothing is answered here.
 *
 * @param acting the member who acts; empty in direct messages
 * @param arguments what follows the path in a component's or form's id; empty for commands
 * @param isLetThrough whether Discord let them use a host's command, now or a short while ago
 */
public record Request(
        Interaction interaction,
        Optional<Member> acting,
        Messages words,
        List<String> arguments,
        boolean isLetThrough) {

    public Request {
        arguments = List.copyOf(arguments);
    }

    /** Whether it was done in direct messages with the bot, where there is no server. */
    public boolean isDirect() {
        return acting.isEmpty();
    }

    /** The member who acts. In direct messages there is none, and whoever acts is told so: this goes for everything that belongs to a server. */
    public Member member() {
        return acting.orElseThrow(() -> new Rejection("reply.serverOnly"));
    }

    /** The server, as {@link #member}. */
    public Guild guild() {
        return member().getGuild();
    }

    /** The server's id, as {@link #member}. */
    public long server() {
        return guild().getIdLong();
    }

    /** The user who acts. */
    public long user() {
        return interaction.getUser().getIdLong();
    }

    /** The user who acts, as a voter. */
    public Voter voter() {
        return new Voter(server(), user(), member().getEffectiveName());
    }

    /**
     * Lets only hosts of this season go on. Discord itself gates top-level commands only, as the server's admins set it, so this is for
     * components and forms.
     */
    public void requireHost(Season season) {
        if (!isHost(season)) {
            throw new Rejection("reply.hostsOnly");
        }
    }

    /** Lets only whoever may host in this server go on, whatever the season. */
    public void requireHost() {
        if (!isLetThrough && !member().hasPermission(Permission.MANAGE_EVENTS)) {
            throw new Rejection("reply.hostsOnly");
        }
    }

    /** Whether they are a host of this season: by permission, by the season's host role, or because Discord lets them use the commands. */
    public boolean isHost(Season season) {
        OptionalLong role = season.posting().hostRole();
        boolean byRole = role.isPresent()
                && member().getUnsortedRoles().stream().anyMatch(each -> each.getIdLong() == role.getAsLong());
        return isLetThrough || byRole || member().hasPermission(Permission.MANAGE_EVENTS);
    }

    /**
     * Whether they may know of this season: where it is posted they may look, or they are its host. Of a channel that the bot may not view
     * itself nobody can tell, and nothing is posted there.
     */
    public boolean maySee(Season season) {
        GuildChannel channel = guild().getGuildChannelById(season.posting().channel());
        return channel == null
                || HiddenChannels.isHidden(channel)
                || member().hasPermission(channel, Permission.VIEW_CHANNEL)
                || isHost(season);
    }

    /** The channel in which they act. */
    public long channel() {
        return Optional.ofNullable(interaction.getChannel())
                .map(ISnowflake::getIdLong)
                .orElse(0L);
    }

    /** What kind of channel that is. */
    public ChannelType channelType() {
        return interaction.getChannelType();
    }

    /** An argument of the id as a number; an id that does not have it was not made by us. */
    public long number(int argument) {
        try {
            return Long.parseLong(arguments.get(argument));
        } catch (IndexOutOfBoundsException | NumberFormatException foreign) {
            throw new Rejection("reply.stale");
        }
    }

    /** A command's option as text. */
    public Optional<String> text(String option) {
        return option(option).map(OptionMapping::getAsString).filter(text -> !text.isBlank());
    }

    /** A command's option as a whole number. */
    public OptionalInt integer(String option) {
        return option(option)
                .map(each -> OptionalInt.of(nearest(each.getAsLong())))
                .orElseGet(OptionalInt::empty);
    }

    /** Discord keeps to the range that a parameter is published with; whatever comes by another way names nothing. */
    private static int nearest(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    /** A command's option as a number. */
    public Optional<BigDecimal> decimal(String option) {
        return option(option).map(each -> BigDecimal.valueOf(each.getAsDouble()));
    }

    /** A command's option as yes or no. */
    public Optional<Boolean> flag(String option) {
        return option(option).map(OptionMapping::getAsBoolean);
    }

    /** A command's option as the id of a channel, role or user. */
    public OptionalLong id(String option) {
        return option(option).map(each -> OptionalLong.of(each.getAsLong())).orElseGet(OptionalLong::empty);
    }

    /** A command's option as a file. */
    public Optional<Message.Attachment> file(String option) {
        return option(option).map(OptionMapping::getAsAttachment);
    }

    private Optional<OptionMapping> option(String name) {
        return interaction instanceof CommandInteractionPayload command
                ? Optional.ofNullable(command.getOption(name))
                : Optional.empty();
    }

    /** The message on whose menu a command was chosen. */
    public Optional<Long> target() {
        return interaction instanceof MessageContextInteractionEvent menu
                ? Optional.of(menu.getTarget().getIdLong())
                : Optional.empty();
    }

    /** The option that is being typed, and what is typed so far. */
    public Typing typing() {
        if (interaction instanceof CommandAutoCompleteInteractionEvent typing) {
            return new Typing(
                    typing.getFocusedOption().getName(),
                    typing.getFocusedOption().getValue());
        }
        return new Typing("", "");
    }

    /** What is chosen in a menu. */
    public List<String> chosen() {
        return interaction instanceof StringSelectInteractionEvent menu ? menu.getValues() : List.of();
    }

    /** The ids of what is chosen in a menu of channels, roles or people. */
    public List<Long> chosenIds() {
        return interaction instanceof EntitySelectInteractionEvent menu
                ? menu.getValues().stream().map(ISnowflake::getIdLong).toList()
                : List.of();
    }

    /** What was typed into a form's field. */
    public String field(String id) {
        return mapping(id).map(ModalMapping::getAsString).orElse("").strip();
    }

    /** What was chosen in a form's menu. */
    public List<String> fieldChoices(String id) {
        return mapping(id).map(ModalMapping::getAsStringList).orElse(List.of());
    }

    private Optional<ModalMapping> mapping(String id) {
        return interaction instanceof ModalInteractionEvent form
                ? Optional.ofNullable(form.getValue(id))
                : Optional.empty();
    }

    /** An option that is being typed. */
    public record Typing(String option, String soFar) {}
}
