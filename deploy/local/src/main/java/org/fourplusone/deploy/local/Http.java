package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain requests to processes on this machine, past any proxy. */
final class Http {
    private static final int CONNECT_MILLIS = 1000;
    private static final int READ_MILLIS = 20_000;

    private Http() {}

    /** An answer; status 0 says that nobody answered. */
    record Answer(int status, String body, List<String> cookies) {
        private static final Answer NONE = new Answer(0, "", List.of());

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    static Answer get(String url) {
        return send("GET", url, Map.of(), null, READ_MILLIS);
    }

    static Answer get(String url, int readMillis) {
        return send("GET", url, Map.of(), null, readMillis);
    }

    static Answer send(String method, String url, Map<String, String> headers, @Nullable String json) {
        return send(method, url, headers, json, READ_MILLIS);
    }

    private static Answer send(
            String method, String url, Map<String, String> headers, @Nullable String json, int readMillis) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(readMillis);
            connection.setRequestMethod(method);
            connection.setRequestProperty("Accept", "application/json");
            headers.forEach(connection::setRequestProperty);
            if (json != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(json.getBytes(StandardCharsets.UTF_8));
                }
            }
            int status = connection.getResponseCode();
            List<String> cookies = connection.getHeaderFields().entrySet().stream()
                    .filter(header -> "Set-Cookie".equalsIgnoreCase(header.getKey()))
                    .flatMap(header -> header.getValue().stream())
                    .toList();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(status, body, cookies);
            }
        } catch (IOException e) {
            return Answer.NONE;
        }
    }
}
