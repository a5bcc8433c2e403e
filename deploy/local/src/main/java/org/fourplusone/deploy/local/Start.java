package org.fourplusone.deploy.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One start: of the whole suite, or of the children that a running one lacks. */
final class Start {
    static final String DATABASE = "database";
    /** Counted from the last child that became ready. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int LOOK_MILLIS = 150;
    /** What must answer through the gateway before anybody is told that the suite is up. */
    private static final List<String> PROOFS = List.of("/api/industry/clusters", "/api/policy/items", "/api/fund/fund");
    /** fund-service opens them once policy-service answers it: until then nobody could file. */
    private static final String SAMPLE_CALLS = "/api/fund/calls?size=1";

    private final Path checkout;
    private final StateFolder state;
    private final RunRecord run;
    private final Progress progress;
    private final Secrets secrets;
    private final Map<Program, Application> applications = new EnumMap<>(Program.class);
    private Optional<Wiring> wired = Optional.empty();
    private final Set<Program> started = ConcurrentHashMap.newKeySet();
    private volatile long deadline;

    Start(Path checkout, StateFolder state, RunRecord run, Progress progress) {
        this.checkout = checkout;
        this.state = state;
        this.run = run;
        this.progress = progress;
        this.secrets = new Secrets(state.secrets());
    }

    /**
     * Returns when the whole suite answers.
     *
     * @throws Trouble naming the child that died, its log and the log's most telling line
     */
    void everythingMissing() {
        Map<Program, Integer> ports = ports();
        Optional<StartingDatabase> embedded =
                run.option(DATABASE).isEmpty() ? Optional.of(startDatabase()) : Optional.empty();
        DatabaseAddress admin = embedded.map(StartingDatabase::address)
                .orElseGet(() -> DatabaseAddress.parse(run.option(DATABASE).orElseThrow()));
        Migrator migrator = new Migrator(admin, secrets, state.migrated(), embedded.isPresent());
        Wiring wiring = new Wiring(ports, state, secrets, migrator, isOn("sample"), isOn("clock"));
        wired = Optional.of(wiring);
        wiring.writeServiceClients();

        applications.putAll(layOut());
        applications.values().stream()
                .filter(application -> application.program() == Program.REGISTRY)
                .forEach(application -> start(application, wiring));
        embedded.ifPresent(StartingDatabase::await);
        migrator.migrate(Program.withSchema().stream().map(applications::get).toList());
        progress.done(DATABASE, "ready, schemas up to date");
        deadline = System.nanoTime() + PATIENCE.toNanos();
        applications.values().forEach(application -> start(application, wiring));
        SideBySide.run(applications.keySet().stream()
                .map(program -> (Runnable) () -> await(program, wiring))
                .toList());
        awaitWhole(wiring);
    }

    private boolean isOn(String option) {
        return run.option(option).filter("true"::equals).isPresent();
    }

    private Map<Program, Integer> ports() {
        List<Integer> free = Ports.free(Program.values().length);
        Map<Program, Integer> ports = new EnumMap<>(Program.class);
        for (Program program : Program.values()) {
            int port = run.find(program.id())
                    .filter(child -> child.isAlive() || Ports.isFree(child.port()))
                    .map(Child::port)
                    .orElse(free.get(program.ordinal()));
            ports.put(program, port);
        }
        ports.put(Program.GATEWAY, Integer.valueOf(run.option("port").orElseThrow()));
        return ports;
    }

    private record StartingDatabase(DatabaseAddress address, Child child, Path log) {
        void await() {
            EmbeddedDatabase.awaitReady(
                    address, ProcessHandle.of(child.pid()).orElseThrow(() -> stopped(log)), log, PATIENCE);
        }

        private static Trouble stopped(Path log) {
            return new Trouble("The database server stopped while starting; " + log + " ends with: "
                    + new LogFile(log).tellingLine());
        }
    }

    private StartingDatabase startDatabase() {
        Path log = state.log(DATABASE);
        EmbeddedDatabase database =
                new EmbeddedDatabase(DatabaseServer.find(), state.database(), secrets.password("database-admin"));
        Optional<Child> known = run.find(DATABASE);
        if (known.filter(Child::isAlive).isPresent()) {
            Child child = known.get();
            return new StartingDatabase(database.address(child.port()), child, log);
        }
        new LogFile(log).turn();
        database.prepare(log);
        int port = known.map(Child::port).filter(Ports::isFree).orElseGet(Ports::free);
        Child child = Child.start(DATABASE, port, database.command(port), Map.of(), log);
        run.put(child);
        return new StartingDatabase(database.address(port), child, log);
    }

