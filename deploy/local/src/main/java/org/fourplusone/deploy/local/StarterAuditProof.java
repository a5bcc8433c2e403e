package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Exports the chains with the programs that the services themselves use, and verifies them against the kept roots. */
record StarterAuditProof(Path checkout) implements AuditProof {
    private static final String PACKAGE = "org.fourplusone.starter.audit.";

    @Override
    public void require(Schema schema, Program program, StateFolder state, Path log) {
        String classPath = starter() + System.getProperty("path.separator") + System.getProperty("java.class.path");
        Path export = state.root().resolve("audit-" + program.id() + ".ndjson");
        Path roots = state.audit().resolve(program.id());
        try {
            Java.run(
                    List.of(
                            "-cp",
                            classPath,
                            PACKAGE + "ExportAudit",
                            program.id(),
                            roots.toString(),
                            state.auditKey(program).toString(),
                            export.toString()),
                    Map.of(
                            "SUITE_DATABASE", schema.url(),
                            "SUITE_DATABASE_USER", schema.runtime().user(),
                            "SUITE_DATABASE_PASSWORD", schema.runtime().password()),
                    log);
            Java.run(List.of("-cp", classPath, PACKAGE + "VerifyAudit", export.toString()), Map.of(), log);
        } catch (Trouble broken) {
            throw new Trouble("The audit of " + program.id() + " did not come back whole; " + log
                    + " names what is wrong. Nothing was changed.");
        } finally {
            export.toFile().delete();
        }
    }

    private String starter() {
        try (Stream<Path> built = Files.list(checkout.resolve("service-starter/target"))) {
            return built.map(Path::toString)
                    .filter(name -> name.endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new Trouble("service-starter is not built: run deploy/up once, or 'mvn -Dquick package'."));
        } catch (IOException e) {
            throw new UncheckedIOException("service-starter is not built: run deploy/up once", e);
        }
    }
}
