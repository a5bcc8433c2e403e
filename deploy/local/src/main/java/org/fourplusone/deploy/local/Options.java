package org.fourplusone.deploy.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param port the gateway's port; 0 picks a free one
 * @param state folder of everything this run keeps
 * @param database a server of one's own, as {@link DatabaseAddress#parse} reads it; null for the embedded one
 * @param newCodes give the first administrators new activation codes
 * @param withStartCache make a start cache when there is none for this build yet, which takes a minute
 */
record Options(
        int port,
        Path state,
        @Nullable String database,
        boolean withSample,
        boolean withMovableClock,
        boolean withStartCache,
        boolean newCodes,
        boolean fresh,
        boolean confirmed) {
    static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65535;

    /**
     * @param checkout relative {@code --state} folders start there
     * @throws Trouble naming the argument that is not understood
     */
    static Options parse(Path checkout, List<String> arguments) {
        int port = DEFAULT_PORT;
        Path state = checkout.resolve(".local");
        String database = null;
        boolean withSample = true;
        boolean withMovableClock = false;
        boolean withStartCache = true;
        boolean newCodes = false;
        boolean fresh = false;
        boolean confirmed = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--port" -> port = port(value(arguments, ++i, argument));
                case "--state" -> state = checkout.resolve(value(arguments, ++i, argument));
                case "--database" -> database = value(arguments, ++i, argument);
                case "--no-sample" -> withSample = false;
                case "--movable-clock" -> withMovableClock = true;
                case "--no-cache" -> withStartCache = false;
                case "--new-codes" -> newCodes = true;
                case "--fresh" -> fresh = true;
                case "--yes" -> confirmed = true;
                default -> throw new Trouble("'" + argument + "' is not an option; deploy/up --help lists them.");
            }
        }
        if (database != null) {
            DatabaseAddress.parse(database);
        }
        if (withMovableClock && !withSample) {
            throw new Trouble("The movable clock exists only with sample data: leave out --no-sample.");
        }
        return new Options(
                port,
                state.toAbsolutePath().normalize(),
                database,
                withSample,
                withMovableClock,
                withStartCache,
                newCodes,
                fresh,
                confirmed);
    }

    private static String value(List<String> arguments, int index, String option) {
        if (index >= arguments.size()) {
            throw new Trouble(option + " needs a value; deploy/up --help says which.");
        }
        return arguments.get(index);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Trouble("--port wants a number from 0 to " + HIGHEST_PORT + ", not '" + text + "'.");
    }
}
