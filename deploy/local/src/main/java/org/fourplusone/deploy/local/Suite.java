package org.fourplusone.deploy.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The suite of one state folder: brings it up, mends it, says how it is, takes it down. */
final class Suite {
    /** Environment: how far ahead (ISO 8601) a first start sets the movable clock, for tests that must not meet a year's end. */
    private static final String CLOCK_AHEAD = "SUITE_CLOCK_AHEAD";

    private static final Duration SERVICE_PATIENCE = Duration.ofSeconds(25);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(60);
    private static final List<List<String>> STOP_ORDER = List.of(
            List.of(Program.GATEWAY.id()),
            List.of(Program.FUND.id(), Program.POLICY.id(), Program.INDUSTRY.id()),
            List.of(Program.REGISTRY.id()));

    private final Path checkout;
    private final StateFolder state;
    private final Progress progress;

    Suite(Path checkout, StateFolder state, Progress progress) {
        this.checkout = checkout;
        this.state = state;
        this.progress = progress;
    }

    /** Starts what is missing and returns when the whole suite answers. */
    void up(Options options) {
        state.open();
        Optional<Start> start = alone(() -> {
            if (options.fresh()) {
                startOver(options);
            }
            RunRecord run = RunRecord.read(state.run());
            List<Child> unwell = run.children().stream()
                    .filter(child -> !Health.of(child).isWell())
                    .toList();
            if (unwell.size() == run.children().size()) {
                unwell.forEach(Child::kill);
                run.clear();
                return Optional.of(startAnew(options, run));
            } else if (unwell.isEmpty() && run.children().size() == expected(run)) {
                alreadyUp(options, run);
                return Optional.empty();
            }
            return Optional.of(mend(options, run, unwell));
        });
        start.filter(whatever -> options.withStartCache()).ifPresent(this::prepareNextStart);
    }

    private void prepareNextStart(Start start) {
        List<Application> untrained = start.untrained();
        if (!untrained.isEmpty()) {
            progress.say("");
            progress.say("Making each program's start cache for the next starts, once for this build and JDK"
                    + " (may be interrupted; --no-cache leaves it out)");
            start.train(untrained);
        }
    }

    private <T> T alone(Supplier<T> work) {
        return state.alone(
                () -> progress.say("Another deploy/up or deploy/down is at work here; waiting for it."), work);
    }

    private static int expected(RunRecord run) {
        boolean isEmbedded = run.option("database").isEmpty();
        return Program.values().length + (isEmbedded ? 1 : 0);
    }

    private Start startAnew(Options options, RunRecord run) {
        int port = options.port() == 0 ? Ports.free() : options.port();
        if (!Ports.isFree(port)) {
            throw new Trouble("Port " + port + " is taken by another program: stop that one, or choose another port"
                    + " with deploy/up --port N.");
        }
        boolean withSample = withSample(options);
        run.option("port", Integer.toString(port));
        run.option("sample", Boolean.toString(withSample));
        run.option("clock", Boolean.toString(options.withMovableClock()));
        run.option("cache", Boolean.toString(options.withStartCache()));
        if (options.database() != null) {
            run.option("database", options.database());
        }
        firstRun(options, withSample);
        Thread whenInterrupted = new Thread(() -> stop(run));
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        Start start = new Start(checkout, state, run, progress);
        try {
            start.everythingMissing();
        } catch (RuntimeException e) {
            stop(run);
            throw e;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        } catch (IllegalStateException interrupted) {
            throw new Trouble("Interrupted: what had started is stopped again.");
        }
        announce(run, options);
        return start;
    }

    /** What a state folder was begun as, it stays: sample data never mixes with real data. */
    private boolean withSample(Options options) {
        if (!options.withSample() && Files.exists(state.accounts())) {
            throw new Trouble(state.root() + " holds the sample register and accounts of an earlier start: name another"
                    + " folder with --state, or start over with deploy/up --fresh --no-sample.");
        }
        boolean isBegunWithout = state.activationCodes().isBegun();
        if (isBegunWithout && options.withMovableClock()) {
            throw new Trouble("The movable clock exists only with sample data, and " + state.root()
                    + " was begun without: leave out --movable-clock, or name another folder with --state.");
        }
        if (isBegunWithout && options.withSample()) {
            progress.say(state.root() + " was begun without sample data and stays so.");
        }
        boolean withSample = options.withSample() && !isBegunWithout;
        if (withSample && options.newCodes()) {
            throw new Trouble("--new-codes is for a suite without sample accounts; these are in accounts.json.");
        }
        return withSample;
    }

    private void firstRun(Options options, boolean withSample) {
        if (!withSample) {
            state.activationCodes().begin();
        } else if (!Files.exists(state.accounts())) {
            StateFolder.writePrivately(state.accounts(), Accounts.json());
        }
        String ahead = System.getenv(CLOCK_AHEAD);
        if (options.withMovableClock() && ahead != null && !Files.exists(state.clock())) {
            StateFolder.writePrivately(state.clock(), ahead);
        }
    }

    private Start mend(Options options, RunRecord run, List<Child> unwell) {
        for (Child child : unwell) {
            progress.say(child.name() + (child.isAlive() ? " does not answer" : " has died") + ": starting it again.");
            child.kill();
        }
        Start start = new Start(checkout, state, run, progress);
        start.everythingMissing();
        announce(run, options);
        return start;
    }

