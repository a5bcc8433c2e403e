package org.fourplusone.fund.evidence;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a ClamAV daemon over TCP (clamd(8), INSTREAM): {@code zINSTREAM\0}, then chunks of a four-byte length in network order
 * and the bytes, then a length of zero; answered by {@code stream: OK\0} or {@code stream: NAME FOUND\0}.
 */
final class ClamAvScanner implements VirusScanner {
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (\\S{1,200}) FOUND");
    private static final int MOST_ANSWER = 1024;

    private final String host;
    private final int port;
    private final Duration connecting;
    private final Duration answering;

    /**
     * @param connecting how long a connection may take
     * @param answering how long each read may take
     */
    ClamAvScanner(String host, int port, Duration connecting, Duration answering) {
        this.host = host;
        this.port = port;
        this.connecting = connecting;
        this.answering = answering;
    }

    @Override
    public Optional<String> find(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) connecting.toMillis());
            socket.setSoTimeout((int) answering.toMillis());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            byte[] chunk = new byte[64 * 1024];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                if (read > 0) { // a length of zero ends the stream
                    out.writeInt(read);
                    out.write(chunk, 0, read);
                }
            }
            out.writeInt(0);
            out.flush();
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            if (answer.length() == MOST_ANSWER) {
                throw new IOException("The virus scanner answers without end");
            }
            answer.append((char) next);
        }
        return answer.toString().strip();
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return Optional.of(found.group(1));
        }
        throw new IOException("The virus scanner gave no verdict: " + (answer.isEmpty() ? "nothing" : answer));
    }
}
