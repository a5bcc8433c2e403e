package org.fourplusone.fund.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.ledger.Account;
import org.fourplusone.fund.ledger.Movements;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A day's ledger against the bank's statements, to the fen. Every payment that either side booked on that day is compared
 * whole: all that the ledger holds as paid of it against all that the bank booked of it, so that a statement read a day later
 * makes no difference. What the bank booked under no name of ours is a difference until somebody has explained it.
 */
@Component
class Reconciliation {
    private static final Set<String> STEPS = Set.of("BANK_PAID", "BANK_RETURNED");
    private static final String REPAID = "REPAY_RECOVERY";

    enum Kind {
        /** The ledger has it as paid, no statement does. */
        NOT_AT_BANK,
        /** A statement has it, the ledger does not. */
        NOT_IN_LEDGER,
        /** Both have it, with other amounts. */
        AMOUNT,
        /** The bank booked something under no name of ours. */
        UNMATCHED,
        /** Money came back to the treasury by the books, under a reference that no statement has. */
        REPAYMENT_NOT_AT_BANK
    }

    /**
     * One line that does not agree.
     *
     * @param ledger what the ledger holds as paid, negative for money that came in
     * @param bank what the bank booked as gone, negative for money that came in
     * @param difference ledger less bank
     */
    record Difference(
            Kind kind,
            @Nullable String endToEndId,
            @Nullable String reference,
            @Nullable String filing,
            @Nullable String number,
            @Nullable String enterpriseName,
            Money ledger,
            Money bank,
            Money difference,
            @Nullable String text) {}

    /**
     * @param ledger what the ledger holds as paid of the day's movements, less what came back
     * @param bank what the bank booked as gone, less what came in
     * @param compared how many payments and repayments were compared
     * @param repayments what came back to the treasury, by the books or by the bank on that day, each beside the bank's line
     */
    record Report(
            LocalDate date,
            boolean balanced,
            String currency,
            Money ledger,
            Money bank,
            Money difference,
            int compared,
            List<Difference> differences,
            List<Repayment> repayments) {}

    private final Movements movements;
    private final Statements statements;
    private final Batches batches;
    private final Filings filings;

    Reconciliation(Movements movements, Statements statements, Batches batches, Filings filings) {
        this.movements = movements;
        this.statements = statements;
        this.batches = batches;
        this.filings = filings;
    }

