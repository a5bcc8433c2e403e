package org.fourplusone.policy.match;

import java.util.List;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One clause of an item as judged.
 *
 * @param clause where the policy says so
 * @param text what it asks for
 * @param group {@code common}, {@code specific} or {@code implicit} (what the formula itself needs)
 * @param fact the fact's key; null for an implicit clause without one
 * @param actual the value seen: decimal string, boolean, code or list; null if unknown or none
 * @param actualText the value seen, in words
 * @param threshold what it was compared with, in the same form
 * @param source who stated the fact
 * @param verified false for what the enterprise declares of itself
 */
record ClauseView(
        Text clause,
        Text text,
        State state,
        String group,
        @Nullable String fact,
        @Nullable Object actual,
        Text actualText,
        @Nullable Object threshold,
        @Nullable String source,
        @Nullable Boolean verified) {

    enum State {
        MET,
        UNMET,
        UNKNOWN;

        static State of(Truth truth) {
            return switch (truth) {
                case TRUE -> MET;
                case FALSE -> UNMET;
                case UNKNOWN -> UNKNOWN;
            };
        }
    }

    static List<ClauseView> of(List<Clause> clauses, Item item, Judgement.OfRecord judged) {
        return clauses.stream().map(clause -> of(clause, item, judged.facts())).toList();
    }

    private static ClauseView of(Clause clause, Item item, Facts facts) {
        Comparison leaf = clause.leaf();
        FactDefinition by = item.formula().by();
        return switch (clause.kind()) {
            case TIER -> tier(item, java.util.Objects.requireNonNull(by), clause, facts.policyYear());
            case PAID -> implicit(item, Text.of("测算奖补金额大于0元", "The computed amount is above zero"), clause.truth());
            case NOT_GRANTED -> implicit(item, grantedBefore(item), clause.truth());
            case STATED -> stated(java.util.Objects.requireNonNull(leaf), clause, facts);
        };
    }

    private static Text grantedBefore(Item item) {
        return switch (item.stacking().key()) {
            case ENTERPRISE ->
                Text.of("同一企业此前未享受过（终身一次）", "Not granted before to the same enterprise (once in a lifetime)");
            case ENTERPRISE_YEAR ->
                Text.of("同一企业本年度未享受过同组政策", "Nothing of the same group granted to the enterprise this year");
            default ->
                Text.of(
                        "同一事项此前未享受过同组政策（就高不重复）",
                        "Nothing of the same group granted for the same thing before (highest only)");
        };
    }

    private static ClauseView stated(Comparison leaf, Clause clause, Facts facts) {
        Seen seen = clause.seen();
        Seen.Known known = seen instanceof Seen.Known value ? value : null;
        return new ClauseView(
                leaf.clause(),
                Wording.sentence(leaf, facts.policyYear()),
                State.of(clause.truth()),
                leaf.common() ? "common" : "specific",
                leaf.fact().key(),
                known == null ? null : known.value().json(),
                Wording.seen(leaf.fact(), seen),
                threshold(leaf, facts),
                known == null ? null : known.source(),
                known == null ? null : known.verified());
    }

    private static @Nullable Object threshold(Comparison leaf, Facts facts) {
        if (leaf.operand() instanceof Operand.Listed listed) {
            return listed.values().stream().map(FactValue::json).toList();
        }
        FactValue threshold = leaf.threshold(facts);
        return threshold == null ? null : threshold.json();
    }

    private static ClauseView tier(Item item, FactDefinition by, Clause clause, int year) {
        Seen seen = clause.seen();
        Seen.Known known = seen instanceof Seen.Known value ? value : null;
        Text name = Wording.name(by, year);
        return new ClauseView(
                item.clause(),
                Text.of(name.zh() + "达到奖补档次", name.en() + ": reaches a tier that is paid"),
                State.of(clause.truth()),
                "implicit",
                by.key(),
                known == null ? null : known.value().json(),
                Wording.seen(by, seen),
                null,
                known == null ? null : known.source(),
                known == null ? null : known.verified());
    }

    private static ClauseView implicit(Item item, Text text, Truth truth) {
        return new ClauseView(
                item.clause(), text, State.of(truth), "implicit", null, null, Text.of("", ""), null, null, null);
    }
}
