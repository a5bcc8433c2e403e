package org.fourplusone.fund.filing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be claimed only once, across all items and years: an invoice, a person, an equipment… wherever it turns up; a
 * contract, certificate or booth once by its enterprise; a project, loan or lease once in its exclusive group; an item once
 * for what its stacking counts by.
 *
 * @param number of what is numbered by whoever issues it, and the form asks for no issuer: another enterprise may have the
 *     same by chance, so it is told to the officers and refused to nobody; null for everything else
 */
record Fingerprint(String kind, String reference, @Nullable String number) {
    private static final Set<String> NUMBERED_BY_ISSUER = Set.of("CONTRACT", "CERTIFICATE", "BOOTH");
    private static final Set<String> ONCE_A_GROUP = Set.of("PROJECT", "LOAN", "PREMISES");

    Fingerprint(String kind, String reference) {
        this(kind, reference, null);
    }

    /** All fingerprints of a filing, without repetition. */
    static List<Fingerprint> of(Filing filing, Assessment.@Nullable Stacking stacking, List<ClaimLine> lines) {
        Set<Fingerprint> all = new LinkedHashSet<>();
        String scope = scope(filing, stacking);
        for (ClaimLine line : lines) {
            String reference = normal(line.reference());
            if (ONCE_A_GROUP.contains(line.kind())) {
                all.add(new Fingerprint(line.kind(), scope + "/" + filing.creditCode() + "/" + reference));
            } else if (NUMBERED_BY_ISSUER.contains(line.kind())) {
                all.add(new Fingerprint(line.kind(), filing.creditCode() + "/" + reference, reference));
            } else {
                all.add(new Fingerprint(line.kind(), reference));
            }
        }
        for (String claim : stacking == null ? List.of("ENTERPRISE") : stacking.claims()) {
            all.add(new Fingerprint(
                    "CLAIM", scope + "/" + filing.creditCode() + "/" + counted(filing, stacking, claim)));
        }
        return new ArrayList<>(all);
    }

    /** The group where only one item may be claimed, else the item itself. */
    private static String scope(Filing filing, Assessment.@Nullable Stacking stacking) {
        if (stacking == null || stacking.group() == null) {
            return filing.itemCode();
        }
        boolean exclusive = "HIGHEST_IN_GROUP".equals(stacking.rule()) || "ONCE_PER_LIFETIME".equals(stacking.rule());
        return exclusive ? stacking.group() : filing.itemCode();
    }

    /** A top-up may come again for another record or in another year, and is the difference then. */
    private static String counted(Filing filing, Assessment.@Nullable Stacking stacking, String claim) {
        boolean again = stacking == null || "TOP_UP_DIFFERENCE".equals(stacking.rule());
        if (!again) {
            return claim;
        }
        return claim + "/" + (filing.record() != null ? filing.record() : filing.year());
    }

    /** Full-width forms, case, spaces and dashes do not make another number. */
    static String normal(String reference) {
        return Normalizer.normalize(reference, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}_]+", "");
    }
}
