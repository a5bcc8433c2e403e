package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Item.Stacking;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.AwardEntry;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where an enterprise stands with an item after what it was granted before.
 *
 * @param open false if the claim was granted before and cannot be granted again
 * @param paid what a top-up deducts
 * @param key what would be claimed, such as {@code PROJECT:P-00012}; null where claim lines decide
 */
record Standing(Truth open, Money paid, @Nullable String key) {

    /**
     * @param ignored filings whose awards do not count against it: its own, and those approved after it
     */
    static Standing of(
            Item item, @Nullable String ref, Facts facts, List<AwardEntry> awards, Items items, Set<String> ignored) {
        String key = key(item, ref, facts, items.dictionary());
        if (awards.isEmpty()) {
            return new Standing(Truth.TRUE, Money.ZERO, key);
        }
        List<AwardEntry> before = new ArrayList<>();
        for (AwardEntry award : awards) {
            if (award.counts() && !ignored.contains(award.filing()) && isSameGroup(item, award, items)) {
                before.add(award);
            }
        }
        return switch (item.stacking().rule()) {
            case TOP_UP_DIFFERENCE ->
                new Standing(Truth.TRUE, before.stream().map(AwardEntry::amount).reduce(Money.ZERO, Money::plus), key);
            case ONCE_PER_LIFETIME -> new Standing(Truth.of(before.isEmpty()), Money.ZERO, key);
            case HIGHEST_IN_GROUP, STACKABLE ->
                new Standing(
                        Truth.of(before.stream()
                                .noneMatch(award -> isSameClaim(item, ref, key, award, facts.policyYear()))),
                        Money.ZERO,
                        key);
        };
    }

    private static boolean isSameGroup(Item item, AwardEntry award, Items items) {
        String group = item.stacking().group();
        return group == null ? award.item().equals(item.code()) : group.equals(items.groupOf(award.item()));
    }

    /** The fund names a claim by its key, or by the record that the filing was for. */
    private static boolean isSameClaim(
            Item item, @Nullable String ref, @Nullable String key, AwardEntry award, int year) {
        return switch (item.stacking().key()) {
            case ENTERPRISE -> true;
            case ENTERPRISE_YEAR -> award.year() == year;
            default ->
                award.claims().stream()
                        .anyMatch(claim -> claim.equals(key)
                                || claim.equals("RECORD:" + ref)
                                || key != null && claim.equals("RECORD:" + key.substring(key.indexOf(':') + 1)));
        };
    }

    /** The claim key: what may be granted once. */
    static @Nullable String key(Item item, @Nullable String ref, Facts facts, Dictionary dictionary) {
        Stacking.Key kind = item.stacking().key();
        return switch (kind) {
            case ENTERPRISE -> "ENTERPRISE";
            case ENTERPRISE_YEAR -> "YEAR:" + facts.policyYear();
            case PROJECT -> {
                String project = item.record() == Subject.LOAN ? code("loan.project", facts, dictionary) : ref;
                yield project == null ? null : "PROJECT:" + project;
            }
            case OBJECT -> {
                String object = code("honour.object", facts, dictionary);
                yield object != null ? "OBJECT:" + object : ref == null ? null : "HONOUR:" + ref;
            }
            case HONOUR, LOAN, LEASE -> ref == null ? null : kind + ":" + ref;
            default -> null;
        };
    }

    private static @Nullable String code(String key, Facts facts, Dictionary dictionary) {
        return dictionary
                .find(key)
                .map(facts::see)
                .filter(Seen.Known.class::isInstance)
                .map(seen -> ((Seen.Known) seen).value())
                .filter(FactValue.Code.class::isInstance)
                .map(value -> ((FactValue.Code) value).value())
                .orElse(null);
    }
}
