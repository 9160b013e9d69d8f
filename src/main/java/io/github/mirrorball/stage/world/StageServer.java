package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.rules.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A server that the bot was invited to. Thread-safe. */
public final class StageServer {
    /** How the bot stands to a server. */
    public enum Presence {
        THERE,
        OUTAGE,
        /** Its commands are authorised and it is no member: people use them, and it is told of nothing else. */
        COMMANDS_ONLY,
        LEFT
    }

    final World world;
    final long id;
    public final String name;
    final Person owner;
    private final StageRole everyone;
    public final StageRole botRole;
    final StageRole fanRole;
    final List<StageRole> roles = new ArrayList<>();
    public final List<StageChannel> channels = new ArrayList<>();
    boolean hidesWithNulls;
    String locale = "en-US";
    final List<StageChannel> threads = new ArrayList<>();
    private final Map<String, Set<StageRole>> commandOverrides = new LinkedHashMap<>();
    public final Map<Long, StageUser> members = new LinkedHashMap<>();
    public final ScheduledEvents events;
    public final ServerEmoji emoji;
    String joined;
    Optional<StageChannel> systemChannel = Optional.empty();
    public Presence presence = Presence.THERE;
    private Optional<Refusal> uploadRefusal = Optional.empty();

    StageServer(World world, long id, String name, Person owner) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.everyone = new StageRole(id, "@everyone", Permission.bits(Permission.VIEW_CHANNEL), false);
        roles.add(everyone);
        this.botRole = newRole("Mirrorball", Permission.bits(Permission.INVITED), true);
        this.fanRole = newRole("Fans", Permission.bits(Permission.FAN), false);
        this.joined = world.now().toString();
        this.events = new ScheduledEvents(this);
        this.emoji = new ServerEmoji(this);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Hidden channels are told to the bot with their fields empty from now on, instead of left out. */
    public void hideWithNulls() {
        synchronized (world) {
            hidesWithNulls = true;
        }
    }

    /** The text channel of that name; made when it is not there yet. */
    public StageChannel channel(String channelName) {
        return channel(channelName, StageChannel.TEXT);
    }

    /** The announcement channel of that name; made when it is not there yet. */
    public StageChannel announcements(String channelName) {
        return channel(channelName, StageChannel.ANNOUNCEMENT);
    }

    /** The voice channel of that name, in whose chat people write as well; made when it is not there yet. */
    public StageChannel voice(String channelName) {
        return channel(channelName, StageChannel.VOICE);
    }

    private StageChannel channel(String channelName, int type) {
        synchronized (world) {
            return channels.stream()
                    .filter(channel -> channel.name.equals(channelName))
                    .findFirst()
                    .orElseGet(() -> newChannel(channelName, type));
        }
    }

    /** What the bot may do here. */
    public Permissions bot() {
        return Permissions.ofBot(this);
    }

    /** What everybody who has a role may do here. */
    public Permissions of(StageRole role) {
        return Permissions.of(this, role);
    }

    /** What everybody may do here, unless something says otherwise. */
    public Permissions everyone() {
        return Permissions.of(this, everyone);
    }

    /** Says where Discord itself tells who came and who boosts. */
    public void setSystemChannel(StageChannel channel) {
        synchronized (world) {
            systemChannel = Optional.of(channel);
        }
    }

    /** Sets the language that the server says it is for, for instance {@code de}. */
    public void setLocale(String tag) {
        synchronized (world) {
            locale = tag;
        }
    }

    StageRole everyoneRole() {
        return everyone;
    }

    /** The role of that name; made when it is not there yet. */
    public StageRole role(String roleName, Permission... permissions) {
        synchronized (world) {
            return roles.stream()
                    .filter(role -> role.name.equals(roleName))
                    .findFirst()
                    .orElseGet(() -> announced(newRole(roleName, Permission.bits(permissions), false)));
        }
    }

    /** Lets everybody mention a role so that those who have it are notified, or only those who may mention everyone. */
    public void setMentionable(StageRole role, boolean mentionable) {
        synchronized (world) {
            role.mentionable = mentionable;
            announceRole("GUILD_ROLE_UPDATE", role);
        }
    }

    /** Whether the bot's mention of a role notifies those who have it: it is mentionable, or the bot may mention everyone. */
    boolean mayMention(long role, StageChannel channel) {
        return roles.stream().anyMatch(each -> each.id == role && each.mentionable)
                || Permission.MENTION_EVERYONE.in(permissionsOf(world.bot, channel));
    }

    /** An admin lets a role use a command, whatever permissions it asks for; Discord's own page for that is Server Settings, Integrations. */
    public void allowCommand(String command, StageRole role) {
        synchronized (world) {
            commandOverrides
                    .computeIfAbsent(command, name -> new LinkedHashSet<>())
                    .add(role);
        }
    }

    boolean isAllowed(StageUser user, String command) {
        return commandOverrides.getOrDefault(command, Set.of()).stream().anyMatch(user.roles::contains);
    }

    /** The roles that everybody sees, in order; the one that everybody has is not among them. */
    public List<StageRole> roles() {
        synchronized (world) {
            return roles.stream().filter(role -> role.id != id).toList();
        }
    }

    /** The person of that name as a member here, with these permissions besides a fan's. */
    public StageUser member(String personName, Set<Permission> permissions) {
        synchronized (world) {
            Person person = world.person(personName);
            StageUser member = members.computeIfAbsent(person.id, key -> new StageUser(this, person));
            if (!permissions.isEmpty()) {
                Permission[] wanted = permissions.toArray(Permission[]::new);
                member.give(role("May " + permissions.stream().sorted().toList(), wanted));
            }
            return member;
        }
    }

