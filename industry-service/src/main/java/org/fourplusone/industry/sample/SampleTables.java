package org.fourplusone.industry.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The distributions that the sample register is drawn from, read from the text tables beside it. */
final class SampleTables {

    final List<IndustryRow> industries = rows("industries.txt").stream()
            .map(cells -> new IndustryRow(
                    cells[0], cells[1].equals("-") ? null : cells[1], cells[2], Integer.parseInt(cells[3]), cells[4]))
            .toList();
    final List<FactRow> facts = rows("facts.txt").stream()
            .map(cells -> new FactRow(cells[0], cells[1], Integer.parseInt(cells[2]) / 100.0, Weighted.parse(cells[3])))
            .toList();
    final List<HonourRow> honours = rows("honours.txt").stream()
            .map(cells -> new HonourRow(
                    cells[0],
                    cells[1],
                    Integer.parseInt(cells[2]) / 1000.0,
                    Weighted.parse(cells[3]),
                    cells[4].equals("-") ? null : Weighted.parse(cells[4])))
            .toList();

    /** Where enterprises of a group work. */
    record IndustryRow(String who, @Nullable String cluster, String industryCode, int weight, String words) {}

    /** How a fact is distributed. */
    record FactRow(String key, String who, double known, Weighted values) {

        boolean isAbout(Group group, @Nullable String cluster) {
            return SampleTables.isAbout(who, group, cluster);
        }
    }

    /** How often a kind of honour is held. */
    record HonourRow(
            String kind,
            String who,
            double share,
            Weighted years,
            @Nullable Weighted levels) {

        boolean isAbout(Group group, @Nullable String cluster) {
            return SampleTables.isAbout(who, group, cluster);
        }
    }

    private static boolean isAbout(String who, Group group, @Nullable String cluster) {
        int at = who.indexOf('@');
        String groups = at < 0 ? who : who.substring(0, at);
        return groups.indexOf(group.letter) >= 0
                && (at < 0 || who.substring(at + 1).equals(cluster));
    }

    private static List<String[]> rows(String name) {
        try {
            return new ClassPathResource("sample/" + name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