    /** In one snapshot, so that bookings made meanwhile do not show as differences. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Report of(LocalDate date) {
        List<Statements.Line> booked = statements.on(date);
        List<Difference> differences = new ArrayList<>();
        Money[] sums = {Money.ZERO, Money.ZERO};

        Map<String, Money> ledger = new TreeMap<>();
        movements.on(date, Account.PAID).stream()
                .filter(movement -> STEPS.contains(movement.step()))
                .forEach(movement -> ledger.put(movement.reference(), Money.ZERO));
        booked.stream()
                .map(Statements.Line::endToEndId)
                .filter(Objects::nonNull)
                .filter(id -> batches.payment(id).isPresent())
                .forEach(id -> ledger.put(id, Money.ZERO));
        ledger.putAll(movements.sums(Account.PAID, STEPS, new TreeSet<>(ledger.keySet())));
        Map<String, Money> bank = new HashMap<>();
        statements
                .of(ledger.keySet())
                .forEach(line -> bank.merge(Objects.requireNonNull(line.endToEndId()), line.paid(), Money::plus));
        ledger.forEach((id, paid) -> {
            Money gone = bank.getOrDefault(id, Money.ZERO);
            sums[0] = sums[0].plus(paid);
            sums[1] = sums[1].plus(gone);
            if (!paid.equals(gone)) {
                differences.add(ofPayment(id, paid, gone, bank.containsKey(id)));
            }
        });

        Map<String, Money> repaid = new TreeMap<>();
        Map<String, String> cases = new HashMap<>();
        Set<String> references = new TreeSet<>();
        for (Movements.Movement movement : movements.on(date, Account.RECOVERED)) {
            if (movement.step().equals(REPAID)) {
                repaid.merge(whole(movement.reference()), movement.amount(), Money::plus);
                cases.put(whole(movement.reference()), movement.filing());
            }
        }
        booked.stream()
                .filter(line -> line.incoming() && line.endToEndId() == null)
                .map(Statements.Line::reference)
                .filter(Objects::nonNull)
                .forEach(references::add);
        Map<String, Money> atAnyTime = new HashMap<>();
        movements
                .sums(Account.RECOVERED, Set.of(REPAID), withParts(references, date))
                .forEach((reference, amount) -> atAnyTime.merge(whole(reference), amount, Money::plus));
        atAnyTime.forEach(repaid::putIfAbsent);
        Map<String, Money> came = new HashMap<>();
        Map<String, LocalDate> cameOn = new HashMap<>();
        statements.incoming(repaid.keySet()).forEach(line -> {
            String reference = Objects.requireNonNull(line.reference());
            came.merge(reference, line.amount(), Money::plus);
            cameOn.putIfAbsent(reference, line.bookedOn());
        });
        List<Repayment> repayments = new ArrayList<>();
        repaid.forEach((reference, amount) -> {
            Money in = came.getOrDefault(reference, Money.ZERO);
            String owing = cases.get(reference);
            Filing filing = owing == null ? null : filings.find(owing).orElse(null);
            sums[0] = sums[0].minus(amount);
            sums[1] = sums[1].minus(in);
            if (!amount.equals(in)) {
                differences.add(ofRepayment(reference, filing, amount, in));
            }
            repayments.add(Repayment.of(reference, filing, amount, in, cameOn.get(reference)));
        });

        for (Statements.Line line : booked) {
            boolean ours = line.endToEndId() != null && ledger.containsKey(line.endToEndId())
                    || line.incoming() && line.reference() != null && repaid.containsKey(line.reference());
            if (!ours) {
                sums[1] = sums[1].plus(line.paid());
                differences.add(unmatched(line));
            }
        }
        return new Report(
                date,
                differences.isEmpty(),
                "CNY",
                sums[0],
                sums[1],
                sums[0].minus(sums[1]),
                ledger.size() + repaid.size(),
                differences,
                repayments);
    }

    /** A repayment of what was paid in several budget years has a posting for each, named by its year. */
    private static String whole(String reference) {
        return reference.replaceFirst("/20\\d\\d$", "");
    }

    private static Set<String> withParts(Set<String> references, LocalDate date) {
        Set<String> all = new TreeSet<>(references);
        for (int year = date.getYear() - 10; year <= date.getYear(); year++) {
            for (String reference : references) {
                all.add(reference + "/" + year);
            }
        }
        return all;
    }

    private Difference ofPayment(String endToEndId, Money paid, Money gone, boolean atBank) {
        Kind kind = !atBank ? Kind.NOT_AT_BANK : paid.isZero() ? Kind.NOT_IN_LEDGER : Kind.AMOUNT;
        Filing filing = batches.payment(endToEndId)
                .flatMap(payment -> filings.find(payment.filing()))
                .orElse(null);
        return difference(kind, endToEndId, null, filing, paid, gone, null);
    }

    private static Difference ofRepayment(String reference, @Nullable Filing filing, Money amount, Money in) {
        Kind kind = in.isZero() ? Kind.REPAYMENT_NOT_AT_BANK : Kind.AMOUNT;
        return difference(kind, null, reference, filing, amount.negated(), in.negated(), null);
    }

    private static Difference unmatched(Statements.Line line) {
        return difference(
                Kind.UNMATCHED, line.endToEndId(), line.reference(), null, Money.ZERO, line.paid(), line.text());
    }

    private static Difference difference(
            Kind kind,
            @Nullable String endToEndId,
            @Nullable String reference,
            @Nullable Filing filing,
            Money ledger,
            Money bank,
            @Nullable String text) {
        return new Difference(
                kind,
                endToEndId,
                reference,
                filing == null ? null : filing.id(),
                filing == null ? null : filing.number(),
                filing == null ? null : filing.enterpriseName(),
                ledger,
                bank,
                ledger.minus(bank),
                text);
    }
}
