package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Enterprise.RecordView;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/** Judges items: each record by itself, the best record's verdict being the item's. */
public final class Judge {

    private final Items items;
    private final Enterprise.View view;
    private final UnaryOperator<Facts> claimed;
    private final @Nullable String ignoredFiling;

    public Judge(Items items, Enterprise.View view) {
        this(items, view, UnaryOperator.identity(), null);
    }

    /**
     * @param claimed bounds the facts that the formula reads by what is claimed
     * @param ignoredFiling a filing whose own award does not count against it, or null
     */
    Judge(Items items, Enterprise.View view, UnaryOperator<Facts> claimed, @Nullable String ignoredFiling) {
        this.items = items;
        this.view = view;
        this.claimed = claimed;
        this.ignoredFiling = ignoredFiling;
    }

    public Judgement judge(Item item) {
        Subject subject = item.record();
        if (subject == null) {
            return whole(item, List.of(ofRecord(item, null, false, view.own())));
        }
        if (!view.knows(subject)) {
            return whole(item, List.of(ofRecord(item, null, false, view.own())));
        }
        Comparison kind = item.kind().orElse(null);
        List<Judgement.OfRecord> records = new ArrayList<>();
        for (RecordView each : view.records(subject)) {
            if (kind == null || kind.judge(each.facts()) != Truth.FALSE) {
                records.add(ofRecord(item, each.ref(), false, each.facts()));
            }
        }
        if (records.isEmpty()) {
            records.add(ofRecord(item, null, true, view.none(subject)));
        }
        return whole(item, records);
    }

    /** The item judged on one named record, or null if there is no such record. */
    @Nullable
    Judgement judge(Item item, String ref) {
        Subject subject = item.record();
        if (subject == null) {
            return null;
        }
        for (RecordView each : view.records(subject)) {
            if (each.ref().equals(ref)) {
                return whole(item, List.of(ofRecord(item, ref, false, each.facts())));
            }
        }
        return null;
    }

    private Judgement.OfRecord ofRecord(Item item, @Nullable String ref, boolean absent, Facts facts) {
        Facts counted = claimed.apply(facts);
        Standing standing = Standing.of(item, ref, facts, view.enterprise().awards(), items, ignoredFiling);
        Award award = item.formula().award(counted);
        return new Judgement.OfRecord(
                ref,
                absent,
                facts,
                item.rule().judge(facts),
                item.formula().reached(counted),
                standing,
                standing.paid().isZero() ? award : award.less(standing.paid()));
    }

    private static Judgement whole(Item item, List<Judgement.OfRecord> records) {
        Judgement.OfRecord best = records.get(0);
        for (Judgement.OfRecord each : records) {
            if (isBetter(item, each, best)) {
                best = each;
            }
        }
        Award award = item.formula() instanceof SumOfItems sum && records.size() > 1 ? sum(sum, records) : best.award();
        return new Judgement(item, List.copyOf(records), best, award);
    }

    private static boolean isBetter(Item item, Judgement.OfRecord one, Judgement.OfRecord other) {
        int verdict = one.verdict().compareTo(other.verdict());
        if (verdict != 0) {
            return verdict < 0;
        }
        if (one.verdict() == Verdict.INELIGIBLE) {
            return unmet(item, one) < unmet(item, other);
        }
        int certain = one.award().low().compareTo(other.award().low());
        if (certain != 0) {
            return certain > 0;
        }
        Money most = one.award().high();
        Money others = other.award().high();
        return others != null && (most == null || most.isMoreThan(others));
    }

    private static long unmet(Item item, Judgement.OfRecord record) {
        return item.leaves().stream()
                .filter(leaf -> leaf.judge(record.facts()) == Truth.FALSE)
                .count();
    }

    /** All eligible things, one for each claim key, the higher first; undetermined ones widen the range. */
    private static Award sum(SumOfItems formula, List<Judgement.OfRecord> records) {
        Map<String, Award> byKey = new HashMap<>();
        int unnamed = 0;
        for (Judgement.OfRecord each : records) {
            Award award =
                    switch (each.verdict()) {
                        case ELIGIBLE -> each.award();
                        case UNDETERMINED ->
                            new Award(
                                    Money.ZERO,
                                    each.award().high(),
                                    each.award().atMost());
                        case INELIGIBLE -> Award.NOTHING;
                    };
            String key = each.standing().key();
            byKey.merge(key == null ? "?" + unnamed++ : key, award, Judge::higher);
        }
        return formula.sum(List.copyOf(byKey.values()));
    }

    private static Award higher(Award one, Award other) {
        Money high =
                one.high() == null || other.high() == null ? null : one.high().max(other.high());
        return new Award(one.low().max(other.low()), high, one.atMost() || other.atMost());
    }
}
