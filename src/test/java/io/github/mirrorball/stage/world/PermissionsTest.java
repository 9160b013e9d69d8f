package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a channel allows what, in Discord's order: everyone, then all roles together, then the member. */
class PermissionsTest {

    private final Stage stage = Stage.start(StageOptions.defaults());
    private final StageServer server = stage.server("Ballroom fans");
    private final StageChannel channel = server.channel("ballroom");
    private final StageUser fan = server.member("Fan");

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatEverybodyMayIsWhatARoleNeedNotAllow() {
        StageRole none = server.role("None");
        fan.take(server.fanRole);
        fan.give(none);
        assertThat(may(Permission.SEND_MESSAGES)).isFalse();
        server.everyone().grant(Permission.SEND_MESSAGES);
        assertThat(may(Permission.SEND_MESSAGES)).isTrue();
    }

    @Test
    void aRoleIsAllowedWhatAChannelDeniesEveryone() {
        StageRole cast = server.role("Cast");
        server.everyone().deny(channel, Permission.VIEW_CHANNEL);
        assertThat(may(Permission.VIEW_CHANNEL)).isFalse();
        server.of(cast).grant(channel, Permission.VIEW_CHANNEL);
        assertThat(may(Permission.VIEW_CHANNEL)).isFalse();
        fan.give(cast);
        assertThat(may(Permission.VIEW_CHANNEL)).isTrue();
    }

    @Test
    void whatOneOfTheirRolesIsAllowedNoOtherDenies() {
        StageRole quiet = server.role("Quiet");
        StageRole loud = server.role("Loud");
        fan.give(quiet);
        fan.give(loud);
        server.of(quiet).deny(channel, Permission.ADD_REACTIONS);
        assertThat(may(Permission.ADD_REACTIONS)).isFalse();
        server.of(loud).grant(channel, Permission.ADD_REACTIONS);
        assertThat(may(Permission.ADD_REACTIONS)).isTrue();
    }

    @Test
    void theBotsOwnOverwriteHasTheLastWord() {
        server.everyone().deny(channel, Permission.SEND_MESSAGES);
        server.bot().grant(channel, Permission.SEND_MESSAGES);
        assertThat(Permission.SEND_MESSAGES.in(server.permissionsOf(server.world.bot, channel)))
                .isTrue();
        assertThat(may(Permission.SEND_MESSAGES)).isFalse();
    }

    private boolean may(Permission permission) {
        return permission.in(server.permissionsOf(fan.person, channel));
    }
}
