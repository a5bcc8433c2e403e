package org.fourplusone.deploy.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What {@code deploy/up}, {@code down}, {@code status}, {@code code}, {@code backup} and {@code restore} run. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Path checkout = Path.of(System.getProperty("suite.checkout", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(run(checkout, System.out, arguments));
    }

    /**
     * Runs one command in this JVM, with this JVM's Java for the suite.
     *
     * @param checkout the project's folder, its modules already packaged
     * @param arguments {@code up}, {@code down}, {@code status}, {@code code}, {@code backup} or {@code restore} and its
     *     options
     * @return the exit code: 0 when all is well
     */
    public static int run(Path checkout, PrintStream out, String... arguments) {
        Instant begin = Instant.now();
        try {
            if (arguments.length == 0) {
                throw new Trouble("Say up, down, status, code, backup or restore.");
            }
            Progress progress = new Progress(out, begin);
            List<String> further = List.of(arguments).subList(1, arguments.length);
            if (arguments[0].equals("code")) {
                OneTimeCode.print(checkout, out, further);
                return 0;
            }
            if (arguments[0].equals("backup")) {
                BackupOptions options = BackupOptions.parse("backup", checkout, further);
                new Backup(new StateFolder(options.state()), progress).make(options);
                return 0;
            }
            if (arguments[0].equals("restore")) {
                BackupOptions options = BackupOptions.parse("restore", checkout, further);
                AuditProof audit = new StarterAuditProof(checkout);
                new Restore(new StateFolder(options.state()), audit, progress).bringBack(options);
                return 0;
            }
            Options options = Options.parse(checkout, further);
            Suite suite = new Suite(checkout, new StateFolder(options.state()), progress);
            switch (arguments[0]) {
                case "up" -> suite.up(options);
                case "down" -> suite.down();
                case "status" -> {
                    return suite.status() ? 0 : 1;
                }
                default ->
                    throw new Trouble("'" + arguments[0] + "' is none of up, down, status, code, backup, restore.");
            }
            return 0;
        } catch (Trouble trouble) {
            out.println(trouble.getMessage());
        } catch (RuntimeException unexpected) {
            if (isDiskFull(unexpected)) {
                out.println("The disk is full: free at least 1 GB, or name a folder on another disk with --state.");
                return 1;
            }
            out.println("Something unexpected went wrong: " + unexpected);
            unexpected.printStackTrace(out);
        }
        return 1;
    }

    private static boolean isDiskFull(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(LogFile.NO_SPACE)) {
                return true;
            }
        }
        return false;
    }
}
