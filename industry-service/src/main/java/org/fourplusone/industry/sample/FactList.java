package org.fourplusone.industry.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.industry.fact.Fact;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.fourplusone.industry.fact.FactForms;
import org.jspecify.annotations.Nullable;

/** Gathers one sample enterprise's facts in their written form. */
final class FactList {

    /** Where verified facts of a family come from; of the others, a department in general. */
    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("ent", "TAX"),
            Map.entry("credit", "CREDIT"),
            Map.entry("safety", "EMERGENCY"),
            Map.entry("fund", "FUND"),
            Map.entry("rd", "TAX"),
            Map.entry("trade", "CUSTOMS"),
            Map.entry("talent", "HUMAN_RESOURCES"),
            Map.entry("project", "PROJECT_FILING"),
            Map.entry("loan", "BANK"));

    private final List<Fact> facts = new ArrayList<>();
    private final FactForms forms;
    private final String year;
    private final Instant now;

    FactList(FactForms forms, int policyYear, Instant now) {
        this.forms = forms;
        this.year = String.valueOf(policyYear);
        this.now = now;
    }

    void add(String key, @Nullable RecordRef record, String value, boolean verified) {
        String family = key.substring(0, key.indexOf('.'));
        String source = verified ? Objects.requireNonNullElse(SOURCES.get(family), "DEPARTMENT") : "ENTERPRISE";
        String period = forms.isAnnual(key) ? year : null;
        facts.add(new Fact(key, record, period, forms.written(key, value), source, verified, now, "sample"));
    }

    void add(String key, @Nullable RecordRef record, double value, boolean verified) {
        String text = BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        add(key, record, text, verified);
    }

    /** It is known that there is no record of a kind. */
    void none(String kind) {
        facts.add(new Fact(Fact.NONE, new RecordRef(kind, ""), null, "true", "DEPARTMENT", true, now, "sample"));
    }

    List<Fact> facts() {
        return facts;
    }
}
