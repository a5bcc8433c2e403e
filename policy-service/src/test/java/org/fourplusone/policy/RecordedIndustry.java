package org.fourplusone.policy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Plays industry-service over HTTP with recorded answers: the real dictionary, and a feed that a test can add to. */
public final class RecordedIndustry {

    private static final Pattern AFTER = Pattern.compile("after=(\\d+)");

    private final ConcurrentSkipListMap<Long, String> lines = new ConcurrentSkipListMap<>();
    private final HttpServer server;
    private volatile boolean down;
    private volatile String authorization = "";

    public RecordedIndustry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/industry/facts/dictionary", exchange -> {
            answer(exchange, "application/json", TestCatalogue.dictionaryText());
        });
        server.createContext("/api/industry/facts/feed", exchange -> {
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            Matcher after = AFTER.matcher(exchange.getRequestURI().getQuery());
            long from = after.find() ? Long.parseLong(after.group(1)) : 0;
            StringBuilder body = new StringBuilder();
            long newest = 0;
            for (Map.Entry<Long, String> line : lines.entrySet()) {
                newest = line.getKey();
                if (line.getKey() > from) {
                    body.append(line.getValue()).append('\n');
                }
            }
            exchange.getResponseHeaders().set("X-Feed-Cursor", String.valueOf(newest));
            answer(exchange, "application/x-ndjson", body.toString());
        });
        server.start();
    }

    private void answer(com.sun.net.httpserver.HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(down ? 503 : 200, down || bytes.length == 0 ? -1 : bytes.length);
        if (!down) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The recorded examples of {@code feed.ndjson}. */
    public static List<String> recorded() {
        try (var in = RecordedIndustry.class.getResourceAsStream("/feed.ndjson")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public RecordedIndustry load() {
        recorded()
                .forEach(line -> lines.put(
                        TestCatalogue.JSON.readTree(line).get("cursor").asLong(), line));
        return this;
    }

    /** Changes a document, as a write to industry-service would. */
    public void change(long cursor, ObjectNode document) {
        lines.put(cursor, document.put("cursor", cursor).toString());
    }

    /** The same under the next number there is. */
    public void change(ObjectNode document) {
        change(lines.lastKey() + 1, document);
    }

    public void goDown(boolean isDown) {
        down = isDown;
    }

    /** The Authorization header of the last call of the feed. */
    public String authorization() {
        return authorization;
    }
}
