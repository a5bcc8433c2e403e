package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Texts, names and amounts that nobody but officers may read, looked for in all that an enterprise can. */
public final class Untold {
    private static final List<String> OF_A_FILING = List.of(
            "",
            "/timeline",
            "/receipt",
            "/letters",
            "/instalments",
            "/final-account",
            "/joint-review",
            "/signatures",
            "/timeliness");
    private static final List<String> LISTS = List.of(
            "/filings?size=200",
            "/queue?size=200",
            "/evaluations?size=200",
            "/recoveries?size=200",
            "/objections?size=200");

    private final String mark;
    private final List<String> internal = new ArrayList<>();

    /** @param mark what no other text has */
    public Untold(String mark) {
        this.mark = mark;
    }

    /** A new one, to be written by an officer. */
    public String text(String of) {
        String text = "内部-" + of + "-" + mark;
        internal.add(text);
        return text;
    }

    public void add(String... texts) {
        internal.addAll(Arrays.asList(texts));
    }

    /** From now on these may be read. */
    public void told(String... texts) {
        internal.removeAll(Arrays.asList(texts));
    }

    /** None of them stands in anything that the enterprise can read of its filing, or at these paths. */
    public void assertUntold(Person clerk, Person officer, String filing, String... more) {
        List<String> paths = new ArrayList<>(Arrays.asList(more));
        OF_A_FILING.forEach(part -> paths.add("/filings/" + filing + part));
        paths.addAll(LISTS);
        paths.add("/evaluations/" + filing);
        for (JsonNode letter : officer.get("/filings/" + filing + "/letters").json()) {
            paths.add("/letters/" + letter.path("id").asString());
        }
        assertThat(paths).allSatisfy(path -> assertThat(clerk.get(path).body()).doesNotContain(internal));
        assertThat(clerk.send("GET", "/filings", null, Map.of("Accept", "text/csv"))
                        .expect(200)
                        .body())
                .doesNotContain(internal);
    }

    /** The control: officers do read them, but for those that hold one of these. */
    public void assertWritten(String officers, String... elsewhere) {
        assertThat(internal.stream()
                        .filter(each -> Arrays.stream(elsewhere).noneMatch(each::contains))
                        .filter(each -> !officers.contains(each)))
                .as("what is there is found")
                .isEmpty();
    }
}
