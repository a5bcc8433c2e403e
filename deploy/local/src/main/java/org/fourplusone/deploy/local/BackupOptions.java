package org.fourplusone.deploy.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/backup} and {@code deploy/restore} are asked.
 *
 * @param file the backup; null when none is named
 * @param isForced replace what is there
 */
record BackupOptions(@Nullable Path file, Path state, boolean isForced) {

    /** @throws Trouble naming the argument that is not understood */
    static BackupOptions parse(String command, Path checkout, List<String> arguments) {
        Path file = null;
        Path state = checkout.resolve(".local");
        boolean isForced = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--state") && i + 1 < arguments.size()) {
                state = checkout.resolve(arguments.get(++i));
            } else if (argument.equals("--force")) {
                isForced = true;
            } else if (!argument.startsWith("--") && file == null) {
                file = Path.of(argument).toAbsolutePath().normalize();
            } else {
                throw new Trouble(
                        "'" + argument + "' is not understood; deploy/" + command + " --help lists the options.");
            }
        }
        return new BackupOptions(file, state.toAbsolutePath().normalize(), isForced);
    }
}
