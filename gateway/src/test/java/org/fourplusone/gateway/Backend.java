package org.fourplusone.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A small real server in a service's place: remembers what reached it and answers what it is told to. */
final class Backend implements AutoCloseable {

    /** A request as it arrived; header names are lower-case. */
    record Arrived(String method, String target, Map<String, List<String>> headers, long size) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private volatile Answer answer = exchange -> json(exchange, 200, "{\"ok\":true}");

    private Backend(HttpServer server) {
        this.server = server;
    }

    static Backend start() {
        return startAt(0);
    }

    static Backend startAt(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 64);
            Backend backend = new Backend(server);
            server.createContext("/", backend::handle);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return backend;
        } catch (IOException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    Backend answers(Answer next) {
        answer = next;
        return this;
    }

    List<Arrived> arrived() {
        return arrived;
    }

    Arrived last() {
        return arrived.get(arrived.size() - 1);
    }

    void reset() {
        arrived.clear();
        answers(exchange -> json(exchange, 200, "{\"ok\":true}"));
    }

    static void json(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            long size = 0;
            byte[] buffer = new byte[64 * 1024];
            try (InputStream body = exchange.getRequestBody()) {
                for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                    size += count;
                }
            }
            Map<String, List<String>> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
            arrived.add(new Arrived(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, size));
            answer.to(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
