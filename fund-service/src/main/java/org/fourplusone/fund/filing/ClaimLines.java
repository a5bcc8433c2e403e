package org.fourplusone.fund.filing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Item;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The claim lines of filings. */
@Component
public class ClaimLines {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    ClaimLines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<ClaimLine> of(String filing) {
        return jdbc.sql("SELECT * FROM claim_line WHERE filing_id = :filing ORDER BY position")
                .param("filing", filing)
                .query((row, number) -> {
                    Long fen = row.getObject("net_amount", Long.class);
                    return new ClaimLine(
                            "L" + row.getInt("position"),
                            row.getString("kind"),
                            row.getString("reference"),
                            fen == null ? null : Money.ofFen(fen),
                            row.getObject("paid_on", LocalDate.class),
                            row.getBoolean("allowed"),
                            row.getString("reason"));
                })
                .list();
    }

    /** Keeps which lines are allowed, and why others are not. */
    public void judge(String filing, List<ClaimLine> lines) {
        for (ClaimLine line : lines) {
            jdbc.sql("UPDATE claim_line SET allowed = :allowed, reason = :reason"
                            + " WHERE filing_id = :filing AND position = :position")
                    .param("allowed", line.allowed())
                    .param("reason", line.reason())
                    .param("filing", filing)
                    .param("position", Integer.parseInt(line.id().substring(1)))
                    .update();
        }
    }

    void replace(String filing, List<ClaimLine.Claimed> lines) {
        jdbc.sql("DELETE FROM claim_line WHERE filing_id = :filing")
                .param("filing", filing)
                .update();
        int position = 0;
        for (ClaimLine.Claimed line : lines) {
            position++;
            Money net = line.netAmount();
            jdbc.sql("INSERT INTO claim_line (filing_id, position, kind, reference, net_amount, paid_on)"
                            + " VALUES (:filing, :position, :kind, :reference, :net, :paid)")
                    .param("filing", filing)
                    .param("position", position)
                    .param("kind", line.kind())
                    .param(
                            "reference",
                            line.reference() == null ? "" : line.reference().strip())
                    .param("net", net == null ? null : net.fen())
                    .param("paid", line.paidOn())
                    .update();
        }
    }

    /**
     * 400 {@code INVALID} naming every line that the item's form does not take. A draft may leave out lines, and parts of
     * lines; {@link #requireComplete} asks for them when it is submitted.
     */
    void check(@Nullable List<ClaimLine.Claimed> lines, Item item) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (lines != null && lines.size() > MOST) {
            wrong.add(new FieldProblem("claimLines", "SIZE", 0, MOST));
        } else if (lines != null) {
            for (int i = 0; i < lines.size(); i++) {
                check(lines.get(i), "claimLines[" + i + "]", item, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    @SuppressWarnings("NullAway") // what a caller leaves out arrives as null whatever the record says
    private void check(ClaimLine.Claimed line, String path, Item item, List<FieldProblem> wrong) {
        if (line == null || line.kind() == null) {
            wrong.add(new FieldProblem(path + ".kind", "REQUIRED"));
            return;
        }
        Item.LineKind kind = item.lineKinds().stream()
                .filter(known -> known.kind().equals(line.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            String known = String.join(
                    ", ", item.lineKinds().stream().map(Item.LineKind::kind).toList());
            wrong.add(new FieldProblem(path + ".kind", "KIND", known));
            return;
        }
        String reference = line.reference();
        if (reference != null
                && !reference.isBlank()
                && (reference.length() > 100 || !isNumber(Fingerprint.normal(reference)))) {
            wrong.add(new FieldProblem(path + ".reference", "LENGTH", 1, 100));
        }
        if (line.netAmount() != null && !isAmount(line.netAmount())) {
            wrong.add(new FieldProblem(path + ".netAmount", "AMOUNT"));
        }
        if (line.paidOn() != null
                && (line.paidOn().isAfter(LocalDate.now(clock)) || line.paidOn().getYear() < 2000)) {
            wrong.add(new FieldProblem(path + ".paidOn", "PAST"));
        }
    }

    /** What is left of a reference once it is normalized; compatibility forms may make it longer. */
    private static boolean isNumber(String normal) {
        return !normal.isEmpty() && normal.length() <= 120;
    }

    private static boolean isAmount(Money amount) {
        return amount.isPositive() && amount.compareTo(Money.ofYuan(100_000_000_000L)) <= 0;
    }

    /** 400 {@code INVALID} naming what lines lack. */
    static void requireComplete(List<ClaimLine> lines, Item item) {
        List<FieldProblem> lacking = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ClaimLine line = lines.get(i);
            if (line.reference().isEmpty()) {
                lacking.add(new FieldProblem("claimLines[" + i + "].reference", "REQUIRED"));
            }
            boolean measured = item.lineKinds().stream()
                    .anyMatch(kind -> kind.kind().equals(line.kind()) && "NET_AMOUNT".equals(kind.measure()));
            if (measured && line.netAmount() == null) {
                lacking.add(new FieldProblem("claimLines[" + i + "].netAmount", "REQUIRED"));
            }
        }
        if (!lacking.isEmpty()) {
            throw Problem.invalid(lacking);
        }
    }

    /** 400 {@code INVALID} when a kind that measures the award has no line: the award follows from the claim. */
    static void requireMeasured(List<ClaimLine> lines, Item item) {
        for (Item.LineKind kind : item.lineKinds()) {
            boolean measures = kind.fact() != null && !"NONE".equals(kind.measure());
            if (measures && lines.stream().noneMatch(line -> line.kind().equals(kind.kind()))) {
                throw Problem.invalid(new FieldProblem("claimLines", "LINES_MISSING", kind.kind()));
            }
        }
    }

    /**
     * What the allowed lines claim for each fact that they bound: a sum of yuan or a count, as a decimal string. A kind
     * without any line bounds nothing; one whose lines are all disallowed bounds its fact to nothing.
     */
    public static Map<String, String> claimed(List<ClaimLine> lines, Item item) {
        Map<String, String> claimed = new LinkedHashMap<>();
        for (Item.LineKind kind : item.lineKinds()) {
            String fact = kind.fact();
            if (fact == null || kind.measure() == null || "NONE".equals(kind.measure())) {
                continue;
            }
            List<ClaimLine> given = lines.stream()
                    .filter(line -> line.kind().equals(kind.kind()))
                    .toList();
            if (given.isEmpty()) {
                continue;
            }
            List<ClaimLine> allowed = given.stream().filter(ClaimLine::allowed).toList();
            if ("COUNT".equals(kind.measure())) {
                claimed.merge(fact, Integer.toString(allowed.size()), ClaimLines::sum);
            } else {
                Money net = allowed.stream()
                        .map(ClaimLine::netAmount)
                        .filter(java.util.Objects::nonNull)
                        .reduce(Money.ZERO, Money::plus);
                claimed.merge(fact, net.toString(), ClaimLines::sum);
            }
        }
        return claimed;
    }

    private static String sum(String one, String other) {
        return new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
    }
}