    /** The person of that name as a fan here. */
    public StageUser member(String personName) {
        return member(personName, Set.of());
    }

    /** The server's scheduled events as Discord shows them, soonest first. */
    public List<ObjectNode> events() {
        synchronized (world) {
            return events.all();
        }
    }

    /** Every scheduled event that was ever made and not taken away, in the order in which they were made; Discord shows nobody those that are over. */
    public List<ObjectNode> everyEvent() {
        synchronized (world) {
            return events.ever();
        }
    }

    /** Starts or ends a scheduled event as a moderator would: 1 scheduled, 2 active, 3 completed, 4 canceled. */
    public void setEventStatus(long eventId, int status) {
        synchronized (world) {
            events.setStatus(eventId, status);
        }
    }

    /** Takes a scheduled event away as a moderator would. */
    public void deleteEvent(long eventId) {
        synchronized (world) {
            events.delete(eventId);
        }
    }

    /** Makes an event of a member's own that says the same as another. Returns its id. */
    public long copyEvent(long eventId, StageUser member) {
        synchronized (world) {
            return events.copy(eventId, member.person);
        }
    }

    /** Refuses every message with a file from now on: 400001 where Discord limits a server's uploads, 40005 where a file is too large. */
    public void refuseUploads(Refusal refusal) {
        synchronized (world) {
            uploadRefusal = Optional.of(refusal);
        }
    }

    public Optional<Refusal> uploadRefusal() {
        return uploadRefusal;
    }

    /** Throws the bot out. */
    public void removeBot() {
        leave(Presence.LEFT);
    }

    /** Throws the bot out and leaves its commands, as where an admin authorised them without the bot. */
    public void removeAllButCommands() {
        leave(Presence.COMMANDS_ONLY);
    }

    /** Whether the bot is a member, even if there is an outage. */
    public boolean hasBot() {
        return presence == Presence.THERE || presence == Presence.OUTAGE;
    }

    private void leave(Presence after) {
        synchronized (world) {
            presence = after;
            world.gateway.sendToShardOf(
                    this, Intent.GUILDS, "GUILD_DELETE", Json.object().put("id", Long.toString(id)));
        }
    }

    /** Makes the server unreachable for the bot; its fans notice nothing. */
    public void beginOutage() {
        synchronized (world) {
            presence = Presence.OUTAGE;
            world.gateway.sendToShardOf(this, Intent.GUILDS, "GUILD_DELETE", ServerJson.unavailable(this));
        }
    }

    /** Ends an outage, or invites the bot again. */
    public void endOutage() {
        synchronized (world) {
            if (!hasBot()) {
                joined = world.now().toString();
            }
            presence = Presence.THERE;
            world.gateway.sendToServer(this, Intent.GUILDS, "GUILD_CREATE", ServerJson.created(this));
        }
    }

    /** What a member may do in a channel: roles first, then the channel's overwrites for everyone, for their roles and for them. */
    public long permissionsOf(Person person, StageChannel channel) {
        List<StageRole> held = rolesOf(person);
        long bits = held.stream().mapToLong(role -> role.permissions).reduce(everyone.permissions, (a, b) -> a | b);
        if (person.id == owner.id || Permission.ADMINISTRATOR.in(bits)) {
            return Permission.ALL;
        }
        Map<Long, Overwrite> overwrites = channel.ruling().overwrites;
        long general = applied(overwrites, everyone.id, bits);
        List<Overwrite> ofRoles = held.stream()
                .flatMap(role -> Stream.ofNullable(overwrites.get(role.id)))
                .toList();
        return applied(overwrites, person.id, Overwrite.applyTogether(ofRoles, general));
    }

    private static long applied(Map<Long, Overwrite> overwrites, long holder, long bits) {
        return Optional.ofNullable(overwrites.get(holder))
                .map(overwrite -> overwrite.applyTo(bits))
                .orElse(bits);
    }

    Optional<String> nickname(Person person) {
        return Optional.ofNullable(members.get(person.id)).map(member -> member.nickname);
    }

    List<StageRole> rolesOf(Person person) {
        if (person.id == world.bot.id) {
            return hasBot() ? List.of(botRole) : List.of();
        }
        StageUser member = members.get(person.id);
        return member == null ? List.of() : List.copyOf(member.roles);
    }

    void announceRole(String type, StageRole role) {
        ObjectNode event = Json.object().put("guild_id", Long.toString(id));
        event.set("role", role.json(roles.indexOf(role)));
        world.gateway.sendToServer(this, Intent.GUILDS, type, event);
    }

    void forget(StageChannel channel) {
        ObjectNode event = channel.json();
        channels.remove(channel);
        world.gateway.sendToServer(this, Intent.GUILDS, "CHANNEL_DELETE", event);
    }

    private StageChannel newChannel(String channelName, int type) {
        StageChannel channel = StageChannel.of(this, world.ids.next(), channelName, type);
        channels.add(channel);
        world.channels.put(channel.id, channel);
        world.gateway.sendToServer(this, Intent.GUILDS, "CHANNEL_CREATE", channel.announced());
        return channel;
    }

    StageChannel newThread(StageChannel parent, String threadName) {
        StageChannel thread = StageChannel.threadOf(parent, this, world.ids.next(), threadName);
        threads.add(thread);
        world.channels.put(thread.id, thread);
        world.gateway.sendToServer(
                this, Intent.GUILDS, "THREAD_CREATE", thread.json().put("newly_created", true));
        return thread;
    }

    private StageRole newRole(String roleName, long permissions, boolean managed) {
        StageRole role = new StageRole(world.ids.next(), roleName, permissions, managed);
        roles.add(role);
        return role;
    }

    private StageRole announced(StageRole role) {
        announceRole("GUILD_ROLE_CREATE", role);
        return role;
    }
}
