package org.fourplusone.fund.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.outcome.PaidEnterprises.Paid;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Paid enterprises before and after, beside similar ones, and what is not shown. */
class OutcomesTests {
    private final Map<String, Figures> register = new HashMap<>();
    private final List<Paid> paid = new ArrayList<>();
    private final Set<String> ever = new HashSet<>();

    @Test
    void sumsTheSameEnterprisesBeforeAndAfterBesideSimilarOnes() {
        for (int i = 1; i <= 3; i++) {
            paid("P" + i, "NEV", "S", i * 100, i * 120);
            enterprise("U" + i, "NEV", "S", i * 10, i * 11);
            enterprise("L" + i, "NEV", "L", 5_000, 9_000);
            enterprise("B" + i, "BIOFOOD", "S", 5_000, 9_000);
        }
        paid("P4", "NEV", "S", 7, null);
        enterprise("E1", "NEV", "S", 5_000, 9_000);
        ever.add("E1");
        Outcome row = only(outcomes(Outcomes.BY_CLUSTER, false));
        assertThat(row.group()).isEqualTo("NEV");
        assertThat(row.enterprises()).isEqualTo(4);
        assertThat(row.paid()).isEqualTo(Money.ofYuan(4_000));
        Outcome.Compared revenue = row.measures().get(Measure.REVENUE.ordinal());
        assertThat(revenue.paid()).isEqualTo(new Outcome.Side(3, "600", "720", "20.0", false));
        assertThat(revenue.similar()).isEqualTo(new Outcome.Side(3, "60", "66", "10.0", false));
        Outcome.Compared jobs = row.measures().get(Measure.JOBS.ordinal());
        assertThat(jobs.paid()).isEqualTo(new Outcome.Side(0, null, null, null, true));
        assertThat(outcomes(Outcomes.BY_CLUSTER, false).missing())
                .extracting(text -> text.en())
                .contains("Operating revenue: of 4 enterprises 1 lack the figure of 2025 or of 2027");
    }

    @Test
    void hidesGroupsOfFewerThanThree() {
        paid("P1", "NEV", "S", 100, 120);
        paid("P2", "NEV", "S", 100, 120);
        paid.add(new Paid("P2", Line.OTHER, Money.ofYuan(1)));
        for (String by : List.of(Outcomes.BY_CLUSTER, Outcomes.BY_LINE)) {
            assertThat(outcomes(by, false).rows()).isNotEmpty().allSatisfy(row -> {
                assertThat(row.suppressed()).isTrue();
                assertThat(row.enterprises()).isNull();
                assertThat(row.paid()).isNull();
                assertThat(row.measures()).isEmpty();
            });
        }
        paid("P3", "NEV", "S", 100, 120);
        assertThat(only(outcomes(Outcomes.BY_CLUSTER, false)).suppressed()).isFalse();
    }

    @Test
    void hidesASumThatOneEnterpriseDominates() {
        paid("P1", "NEV", "S", 85, 100);
        paid("P2", "NEV", "S", 10, 100);
        paid("P3", "NEV", "S", 5, 100);
        assertThat(revenue().suppressed()).isTrue();
        paid("P3", "NEV", "S", 6, 100);
        assertThat(revenue().suppressed()).isFalse();
        paid("P3", "NEV", "S", 6, 9_000);
        assertThat(revenue().suppressed()).isTrue();
    }

    private Outcome.Side revenue() {
        return only(outcomes(Outcomes.BY_CLUSTER, false))
                .measures()
                .get(Measure.REVENUE.ordinal())
                .paid();
    }

    @Test
    void saysWhatIsMissingWhenTheRegisterWasNeverRead() {
        for (int i = 1; i <= 3; i++) {
            paid("P" + i, "NEV", "S", 100, 120);
        }
        register.clear();
        Outcomes outcomes = outcomes(Outcomes.BY_CLUSTER, true);
        Outcome row = only(outcomes);
        assertThat(row.group()).isEqualTo("UNKNOWN");
        assertThat(row.paid()).isEqualTo(Money.ofYuan(3_000));
        assertThat(row.measures()).allMatch(each -> each.paid().suppressed());
        assertThat(outcomes.missing().get(0).en()).contains("does not answer");
        assertThat(outcomes.missing()).hasSize(1 + Measure.values().length);
    }

    @Test
    void readsTheFeedsDocumentsAndLeavesOutWhatIsNoNumber() {
        Figures figures = Figures.of(JsonMapper.shared().readTree("""
                {"creditCode":"X","cluster":null,"sizeClass":"M","facts":[
                 {"key":"ent.revenueYear","period":"2025","value":"1000.50"},
                 {"key":"ent.staffYearEnd","period":"2025","value":"40"},
                 {"key":"ent.outputYear","period":"2025","value":"1e999999999"},
                 {"key":"rd.expenseYear","period":null,"value":"7"},
                 {"key":"ent.other","period":"2025","value":"9"}]}"""));
        assertThat(figures.kind()).isEqualTo(new Figures.Kind("NONE", "M"));
        assertThat(figures.of(Measure.REVENUE, 2025)).isEqualByComparingTo("1000.50");
        assertThat(figures.of(Measure.JOBS, 2025)).isEqualByComparingTo("40");
        assertThat(figures.of(Measure.OUTPUT, 2025)).isNull();
        assertThat(figures.of(Measure.RD, 2025)).isNull();
    }

    private Outcomes outcomes(String by, boolean stale) {
        KnownFigures.Snapshot known = new KnownFigures.Snapshot(register, stale ? null : Instant.EPOCH, stale);
        return Outcomes.of(by, 2026, List.of(2026), paid, ever, known);
    }

    private static Outcome only(Outcomes outcomes) {
        assertThat(outcomes.rows()).hasSize(1);
        return outcomes.rows().get(0);
    }

    private void paid(String code, String cluster, String size, Integer before, Integer after) {
        enterprise(code, cluster, size, before, after);
        if (ever.add(code)) {
            paid.add(new Paid(code, Line.TECH_INNOVATION, Money.ofYuan(1_000)));
        }
    }

    private void enterprise(String code, String cluster, String size, Integer before, Integer after) {
        String facts = fact("2025", before) + (after == null ? "" : "," + fact("2027", after));
        register.put(
                code,
                Figures.of(JsonMapper.shared()
                        .readTree("{\"cluster\":\"%s\",\"sizeClass\":\"%s\",\"facts\":[%s]}"
                                .formatted(cluster, size, facts))));
    }

    private static String fact(String year, int value) {
        return "{\"key\":\"ent.revenueYear\",\"period\":\"%s\",\"value\":\"%d\"}".formatted(year, value);
    }
}
