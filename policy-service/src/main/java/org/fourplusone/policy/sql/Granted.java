package org.fourplusone.policy.sql;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Item.Stacking;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What was granted before, as the item's stacking rule asks for it.
 *
 * @param join the joined table {@code g}, or empty if nothing granted before bears on the item
 * @param open true unless the claim was granted before and cannot be granted again
 * @param paid what a top-up deducts, in yuan, or null
 */
record Granted(String join, String open, @Nullable String paid) {

    private static final String FROM = "    FROM facts_award a\n";

    /** @param group the codes of all items whose awards count */
    static Granted of(Item item, int policyYear, List<String> group) {
        if (group.isEmpty()) {
            return new Granted("", Logic.TRUE, null);
        }
        Stacking stacking = item.stacking();
        String where = "    WHERE a.counts AND a.item IN " + Literal.texts(group);
        return switch (stacking.rule()) {
            case TOP_UP_DIFFERENCE ->
                new Granted(
                        joined("a.credit_code, SUM(a.amount) AS paid", where + "\n    GROUP BY a.credit_code", ""),
                        Logic.TRUE,
                        "COALESCE(g.paid, 0)");
            case ONCE_PER_LIFETIME -> once(where);
            case HIGHEST_IN_GROUP, STACKABLE ->
                switch (stacking.key()) {
                    case ENTERPRISE -> once(where);
                    case ENTERPRISE_YEAR -> once(where + " AND a.policy_year = " + policyYear);
                    default -> claimed(item, where);
                };
        };
    }

    private static Granted once(String where) {
        return new Granted(joined("DISTINCT a.credit_code", where, ""), "g.credit_code IS NULL", null);
    }

    private static Granted claimed(Item item, String where) {
        List<String> claims = claims(item);
        if (claims.isEmpty()) {
            return new Granted("", Logic.TRUE, null);
        }
        return new Granted(
                joined(
                        "DISTINCT a.credit_code, c.claim",
                        "    JOIN facts_award_claim c ON c.credit_code = a.credit_code AND c.filing = a.filing\n"
                                + where,
                        "\n    AND g.claim IN (" + String.join(", ", claims) + ")"),
                "g.claim IS NULL",
                null);
    }

    private static String joined(String columns, String rest, String on) {
        return "  LEFT JOIN (\n    SELECT " + columns + "\n" + FROM + rest + "\n  ) g ON g.credit_code = e.credit_code"
                + on + "\n";
    }

    /** How the fund names the claim: by its key, or by the record that the filing was for. */
    private static List<String> claims(Item item) {
        List<String> claims = new ArrayList<>();
        Subject record = item.record();
        if (record == null) {
            return claims;
        }
        Stacking.Key key = item.stacking().key();
        switch (key) {
            case PROJECT -> {
                String project = record == Subject.LOAN ? "r.loan_project" : "r.ref";
                claims.add(name("PROJECT", project));
                claims.add(name("RECORD", project));
            }
            case OBJECT ->
                claims.add(
                        record == Subject.HONOUR
                                ? "COALESCE(" + name("OBJECT", "r.honour_object") + ", " + name("HONOUR", "r.ref") + ")"
                                : name("HONOUR", "r.ref"));
            case HONOUR, LOAN, LEASE -> claims.add(name(key.name(), "r.ref"));
            default -> {}
        }
        if (key == Stacking.Key.OBJECT && record == Subject.HONOUR) {
            claims.add(name("RECORD", "r.honour_object"));
        }
        claims.add(name("RECORD", "r.ref"));
        return claims.stream().distinct().toList();
    }

    private static String name(String kind, String column) {
        return "CONCAT('" + kind + ":', " + column + ")";
    }
}
