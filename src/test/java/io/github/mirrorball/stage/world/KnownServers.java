package io.github.mirrorball.stage.world;

import io.github.mirrorball.stage.Stage;

/** Puts servers on a stage that a bot's store knows already, by the ids that it knows them by. */
public final class KnownServers {

    private KnownServers() {}

    /**
     * Adds a server; nobody is told.
     *
     * @param channel the first of its channels
     * @param card the bot's own message there
     */
    public static void add(Stage stage, long id, long channel, long card, int channels, int roles) {
        World world = stage.world;
        synchronized (world) {
            StageServer server = new StageServer(world, id, "Server " + id, world.person("Owner"));
            world.servers.put(id, server);
            for (int i = 0; i < channels; i++) {
                StageChannel added = StageChannel.of(server, channel + i, "channel-" + i, StageChannel.TEXT);
                server.channels.add(added);
                world.channels.put(added.id, added);
            }
            while (server.roles.size() < roles) {
                String name = "Role " + server.roles.size();
                server.roles.add(new StageRole(world.ids.next(), name, 0, false));
            }
            StageChannel first = server.channels.get(0);
            Post post = new Post(card, first, world.bot);
            post.flags = Post.COMPONENTS_V2;
            first.posts.put(card, post);
        }
    }
}
