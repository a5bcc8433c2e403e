package org.fourplusone.starter.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Verifies an audit export offline: {@code VerifyAudit FILE [--root ROOTFILE]}. Needs the JDK and this package alone.
 * Exit code 0: whole; 1: something is wrong, each thing named on a line; 2: the files could not be read.
 */
public final class VerifyAudit {

    private static final int MOST_LINES = 50;

    private VerifyAudit() {}

    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    /** The command in this JVM; returns its exit code. */
    public static int run(PrintStream out, String... arguments) {
        boolean withRoots = arguments.length == 3 && arguments[1].equals("--root");
        if (arguments.length != 1 && !withRoots) {
            out.println("Say which file: verify-audit FILE [--root ROOTFILE].");
            return 2;
        }
        List<AuditRoot> published;
        try {
            published = withRoots ? published(Path.of(arguments[2])) : List.of();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            out.println(arguments[2] + " cannot be read as published roots (" + e + ").");
            return 2;
        }
        ExportCheck check = new ExportCheck(published);
        try (InputStream export = Files.newInputStream(Path.of(arguments[0]))) {
            return report(out, check, check.of(export), withRoots);
        } catch (IOException e) {
            out.println(arguments[0] + " cannot be read (" + e + ").");
            return 2;
        }
    }

    private static List<AuditRoot> published(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Line::read).map(AuditRoot::of).toList();
        }
    }

    private static int report(PrintStream out, ExportCheck check, List<Finding> findings, boolean withRoots) {
        if (findings.isEmpty()) {
            out.println("Whole: " + check.summary() + (withRoots ? ", which are those that were published." : "."));
            return 0;
        }
        out.println("NOT WHOLE (" + check.summary() + "):");
        findings.stream().limit(MOST_LINES).forEach(finding -> out.println("  " + finding));
        if (findings.size() > MOST_LINES) {
            out.println("  and " + (findings.size() - MOST_LINES) + " more");
        }
        return 1;
    }
}
