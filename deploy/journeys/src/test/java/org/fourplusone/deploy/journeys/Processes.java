package org.fourplusone.deploy.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The running suite's processes, and a second fund-service beside its first, told the same by its environment. Linux only. */
final class Processes {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private Process second;

    Processes() throws IOException {
        long first = pid("fund-service");
        this.command = entries(first, "cmdline");
        this.environment = new HashMap<>();
        for (String entry : entries(first, "environ")) {
            int equals = entry.indexOf('=');
            environment.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        environment.put("SERVER_PORT", Integer.toString(port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> second.destroyForcibly()));
        startSecond();
    }

    private static List<String> entries(long pid, String file) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
    }

    /** What a service is told, such as {@code SPRING_DATASOURCE_URL}. */
    String told(String name) {
        return environment.get(name);
    }

    void startSecond() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "second-fund-service.log").toFile()));
        builder.environment().putAll(environment);
        second = builder.start();
        String readiness = "http://127.0.0.1:" + port + "/api/fund/actuator/health/readiness";
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!isGood(readiness)) {
            if (System.nanoTime() > end || !second.isAlive()) {
                throw new IllegalStateException("the second fund-service did not start");
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static boolean isGood(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isSecondAlive() {
        return second.isAlive();
    }

    /** The launcher's children by name, {@code second} for the second fund-service. */
    long pid(String name) {
        if (name.equals("second")) {
            return second.pid();
        }
        Properties run = new Properties();
        try (InputStream file = Files.newInputStream(RunningSuite.STATE.resolve("run.properties"))) {
            run.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Long.parseLong(run.getProperty(name + ".pid"));
    }

    /** {@code KILL}, {@code STOP} or {@code CONT}. */
    void signal(String name, String signal) {
        long pid = pid(name);
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + signal + " " + name + " failed");
            }
            if (signal.equals("KILL")) {
                ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
