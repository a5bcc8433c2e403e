package org.fourplusone.policy.item;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One version of one support item.
 *
 * @param clause where the policy's text states it
 * @param clusters cluster codes, or the one code {@code ALL}
 * @param record the kind of record that one filing claims, or null for facts of the enterprise alone
 * @param rule the common conditions and the item's own
 * @param leaves the rule's comparisons in the order of the text
 * @param data the rule as it stands in the item file
 * @param inForceTo the last day, or null
 */
public record Item(
        String code,
        int version,
        int article,
        boolean illustrative,
        Text clause,
        Text title,
        List<String> clusters,
        ProgrammeLine line,
        Driver driver,
        Track track,
        Text department,
        Window window,
        @Nullable Subject record,
        Condition rule,
        List<Comparison> leaves,
        Formula formula,
        List<Document> documents,
        List<String> confirmation,
        Form form,
        Stacking stacking,
        Payout payout,
        String amountBasis,
        String fairCompetitionRisk,
        @Nullable Text note,
        List<Source> sources,
        JsonNode data,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo) {

    /** The fund's named purposes. */
    public enum ProgrammeLine {
        EXPAND_INVESTMENT,
        TECH_INNOVATION,
        RESTRUCTURE_LISTING,
        BRAND_BUILDING,
        OTHER
    }

    /** New productive forces fostered, or old drivers upgraded. */
    public enum Driver {
        FOSTER_NEW,
        UPGRADE_OLD
    }

    /** How a filing is handled. */
    public enum Track {
        NO_APPLICATION,
        VERIFY,
        EXPERT_AND_AUDIT
    }

    /** When it can be filed for, each year. */
    public record Window(MonthDay from, MonthDay to) {}

    /**
     * @param required needed before the filing can be submitted
     * @param system made by the system itself
     * @param stage the instalment before which it is needed, where that is later than the submission
     */
    public record Document(
            String code,
            Text name,
            boolean required,
            boolean system,
            @Nullable String stage) {}

    public record Form(List<String> questions, List<ClaimLine> claimLines) {}

    /**
     * @param fact the fact that these lines support, or null
     * @param measure NET_AMOUNT if the fact is their sum, COUNT if it is their number, NONE otherwise
     */
    public record ClaimLine(
            String kind, Text name, @Nullable String fact, String measure, List<String> fields) {}

    public record Stacking(Rule rule, @Nullable String group, String scope, Key key) {

        public enum Rule {
            /** 就高不重复: one item of the group for each claim key, ever. */
            HIGHEST_IN_GROUP,
            /** 补差: the amount less what was paid in the group. */
            TOP_UP_DIFFERENCE,
            ONCE_PER_LIFETIME,
            STACKABLE
        }

        /** What may be claimed once: the enterprise, its year, a record, or a line of the claim. */
        public enum Key {
            ENTERPRISE,
            ENTERPRISE_YEAR,
            PROJECT,
            HONOUR,
            OBJECT,
            LOAN,
            LEASE,
            INVOICE,
            CONTRACT,
            PERSON,
            MODEL,
            PRODUCT,
            BOOTH;

            /** Known only when claim lines are filed. */
            public boolean isClaimLine() {
                return ordinal() >= INVOICE.ordinal();
            }
        }
    }

    public record Payout(String method, List<Instalment> schedule) {}

    /**
     * @param share of the award, as a decimal string, or null where each stage has its own amount
     * @param fact the fact whose truth fires it, or null
     */
    public record Instalment(
            String trigger,
            @Nullable String share,
            @Nullable String fact,
            List<String> documents) {}

    public record Source(String key, Text text, String ref, boolean confirmed) {}

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
    }

    public boolean isFor(String cluster) {
        return clusters.contains("ALL") || clusters.contains(cluster);
    }

    public @Nullable Money most() {
        return formula.most();
    }

    /** The kind of honour that the item asks for, such as {@code HNTE}: records of other kinds are not its business. */
    public Optional<Comparison> kind() {
        return leaves.stream()
                .filter(leaf -> leaf.fact().key().equals("honour.kind")
                        && leaf.op() == Op.EQ
                        && leaf.operand() instanceof Operand.Literal literal
                        && literal.value() instanceof FactValue.Code)
                .findFirst();
    }

    /** Whether the fact decides this item or its amount. */
    public boolean reads(FactDefinition fact) {
        return leaves.stream().anyMatch(leaf -> leaf.fact().equals(fact))
                || formula.facts().contains(fact);
    }
}
