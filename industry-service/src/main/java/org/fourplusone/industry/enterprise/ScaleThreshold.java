package org.fourplusone.industry.enterprise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * From what size on an enterprise of some industries counts as above scale (规模以上、限额以上), while it is in force.
 *
 * @param industries beginnings of class codes of GB/T 4754-2017 (first the longer one decides)
 * @param from first day
 * @param until the day from which it no longer holds, null for in force
 * @param revenue yuan in the year, reached or passed
 * @param staff persons at the end of the year that do as well, null where only revenue counts
 */
public record ScaleThreshold(
        List<String> industries,
        LocalDate from,
        @Nullable LocalDate until,
        BigDecimal revenue,
        @Nullable Long staff,
        Text name,
        Text source) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /**
     * Whether an enterprise of these numbers reaches it.
     *
     * @return null while the numbers do not decide it
     */
    public @Nullable Boolean isReached(@Nullable BigDecimal revenueOfYear, @Nullable BigDecimal staffAtEnd) {
        if (revenueOfYear != null && revenueOfYear.compareTo(revenue) >= 0
                || staff != null && staffAtEnd != null && staffAtEnd.compareTo(BigDecimal.valueOf(staff)) >= 0) {
            return true;
        }
        return revenueOfYear == null || staff != null && staffAtEnd == null ? null : Boolean.FALSE;
    }

    /** All thresholds, old and new. */
    @Component
    public static class Table {

        private final List<ScaleThreshold> thresholds;

        private record Resource(String note, List<ScaleThreshold> thresholds) {}

        public Table(JsonMapper json) {
            try (InputStream in = new ClassPathResource("reference/scale.json").getInputStream()) {
                thresholds = json.readValue(in, Resource.class).thresholds();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What held for an industry on a day; nothing where above scale is not a matter of size, or not recorded here. */
        public Optional<ScaleThreshold> of(String industryCode, LocalDate day) {
            return thresholds.stream()
                    .filter(each -> each.holdsOn(day))
                    .flatMap(each -> each.industries.stream()
                            .filter(industryCode::startsWith)
                            .map(head -> new Fit(head.length(), each)))
                    .max(java.util.Comparator.comparingInt(Fit::length))
                    .map(Fit::threshold);
        }

        private record Fit(int length, ScaleThreshold threshold) {}
    }
}
