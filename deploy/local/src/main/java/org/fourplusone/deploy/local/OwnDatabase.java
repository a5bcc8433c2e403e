package org.fourplusone.deploy.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A state folder's embedded database while a command works with it: the one that runs, or one that runs for it alone. */
record OwnDatabase(DatabaseServer server, DatabaseAddress admin, int port, Child child, boolean isOurs)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static OwnDatabase of(StateFolder state, RunRecord run) {
        DatabaseServer server = DatabaseServer.find();
        EmbeddedDatabase database =
                new EmbeddedDatabase(server, state.database(), new Secrets(state.secrets()).password("database-admin"));
        Path log = state.log(Start.DATABASE);
        Child running = run.find(Start.DATABASE).filter(Child::isAlive).orElse(null);
        if (running != null) {
            return new OwnDatabase(server, database.address(running.port()), running.port(), running, false);
        }
        new LogFile(log).turn();
        database.prepare(log);
        int port = Ports.free();
        Child child = Child.start(Start.DATABASE, port, database.command(port), Map.of(), log);
        OwnDatabase own = new OwnDatabase(server, database.address(port), port, child, true);
        try {
            EmbeddedDatabase.awaitReady(
                    own.admin,
                    child.handle()
                            .orElseThrow(() -> new Trouble("The database server stopped while starting; " + log
                                    + " ends with: " + new LogFile(log).tellingLine())),
                    log,
                    PATIENCE);
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
        return own;
    }

    /** Stops what was started for this command alone. */
    @Override
    public void close() {
        if (isOurs) {
            child.stop(PATIENCE);
        }
    }
}
