package org.fourplusone.deploy.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole suite, started once for all journeys by the launcher, on the JDK that runs the tests, with ports and a state
 * folder of its own beside any suite that runs already. With {@code -Dsuite.state=FOLDER} the journeys walk through the
 * suite that runs there, and leave it running.
 */
final class RunningSuite {

    static final Path CHECKOUT =
            Path.of(System.getProperty("checkout", "../..")).toAbsolutePath().normalize();
    private static final String RUNNING = System.getProperty("suite.state", "");
    static final Path STATE =
            Path.of(RUNNING.isEmpty() ? "target/suite" : RUNNING).toAbsolutePath();

    private static RunningSuite instance;

    private final String address;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, Authenticator> authenticators = new HashMap<>();

    private RunningSuite(String address) throws IOException {
        this.address = address;
        JsonNode accounts = JsonMapper.builder().build().readTree(Files.readString(STATE.resolve("accounts.json")));
        for (JsonNode account : accounts.path("accounts")) {
            String username = account.path("username").asString();
            passwords.put(username, account.path("password").asString());
            if (account.has("totpSecret")) {
                authenticators.put(
                        username, new Authenticator(account.path("totpSecret").asString()));
            }
        }
    }

    static synchronized RunningSuite get() {
        if (instance == null) {
            try {
                List<String> up = new ArrayList<>(List.of("up", "--movable-clock"));
                if (RUNNING.isEmpty()) {
                    up.addAll(List.of("--port", "0", "--fresh", "--yes"));
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher(List.of("down"))));
                }
                String database = System.getProperty("database", "");
                if (!database.isBlank()) {
                    up.addAll(List.of("--database", database));
                }
                String said = launcher(up);
                var address = java.util.regex.Pattern.compile("http://127\\.0\\.0\\.1:\\d+")
                        .matcher(said);
                if (!address.find()) {
                    throw new IllegalStateException("the suite did not start:\n" + said);
                }
                instance = new RunningSuite(address.group());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return instance;
    }

    /** Runs {@code deploy/up}, {@code down} or {@code status} on what is packaged; returns what it printed. */
    static String launcher(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(CHECKOUT.resolve("deploy").resolve(arguments.get(0)).toString()));
        command.addAll(arguments.subList(1, arguments.size()));
        command.addAll(List.of("--state", STATE.toString()));
        if (arguments.get(0).equals("up")) {
            command.addAll(List.of("--no-build", "--no-cache", "--java", System.getProperty("java.home")));
        }
        Path output = Path.of("target", "launcher-" + arguments.get(0) + ".txt");
        try {
            Files.createDirectories(output.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(CHECKOUT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            ahead().ifPresent(days -> builder.environment().put("SUITE_CLOCK_AHEAD", days));
            Process process = builder.start();
            if (!process.waitFor(6, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The journeys take some weeks of business time: begun in December, they would cross into another policy year. */
    private static Optional<String> ahead() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        LocalDate latest = LocalDate.of(today.getYear(), 12, 1);
        return today.isBefore(latest)
                ? Optional.empty()
                : Optional.of("P" + ChronoUnit.DAYS.between(today, LocalDate.of(today.getYear() + 1, 1, 11)) + "D");
    }

    String address() {
        return address;
    }

    String password(String username) {
        return passwords.get(username);
    }

    /** The authenticator app of somebody with a second factor. */
    Authenticator authenticator(String username) {
        return authenticators.get(username);
    }

    Person anybody() {
        return Person.anybody(address);
    }

    /** The person with this account, signed in once. */
    synchronized Person person(String username) {
        return people.computeIfAbsent(username, name -> Person.signedIn(address, name, passwords.get(name))
                .with(authenticators.get(name)));
    }

    /** Moves business time to the day after a date, if it is not there yet. */
    void advancePast(LocalDate date) {
        String now =
                person("admin").get("/api/clock").expect(200).json().path("now").asString();
        LocalDate today = Instant.parse(now).atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, date) + 1;
        if (days > 0) {
            person("admin")
                    .post("/api/clock", Map.of("advance", "P" + days + "D"))
                    .expect(200);
        }
    }
}