    private void alreadyUp(Options options, RunRecord run) {
        progress.say("Four Plus One is already up at " + address(run) + " (deploy/down stops it).");
        boolean differs = options.port() != Options.DEFAULT_PORT
                        && options.port() != 0
                        && !run.option("port").equals(Optional.of(Integer.toString(options.port())))
                || options.withMovableClock() && !run.option("clock").equals(Optional.of("true"))
                || !options.withSample() && isSample(run);
        if (differs) {
            progress.say("It keeps the options it was started with; deploy/down first to change them.");
        }
        firstPersons(run, options);
    }

    private static boolean isSample(RunRecord run) {
        return run.option("sample").equals(Optional.of("true"));
    }

    private void firstPersons(RunRecord run, Options options) {
        if (!isSample(run)) {
            String renewal = "deploy/up --new-codes" + folderOption();
            new FirstPersons(state.activationCodes(), address(run), renewal, progress)
                    .announce(options.newCodes(), Instant.now());
        } else if (options.newCodes()) {
            throw new Trouble("--new-codes is for a suite without sample accounts; these are in " + state.accounts());
        }
    }

    private void announce(RunRecord run, Options options) {
        progress.say("");
        progress.say("Four Plus One is up at  " + address(run));
        firstPersons(run, options);
        if (isSample(run)) {
            progress.say("  sample accounts       " + state.accounts());
        }
        progress.say("  logs                  " + state.logs());
        progress.say("  to stop it            deploy/down" + folderOption());
        progress.say(String.format(
                Locale.ROOT,
                "  %s after %.1f s; %d MB resident in %d processes",
                isSample(run) ? "first sign-in answered" : "answered",
                progress.seconds(),
                Memory.residentMegabytes(run.children()),
                run.children().size()));
    }

    private String folderOption() {
        return state.root().equals(checkout.resolve(".local")) ? "" : " --state " + state.root();
    }

    private static String address(RunRecord run) {
        return "http://127.0.0.1:" + run.option("port").orElse("");
    }

    private void startOver(Options options) {
        RunRecord run = RunRecord.read(state.run());
        if (!options.confirmed() && !isConfirmed(options)) {
            throw new Trouble("--fresh deletes " + whatFreshDeletes(options) + ": say so with --yes.");
        }
        stop(run);
        if (options.database() != null) {
            DatabaseAddress admin = DatabaseAddress.parse(options.database());
            Migrator foreign = new Migrator(admin, new Secrets(state.secrets()), state.migrated(), false);
            Program.withSchema().forEach(program -> foreign.schema(program).drop(admin));
        }
        state.erase();
        state.open();
    }

    private String whatFreshDeletes(Options options) {
        String schemas = options.database() == null
                ? ""
                : "the schemas industry, policy, fund and gateway at " + DatabaseAddress.parse(options.database())
                        + " and ";
        return schemas + "the data, accounts and secrets of earlier runs in " + state.root();
    }

    private boolean isConfirmed(Options options) {
        if (System.console() == null) {
            return false;
        }
        String answer = System.console()
                .readLine(
                        "This deletes the data, accounts and secrets of earlier runs in %s. Go on? [y/N] ",
                        state.root());
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** Stops what is recorded; says so. */
    void down() {
        if (!Files.exists(state.run())) {
            progress.say("Four Plus One is not running.");
            return;
        }
        alone(() -> {
            stop(RunRecord.read(state.run()));
            progress.say("Four Plus One is stopped; its data stays in " + state.root() + ".");
            return true;
        });
    }

    /** The door first, the database last, each by its recorded id. */
    private static void stop(RunRecord run) {
        for (List<String> group : STOP_ORDER) {
            SideBySide.run(group.stream()
                    .flatMap(name -> run.find(name).stream())
                    .map(child -> (Runnable) () -> child.stop(SERVICE_PATIENCE))
                    .toList());
        }
        run.find(Start.DATABASE).ifPresent(database -> database.stop(DATABASE_PATIENCE));
        run.clear();
    }

    /** Prints each child; returns whether the whole suite is well. */
    boolean status() {
        RunRecord run = RunRecord.read(state.run());
        Collection<Child> children = run.children();
        if (children.isEmpty()) {
            progress.say("Four Plus One is not running; deploy/up starts it.");
            return false;
        }
        List<String> unwell = new ArrayList<>();
        for (Child child : children) {
            Health health = Health.of(child);
            progress.say(String.format(
                    Locale.ROOT,
                    "  %-18s pid %-8d port %-6d %s",
                    child.name(),
                    child.pid(),
                    child.port(),
                    health.text()));
            if (!health.isWell()) {
                unwell.add(child.name());
            }
        }
        boolean isWhole = children.size() == expected(run);
        if (unwell.isEmpty() && isWhole) {
            progress.say("Four Plus One is up at " + address(run) + ", " + Memory.residentMegabytes(children)
                    + " MB resident.");
            return true;
        }
        progress.say("Not well: " + (isWhole ? "" : "incomplete ") + String.join(", ", unwell) + ". Logs are in "
                + state.logs() + "; deploy/up mends it.");
        return false;
    }
}
