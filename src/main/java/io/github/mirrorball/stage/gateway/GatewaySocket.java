package io.github.mirrorball.stage.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.world.GatewayConnection;
import io.github.mirrorball.stage.world.Threads;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.Deflater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/** One connection of the bot. Frames leave in the order of the calls, on a thread of their own. */
public final class GatewaySocket extends AbstractReceiveListener implements GatewayConnection {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySocket.class);
    private static final int AT_ONCE = 8192;

    private interface Sending {
        void run() throws IOException;
    }

    private final WebSocketChannel channel;
    private final GatewayProtocol protocol;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Threads.named("stage-gateway"));
    private final Optional<Deflater> stream;
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> barriers = new ConcurrentLinkedQueue<>();

    /** @param compressed whether everything that is sent is one stream of zlib's, with each message brought to its end */
    public GatewaySocket(WebSocketChannel channel, GatewayProtocol protocol, boolean compressed) {
        this.channel = channel;
        this.stream = compressed ? Optional.of(new Deflater()) : Optional.empty();
        this.protocol = protocol;
        channel.addCloseTask(closed -> onClose());
        channel.getReceiveSetter().set(this);
        channel.resumeReceives();
    }

    void send(JsonNode message) {
        send(Json.write(message));
    }

    @Override
    public void send(String frame) {
        write(() -> {
            if (stream.isPresent()) {
                WebSockets.sendBinaryBlocking(ByteBuffer.wrap(deflate(stream.get(), frame)), channel);
            } else {
                WebSockets.sendTextBlocking(frame, channel);
            }
        });
    }

    private static byte[] deflate(Deflater stream, String frame) {
        stream.setInput(frame.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[AT_ONCE];
        int length = AT_ONCE;
        while (length == AT_ONCE) {
            length = stream.deflate(some, 0, AT_ONCE, Deflater.SYNC_FLUSH);
            bytes.write(some, 0, length);
        }
        return bytes.toByteArray();
    }

    void close(int code, String reason) {
        write(() -> WebSockets.sendCloseBlocking(code, reason, channel));
    }

    @Override
    public void drop() {
        IoUtils.safeClose(channel);
    }

    /** The bot's reader answers a ping only after the frames before it. */
    @Override
    public Future<Void> barrier() {
        CompletableFuture<Void> handled = new CompletableFuture<>();
        synchronized (barriers) {
            barriers.add(handled);
            write(() -> WebSockets.sendPingBlocking(ByteBuffer.allocate(0), channel));
        }
        if (!channel.isOpen()) {
            handled.complete(null);
        }
        return handled;
    }

    private void write(Sending sending) {
        try {
            writer.execute(() -> tryOut(sending));
        } catch (RejectedExecutionException e) {
            LOG.debug("The bot has gone", e);
        }
    }

    private void tryOut(Sending sending) {
        try {
            sending.run();
        } catch (IOException e) {
            LOG.debug("The bot's connection broke", e);
            drop();
        }
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
        try {
            protocol.onReceived(this, Json.read(message.getData()));
        } catch (IOException e) {
            close(4002, "Decode error");
        }
    }

    @Override
    protected void onFullPongMessage(WebSocketChannel from, BufferedBinaryMessage message) {
        message.getData().free();
        CompletableFuture<Void> handled = barriers.poll();
        if (handled != null) {
            handled.complete(null);
        }
    }

    @Override
    protected void onCloseMessage(CloseMessage message, WebSocketChannel from) {
        protocol.onGoodbye(this, message.getCode());
    }

    private void onClose() {
        writer.shutdownNow();
        protocol.onClose(this);
        barriers.forEach(handled -> handled.complete(null));
    }
}
