package org.fourplusone.deploy.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Memory of processes as the operating system counts it. */
final class Memory {
    private static final long KIB_PER_MIB = 1024;

    private Memory() {}

    /** Resident MiB of all these processes together; pages that several share are counted several times. */
    static long residentMegabytes(Collection<Child> children) {
        return children.stream()
                        .filter(Child::isAlive)
                        .mapToLong(child -> residentKib(child.pid()))
                        .sum()
                / KIB_PER_MIB;
    }

    private static long residentKib(long pid) {
        try {
            Path status = Path.of("/proc", Long.toString(pid), "status");
            if (Files.exists(status)) {
                return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            }
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
