package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a backup holds: the SHA-256 of each file and of each table. */
final class Manifest {
    static final String NAME = "manifest.properties";
    private static final String FORMAT = "1";

    private final SortedMap<String, String> entries = new TreeMap<>();
    private final SortedMap<String, String> tables = new TreeMap<>();

    void entry(String name, String sum) {
        entries.put(name, sum);
    }

    void table(String name, String sum) {
        tables.put(name, sum);
    }

    SortedMap<String, String> entries() {
        return entries;
    }

    SortedMap<String, String> tables() {
        return tables;
    }

    String text() {
        return "format=" + FORMAT + "\n" + lines("entry.", entries) + lines("table.", tables);
    }

    private static String lines(String prefix, Map<String, String> sums) {
        return sums.entrySet().stream()
                .map(each ->
                        prefix + each.getKey().replace(":", "\\:").replace(" ", "\\ ") + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** @throws Trouble when it is of another format */
    static Manifest read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw new Trouble("This backup is of another format than this version reads (" + FORMAT + ").");
        }
        Manifest manifest = new Manifest();
        for (String name : properties.stringPropertyNames()) {
            String sum = properties.getProperty(name);
            if (name.startsWith("entry.")) {
                manifest.entry(name.substring(6), sum);
            } else if (name.startsWith("table.")) {
                manifest.table(name.substring(6), sum);
            }
        }
        return manifest;
    }
}
