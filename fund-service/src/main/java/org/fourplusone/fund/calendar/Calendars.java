package org.fourplusone.fund.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calendar versions that the project ships, one resource each ({@code calendar/<version>.json}). A new notice of the
 * State Council becomes a new version beside the old ones, so that what was counted by an old one can be counted again.
 */
public final class Calendars {

    /** The version that new dates are counted by. */
    public static final String CURRENT = "cn-2026-1";

    private final boolean sample;
    private final Map<String, WorkingDays> loaded = new ConcurrentHashMap<>();

    /** @param sample whether years marked illustrative may be used; only a suite with sample data says yes */
    public Calendars(boolean sample) {
        this.sample = sample;
    }

    public WorkingDays current() {
        return version(CURRENT);
    }

    /**
     * The calendar that a stored date was counted by.
     *
     * @throws IllegalArgumentException when no such version is shipped
     */
    public WorkingDays version(String version) {
        return loaded.computeIfAbsent(version, this::load);
    }

    private WorkingDays load(String version) {
        if (!version.matches("[a-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("No calendar " + version);
        }
        try (InputStream resource = Calendars.class.getResourceAsStream("/calendar/" + version + ".json")) {
            if (resource == null) {
                throw new IllegalArgumentException("No calendar " + version);
            }
            Document document = JsonMapper.shared().readValue(resource, Document.class);
            Set<Integer> years = new HashSet<>();
            Set<LocalDate> off = new HashSet<>();
            Set<LocalDate> worked = new HashSet<>();
            for (Year year : document.years()) {
                if (sample || !year.illustrative()) {
                    years.add(year.year());
                    off.addAll(year.off());
                    worked.addAll(year.worked());
                }
            }
            return new WorkingDays(document.version(), years, off, worked);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Document(String version, String country, String source, String licence, String note, List<Year> years) {}

    record Year(int year, boolean illustrative, List<LocalDate> off, List<LocalDate> worked) {}
}
