package org.fourplusone.fund.filing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Comparator;
import java.util.List;
import org.fourplusone.fund.call.Item;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * policy-service's answer on one enterprise and one item; the fields that a filing reads. The whole answer is kept beside
 * it, frozen.
 *
 * @param inForce whether any version of the item is in force on the day that was asked; null where that was not said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Assessment(
        String code,
        int version,
        String verdict,
        @Nullable Estimate estimate,
        @Nullable List<Judged> records,
        @Nullable List<JsonNode> clauses,
        @Nullable Stacking stacking,
        @Nullable Payout payout,
        @Nullable List<Item.Document> documents,
        @Nullable List<FactName> unverified,
        @Nullable List<FactName> missing,
        @Nullable Text title,
        @Nullable Boolean inForce) {

    /** An exact amount, or a range when facts are missing. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Estimate(
            @Nullable Money amount,
            @Nullable Money low,
            @Nullable Money high) {}

    /** The verdict on one project, honour, loan or lease. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Judged(
            String ref, String verdict, @Nullable Estimate estimate) {}

    /**
     * What excludes what.
     *
     * @param key what would be claimed, such as {@code PROJECT:P-00012}; null where the claim lines decide
     * @param keys all of them where things are summed
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Stacking(
            @Nullable String rule,
            @Nullable String group,
            @Nullable String key,
            @Nullable List<String> keys) {

        /** Everything that is claimed besides the claim lines. */
        public List<String> claims() {
            if (keys != null && !keys.isEmpty()) {
                return keys;
            }
            return key == null ? List.of() : List.of(key);
        }
    }

    /** How the award is paid. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Payout(@Nullable String method, @Nullable List<Part> instalments) {}

    /** One instalment: a share of the award, or a fixed amount where stages are paid. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(
            String trigger,
            @Nullable String share,
            @Nullable Money amount,
            @Nullable String fact,
            @Nullable List<String> documents) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FactName(String key, @Nullable String record) {}

    /** The same with another estimate. */
    Assessment with(Estimate other) {
        return new Assessment(
                code,
                version,
                verdict,
                other,
                records,
                clauses,
                stacking,
                payout,
                documents,
                unverified,
                missing,
                title,
                inForce);
    }

    public boolean isEligible() {
        return "ELIGIBLE".equals(verdict);
    }

    public boolean isIneligible() {
        return "INELIGIBLE".equals(verdict);
    }

    /** The most that this assessment allows; zero when it allows nothing. */
    public Money most() {
        return estimate == null ? Money.ZERO : most(estimate);
    }

    /** Whether the verdict is certain and the amount exact; on the basis VERIFIED it then rests on proven facts alone. */
    public boolean isCertain() {
        return isEligible() && estimate != null && estimate.amount() != null;
    }

    /** The record that carries the verdict: the one with this verdict and the greatest estimate. */
    @Nullable
    String bestRecord() {
        if (records == null) {
            return null;
        }
        return records.stream()
                .filter(judged -> judged.verdict().equals(verdict))
                .max(Comparator.comparing(judged -> judged.estimate() == null ? Money.ZERO : most(judged.estimate())))
                .map(Judged::ref)
                .orElse(null);
    }

    private static Money most(Estimate estimate) {
        Money most = estimate.amount() != null ? estimate.amount() : estimate.high();
        return most == null ? Money.ZERO : most;
    }
}
