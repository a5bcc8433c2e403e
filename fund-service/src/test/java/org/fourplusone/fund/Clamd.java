package org.fourplusone.fund;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A small ClamAV daemon on a real socket: it speaks INSTREAM, knows one virus, and can behave badly. */
public final class Clamd implements AutoCloseable {
    /** The test file that every scanner finds, as eicar.org publishes it; in two parts, so that no scanner finds it here. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    public enum Mood {
        WELL,
        /** Hangs up after the first chunk. */
        DROPS,
        /** Takes everything and says nothing. */
        SILENT,
        /** Says that the stream was too long, as clamd does beyond its StreamMaxLength. */
        REFUSES
    }

    private final ServerSocket server;
    private final Thread thread;
    private volatile Mood mood = Mood.WELL;
    private volatile int scanned;

    public Clamd() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    public int port() {
        return server.getLocalPort();
    }

    public void is(Mood next) {
        mood = next;
    }

    /** How many bytes the last whole stream had. */
    public int scanned() {
        return scanned;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException gone) {
                // the next one
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes(10);
        if (!Arrays.equals(command, "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII))) {
            say(socket, "UNKNOWN COMMAND");
            return;
        }
        StringBuilder content = new StringBuilder();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            if (mood == Mood.DROPS) {
                return;
            }
        }
        scanned = content.length();
        if (mood == Mood.SILENT) {
            in.read(); // until the other side gives up
        } else if (mood == Mood.REFUSES) {
            say(socket, "INSTREAM size limit exceeded. ERROR");
        } else {
            say(socket, content.indexOf(EICAR) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Nobody is there once this returns: an accept that was under way could still have taken one more connection. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
