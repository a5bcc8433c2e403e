package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** A child's log: one file for each start, the one before kept as {@code ….previous.log}. */
record LogFile(Path path) {
    private static final Pattern STAMPED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]");

    /** How Linux and macOS say it, to Java and to MariaDB alike. */
    static final String NO_SPACE = "No space left on device";

    /** A new file for a new start. */
    void turn() {
        try {
            if (Files.exists(path)) {
                String name = path.getFileName().toString();
                Path previous = path.resolveSibling(name.replaceFirst("\\.log$", ".previous.log"));
                Files.move(path, previous, StandardCopyOption.REPLACE_EXISTING);
            }
            StateFolder.writePrivately(path, "");
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    /** The line that most likely says what went wrong; empty when there is none. */
    String tellingLine() {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return "";
        }
        if (last(lines, NO_SPACE) >= 0) {
            return "the disk is full (" + NO_SPACE
                    + "); free at least 1 GB, or name a folder on another disk with --state";
        }
        int description = lines.lastIndexOf("Description:");
        if (description >= 0) {
            String said = firstSaying(lines.subList(description + 1, lines.size()));
            if (!said.isEmpty()) {
                return said;
            }
        }
        int failure = last(lines, "Application run failed");
        if (failure >= 0) {
            List<String> rest = lines.subList(failure + 1, lines.size());
            List<String> trace = rest.stream()
                    .takeWhile(line -> !STAMPED.matcher(line).lookingAt())
                    .toList();
            int cause = last(trace, "Caused by: ");
            return cause >= 0 ? trace.get(cause).strip() : firstSaying(trace);
        }
        for (String sign : List.of("Caused by: ", "Exception: ", "ERROR", "[ERROR]")) {
            int line = last(lines, sign);
            if (line >= 0) {
                return lines.get(line).strip();
            }
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i).strip();
            }
        }
        return "";
    }

    private static int last(List<String> lines, String sign) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains(sign)) {
                return i;
            }
        }
        return -1;
    }

    private static String firstSaying(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse("");
    }
}
