package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.CompiledItems.CompiledItem;
import org.fourplusone.policy.match.Judgement.OfRecord;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Enterprise.RecordView;
import org.fourplusone.policy.register.FactView;
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
    private final @Nullable CompiledItems compiled;
    private final UnaryOperator<Facts> claimed;
    private final Set<String> ignoredFilings;
    private final @Nullable Reading own;
    private final boolean wasGrantedNothing;
    private Clause.@Nullable Shared clauses;
    private final @Nullable Records[] records = new Records[SUBJECTS];
    private final @Nullable Reading[] without = new Reading[SUBJECTS];

    /** The records of a kind, and what the compiled conditions say of each. */
    private record Records(List<RecordView> of, Reading[] readings) {}

    private static final int SUBJECTS = Subject.values().length;

    /** For any item. */
    public Judge(Items items, Enterprise.View view) {
        this(items, view, UnaryOperator.identity(), Set.of());
    }

    /**
     * @param claimed bounds the facts that the formula reads by what is claimed
     * @param ignoredFilings filings whose awards do not count
     */
    Judge(Items items, Enterprise.View view, UnaryOperator<Facts> claimed, Set<String> ignoredFilings) {
        this.items = items;
        this.view = view;
        this.wasGrantedNothing = view.enterprise().awards().isEmpty();
        this.compiled = null;
        this.own = null;
        this.claimed = claimed;
        this.ignoredFilings = ignoredFilings;
    }

    /** For many items: those that are compiled are judged much faster, with the same answers. */
    Judge(Items items, Enterprise.View view, CompiledItems compiled) {
        this.items = items;
        this.view = view;
        this.wasGrantedNothing = view.enterprise().awards().isEmpty();
        this.compiled = compiled;
        this.own = compiled.read(view);
        this.claimed = UnaryOperator.identity();
        this.ignoredFilings = Set.of();
    }

    /** The verdict alone. */
    Verdict verdict(CompiledItem item) {
        Reading of = own;
        if (of == null || !wasGrantedNothing()) {
            return judge(item.item()).verdict();
        }
        Subject subject = item.item().record();
        int best =
                item.whole().failsOn(of) ? Reading.FALSE : subject == null ? item.verdict(of) : best(item, subject, of);
        return best < 0 ? judge(item.item()).verdict() : verdict(best);
    }

    private int best(CompiledItem item, Subject subject, Reading of) {
        int best = Reading.FALSE;
        boolean isAny = false;
        for (Reading each : readings(subject, of).readings) {
            if (item.isOfKind(each)) {
                int bits = item.verdict(each);
                if (bits < 0) {
                    return bits;
                }
                isAny = true;
                best = Math.max(best, bits);
            }
        }
        return isAny ? best : item.verdict(without(subject, of));
    }

    private static Verdict verdict(int bits) {
        return bits == Reading.TRUE
                ? Verdict.ELIGIBLE
                : bits == Reading.UNKNOWN ? Verdict.UNDETERMINED : Verdict.INELIGIBLE;
    }

    private Records readings(Subject subject, Reading of) {
        Records known = records[subject.ordinal()];
        if (known == null) {
            List<RecordView> all = view.records(subject);
            Reading[] readings = new Reading[all.size()];
            for (int i = 0; i < readings.length; i++) {
                readings[i] = with(of, subject, (FactView) all.get(i).facts());
            }
            known = new Records(all, readings);
            records[subject.ordinal()] = known;
        }
        return known;
    }

    /** Of no record, because none is known or there is none. */
    private Reading without(Subject subject, Reading of) {
        Reading known = without[subject.ordinal()];
        if (known == null) {
            known = with(of, subject, view.knows(subject) ? view.none(subject) : view.own());
            without[subject.ordinal()] = known;
        }
        return known;
    }

    private Reading with(Reading of, Subject subject, FactView facts) {
        return Objects.requireNonNull(compiled).with(of, subject, facts);
    }

    public Judgement judge(Item item) {
        CompiledItem fast = compiled == null ? null : compiled.find(item);
        return fast != null && own != null ? judge(fast, own) : judgeAny(item);
    }

    /** All items that are compiled. */
    List<Judgement> all() {
        CompiledItem[] all = Objects.requireNonNull(compiled).items();
        List<Judgement> judged = new ArrayList<>(all.length);
        for (CompiledItem each : all) {
            judged.add(judge(each, Objects.requireNonNull(own)));
        }
        return judged;
    }

    private Judgement judge(CompiledItem fast, Reading of) {
        Subject subject = fast.item().record();
        if (subject == null) {
            return whole(fast.item(), List.of(new OfRecord(this, fast, null, false, of)));
        }
        Records all = readings(subject, of);
        List<OfRecord> judged = new ArrayList<>(all.of.size() + 1);
        for (int i = 0; i < all.of.size(); i++) {
            Reading each = all.readings[i];
            if (fast.isOfKind(each)) {
                judged.add(new OfRecord(this, fast, all.of.get(i).ref(), false, each));
            }
        }
        if (judged.isEmpty()) {
            judged.add(new OfRecord(this, fast, null, view.knows(subject), without(subject, of)));
        }
        return whole(fast.item(), judged);
    }

    private Judgement judgeAny(Item item) {
        Subject subject = item.record();
        if (subject == null || !view.knows(subject)) {
            return whole(item, List.of(new OfRecord(this, item, null, false, view.own())));
        }
        Comparison kind = item.kind().orElse(null);
        List<OfRecord> judged = new ArrayList<>();
        for (RecordView each : view.records(subject)) {
            if (kind == null || kind.judge(each.facts()) != Truth.FALSE) {
                judged.add(new OfRecord(this, item, each.ref(), false, each.facts()));
            }
        }
        if (judged.isEmpty()) {
            judged.add(new OfRecord(this, item, null, true, view.none(subject)));
        }
        return whole(item, judged);
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
                return whole(item, List.of(new OfRecord(this, item, ref, false, each.facts())));
            }
        }
        return null;
    }

    /** The clauses on the enterprise alone; asked for only where items are compiled. */
    Clause.Shared clauses() {
        if (clauses == null) {
            clauses = new Clause.Shared(compiled == null ? 0 : compiled.shared());
        }
        return Objects.requireNonNull(clauses);
    }

    boolean wasGrantedNothing() {
        return wasGrantedNothing;
    }

    Facts claimed(Facts facts) {
        return claimed.apply(facts);
    }

    Standing standing(Item item, @Nullable String ref, Facts facts) {
        return Standing.of(item, ref, facts, view.enterprise().awards(), items, ignoredFilings);
    }

    Award award(Item item, Facts facts, OfRecord of) {
        Award award = item.formula().award(claimed.apply(facts));
        return wasGrantedNothing() || of.standing().paid().isZero()
                ? award
                : award.less(of.standing().paid());
    }

    private static Judgement whole(Item item, List<OfRecord> records) {
        OfRecord best = records.get(0);
        for (OfRecord each : records) {
            if (each != best && isBetter(item, each, best)) {
                best = each;
            }
        }
        Award sum = item.formula() instanceof SumOfItems formula && records.size() > 1 ? sum(formula, records) : null;
        return new Judgement(item, records, best, sum);
    }

    private static boolean isBetter(Item item, OfRecord one, OfRecord other) {
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

    private static int unmet(Item item, OfRecord record) {
        int unmet = 0;
        for (int i = 0; i < item.leaves().size(); i++) {
            unmet += record.leaf(i) == Truth.FALSE ? 1 : 0;
        }
        return unmet;
    }

    /** All eligible things, one for each claim key, the higher first; undetermined ones widen the range. */
    private static Award sum(SumOfItems formula, List<OfRecord> records) {
        Map<String, Award> byKey = new HashMap<>();
        int unnamed = 0;
        for (OfRecord each : records) {
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
