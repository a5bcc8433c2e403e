package org.fourplusone.fund.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Item;
import org.fourplusone.fund.filing.ClaimLine;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a third party's audit found (审计核定): an amount for the whole, or for single lines. It binds: a line counts for no
 * more than its audited amount, and the whole for no more than the audited whole.
 *
 * @param document the number of the audit report
 * @param amount of the whole: bounds the sum of the amounts claimed, or the award itself where no lines measure it
 */
record CostAudit(String document, @Nullable Money amount, List<Line> lines) {
    record Line(String line, Money amount) {}

    /** 400 {@code INVALID} for an audit that says no amount, or more than a line claims. */
    void check(List<ClaimLine> claimed) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (amount == null && lines.isEmpty()) {
            wrong.add(new FieldProblem("audit.amount", "REQUIRED"));
        }
        if (amount != null && amount.isNegative()) {
            wrong.add(new FieldProblem("audit.amount", "AMOUNT"));
        }
        for (int i = 0; i < lines.size(); i++) {
            String path = "audit.lines[" + i + "]";
            Line audited = lines.get(i);
            Money net = claimed.stream()
                    .filter(line -> line.id().equals(audited.line()))
                    .findFirst()
                    .map(ClaimLine::netAmount)
                    .orElse(null);
            if (net == null) {
                wrong.add(new FieldProblem(path + ".line", "NO_LINE"));
            } else if (audited.amount().isNegative() || audited.amount().isMoreThan(net)) {
                wrong.add(new FieldProblem(path + ".amount", "AT_MOST", net));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    /** The lines with what the audit leaves of them. */
    List<ClaimLine> bound(List<ClaimLine> claimed) {
        Map<String, Money> audited = new HashMap<>();
        lines.forEach(line -> audited.merge(line.line(), line.amount(), Money::min));
        return claimed.stream()
                .map(line -> audited.containsKey(line.id())
                        ? new ClaimLine(
                                line.id(),
                                line.kind(),
                                line.reference(),
                                audited.get(line.id()),
                                line.paidOn(),
                                line.allowed(),
                                line.reason())
                        : line)
                .toList();
    }

    /** What is claimed for each fact, bounded by the audited whole. 400 when several facts would share it. */
    Map<String, String> bound(Map<String, String> claimed, Item item) {
        List<String> measured = measured(claimed, item);
        if (amount == null || measured.isEmpty()) {
            return claimed;
        }
        if (measured.size() > 1) {
            throw Problem.invalid(new FieldProblem("audit.amount", "AUDIT_BY_LINE"));
        }
        Map<String, String> bound = new LinkedHashMap<>(claimed);
        bound.computeIfPresent(
                measured.get(0), (fact, sum) -> Money.parse(sum).min(amount).toString());
        return bound;
    }

    /** The most that an award may be by this audit; null when the lines carry it. */
    @Nullable
    Money most(Map<String, String> claimed, Item item) {
        return measured(claimed, item).isEmpty() ? amount : null;
    }

    private static List<String> measured(Map<String, String> claimed, Item item) {
        return item.lineKinds().stream()
                .filter(kind -> "NET_AMOUNT".equals(kind.measure()))
                .map(Item.LineKind::fact)
                .filter(fact -> fact != null && claimed.containsKey(fact))
                .distinct()
                .toList();
    }
}
