package io.github.mirrorball.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A way to a server on this computer that can be held: then nothing comes through, and neither side is told. */
final class Link implements AutoCloseable {

    private final ServerSocket entrance;
    private final int server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean held;

    private Link(int server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** @param server the port to which it leads */
    static Link to(int server) {
        try {
            Link link = new Link(server);
            begin(link::accept);
            return link;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    void hold(boolean now) {
        lock.lock();
        try {
            held = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket from = entrance.accept();
            Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
            begin(() -> carry(from, to));
            begin(() -> carry(to, from));
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                awaitRelease();
                out.write(some, 0, length);
            }
        }
    }

    private void awaitRelease() {
        lock.lock();
        try {
            while (held) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void begin(Piping piping) {
        Thread thread = new Thread(
                () -> {
                    try {
                        piping.run();
                    } catch (IOException closed) {
                        // One of the sides has gone, and the other is told by that.
                    }
                },
                "link");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        hold(false);
    }

    private interface Piping {
        void run() throws IOException;
    }
}
