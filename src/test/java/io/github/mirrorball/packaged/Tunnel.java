package io.github.mirrorball.packaged;

import io.github.mirrorball.stage.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A proxy that the program is told to use, as in an office, at whose other end a stage stands in Discord's place, with a certificate for
 * Discord's name. So the program itself needs no word of the stage.
 */
final class Tunnel implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "discord";

    private final ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI stage;
    private final SSLContext certified;
    private final Path trusted;

    private Tunnel(URI stage, Path directory) throws IOException, GeneralSecurityException {
        this.stage = stage;
        this.trusted = directory.resolve("trusted.p12");
        this.certified = certified(directory.resolve("discord.p12"), trusted);
        start("tunnel", this::accept);
    }

    /** Leads to this stage. Certificates go into the directory, where those of an earlier one are taken. */
    static Tunnel to(Stage stage, Path directory) throws IOException, GeneralSecurityException {
        return new Tunnel(URI.create(stage.restUrl()), directory);
    }

    /** The jar on a computer that is behind this. */
    Jar before(Jar jar) {
        return jar.withOption("-Dhttps.proxyHost=127.0.0.1")
                .withOption("-Dhttps.proxyPort=" + proxy.getLocalPort())
                .withOption("-Djavax.net.ssl.trustStore=" + trusted)
                .withOption("-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    private static SSLContext certified(Path own, Path trusted) throws IOException, GeneralSecurityException {
        if (!Files.exists(own)) {
            makeCertificate(own);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(own)) {
            keys.load(content, PASSWORD.toCharArray());
        }
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        try (OutputStream content = Files.newOutputStream(trusted)) {
            authorities.store(content, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void makeCertificate(Path file) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=discord.com",
                        "-ext",
                        "san=dns:discord.com",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("No certificate: " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = proxy.accept();
            start("tunnel-through", () -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(stage.getHost(), stage.getPort())) {
            readHead(client.getInputStream());
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            try (SSLSocket secure = (SSLSocket)
                    certified.getSocketFactory().createSocket(client, "discord.com", client.getPort(), true)) {
                secure.setUseClientMode(false);
                start("tunnel-back", () -> {
                    try (OutputStream answers = secure.getOutputStream()) {
                        server.getInputStream().transferTo(answers);
                    }
                });
                secure.getInputStream().transferTo(server.getOutputStream());
            }
        }
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
    }

    private interface Passage {
        void go() throws IOException;
    }

    private static void start(String name, Passage passage) {
        Thread thread = new Thread(
                () -> {
                    try {
                        passage.go();
                    } catch (IOException closed) {
                        // One end has gone, and so does the other.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