    private Map<Program, Application> layOut() {
        Path folders = checkout.resolve("deploy/local/target/applications");
        Map<Program, Application> laidOut = new EnumMap<>(Program.class);
        List<Runnable> steps = new ArrayList<>();
        for (Program program : Program.values()) {
            steps.add(() -> {
                Application application = Application.of(program, checkout, folders, state.log("launcher"));
                synchronized (laidOut) {
                    laidOut.put(program, application);
                }
            });
        }
        SideBySide.run(steps, Runtime.getRuntime().availableProcessors());
        return laidOut;
    }

    /** Programs of this build that have no start cache for this JDK yet. */
    List<Application> untrained() {
        return applications.values().stream()
                .filter(application -> !new StartCache(application).isTrained())
                .toList();
    }

    /** Makes their start caches, politely: the suite runs meanwhile. */
    void train(List<Application> untrained) {
        Wiring wiring = wired.orElseThrow();
        for (Application application : untrained) {
            Program program = application.program();
            boolean isMade = new StartCache(application)
                    .train(wiring.environment(program), state.log("training-" + program.id()), this::isStillUp);
            progress.done(program.id(), isMade ? "start cache made" : "stays without a start cache");
        }
    }

    private boolean isStillUp() {
        return !RunRecord.read(state.run()).isEmpty();
    }

    private void start(Application application, Wiring wiring) {
        Program program = application.program();
        if (run.find(program.id()).filter(Child::isAlive).isPresent()) {
            return;
        }
        Path log = state.log(program.id());
        new LogFile(log).turn();
        started.add(program);
        run.put(Child.start(
                program.id(),
                wiring.port(program),
                Java.command(new StartCache(application).arguments("-Dsuite.state=" + state.root())),
                wiring.environment(program),
                log));
    }

    private void await(Program program, Wiring wiring) {
        String url = wiring.url(program, program.readiness());
        while (!Http.get(url).isGood()) {
            check(program);
            Pause.millis(LOOK_MILLIS);
        }
        if (started.contains(program)) {
            progress.done(program.id(), "ready");
            deadline = System.nanoTime() + PATIENCE.toNanos();
        }
    }

    private void check(Program program) {
        Path log = state.log(program.id());
        if (run.find(program.id()).filter(Child::isAlive).isEmpty()) {
            throw new Trouble(
                    program.id() + " died while starting; " + log + " ends with: " + new LogFile(log).tellingLine());
        }
        if (System.nanoTime() > deadline) {
            throw new Trouble(program.id() + " was not ready after " + PATIENCE.toMinutes() + " minutes; see " + log
                    + ": " + new LogFile(log).tellingLine());
        }
    }

    /** The services are found through the registry and somebody can sign in. */
    private void awaitWhole(Wiring wiring) {
        for (String path : PROOFS) {
            Http.Answer answer = Http.get(wiring.address() + path);
            while (!answer.isGood()) {
                checkAll(path + " answers " + answer.status());
                Pause.millis(LOOK_MILLIS);
                answer = Http.get(wiring.address() + path);
            }
        }
        while (!SignIn.works(wiring.address(), state.accounts())) {
            checkAll("nobody can sign in");
            Pause.millis(LOOK_MILLIS);
        }
        while (isOn("sample")
                && Http.get(wiring.address() + SAMPLE_CALLS).body().contains("\"total\":0")) {
            checkAll("the sample's calls for filings are not open");
            Pause.millis(LOOK_MILLIS);
        }
        progress.done("suite", isOn("sample") ? "answers, a sign-in was accepted" : "answers");
    }

    private void checkAll(String symptom) {
        for (Program program : Program.values()) {
            if (run.find(program.id()).filter(Child::isAlive).isEmpty()) {
                check(program);
            }
        }
        if (System.nanoTime() > deadline) {
            throw new Trouble("The suite is started but " + symptom + "; the logs in " + state.logs() + " say why.");
        }
    }
}
