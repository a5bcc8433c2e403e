package org.fourplusone.fund.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the bank's statements in: what it says of our payments is booked, what it says of anything else is kept. The same
 * statement a second time changes nothing. Lines that the books did not agree with can be matched again later.
 */
@Component
class LoadStatement {
    /** @param repeated whether it was loaded before and nothing changed now */
    record Result(Statements.Loaded statement, boolean repeated, List<Statements.Line> lines) {}

    private final Statements statements;
    private final Batches batches;
    private final Filings filings;
    private final BookPayment booking;
    private final PayerAccount payer;
    private final AuditLog audit;
    private final Clock clock;

    LoadStatement(
            Statements statements,
            Batches batches,
            Filings filings,
            BookPayment booking,
            PayerAccount payer,
            AuditLog audit,
            Clock clock) {
        this.statements = statements;
        this.batches = batches;
        this.filings = filings;
        this.booking = booking;
        this.payer = payer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All statements of a file, or none.
     *
     * @throws Problem 400 {@code INVALID} when one is not of the paying account or does not add up; 409 {@code
     *     STATEMENT_DIFFERS} when a statement of that name said something else before
     */
    @Transactional
    public List<Result> load(List<BankStatement> given, Caller caller) {
        String number = payer.account().number();
        for (BankStatement statement : given) {
            if (!statement.account().equals(number)) {
                throw Problem.invalid(new FieldProblem("body", "STATEMENT_ACCOUNT"));
            }
            if (!statement.addsUp()) {
                throw Problem.invalid(new FieldProblem("body", "STATEMENT_SUM"));
            }
        }
        Map<String, Filing> cases = lock(given);
        return given.stream().map(each -> load(each, cases, caller)).toList();
    }

    /** Every filing that the file speaks of, in the order of their ids. */
    private Map<String, Filing> lock(List<BankStatement> given) {
        Map<String, Filing> cases = new HashMap<>();
        given.stream()
                .flatMap(statement -> statement.lines().stream())
                .flatMap(line -> ours(line).stream())
                .map(Payment::filing)
                .distinct()
                .sorted()
                .forEach(id -> cases.put(id, filings.lock(id)));
        return cases;
    }

    private Optional<Payment> ours(BankStatement.Line line) {
        String id = line.endToEndId();
        return id == null ? Optional.empty() : batches.payment(id);
    }

    private Result load(BankStatement statement, Map<String, Filing> cases, Caller caller) {
        String says = BatchFiles.sha256(statement.toString().getBytes(StandardCharsets.UTF_8));
        Optional<Statements.Known> known = statements.named(statement.id());
        if (known.isPresent()) {
            if (!known.get().sha256().equals(says)) {
                throw Problem.of(HttpStatus.CONFLICT, "STATEMENT_DIFFERS", statement.id());
            }
            Statements.Loaded before = known.get().statement();
            return new Result(before, true, statements.lines(before.id()));
        }
        String id;
        try {
            id = statements.add(statement, says, clock.instant(), caller.username(), clock);
        } catch (DuplicateKeyException atTheSameTime) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
        Statements.Effect[] effects = apply(statement, id, cases, caller);
        for (int position = 0; position < effects.length; position++) {
            statements.add(id, position + 1, statement.lines().get(position), effects[position]);
        }
        Statements.Loaded loaded = statements.find(id).orElseThrow();
        audit.record(id, "LOAD_STATEMENT", null, Map.of("statement", statement.id(), "sha256", says));
        return new Result(loaded, false, statements.lines(id));
    }

    /** Lines of the fund in their order, and money that went before money that came back. */
    private Statements.Effect[] apply(BankStatement statement, String id, Map<String, Filing> cases, Caller caller) {
        Statements.Effect[] effects = new Statements.Effect[statement.lines().size()];
        List<Integer> order = new ArrayList<>();
        for (int position = 0; position < effects.length; position++) {
            order.add(position);
        }
        order.sort(Comparator.<Integer>comparingInt(
                        position -> lineOf(statement.lines().get(position), cases))
                .thenComparing(position -> statement.lines().get(position).in()));
        for (int position : order) {
            BankStatement.Line line = statement.lines().get(position);
            effects[position] = statements.has(line, id) ? Statements.Effect.REPEATED : apply(line, caller);
        }
        return effects;
    }

    private int lineOf(BankStatement.Line line, Map<String, Filing> cases) {
        return ours(line)
                .map(payment -> cases.get(payment.filing()))
                .map(filing -> filing.line().ordinal())
                .orElse(-1);
    }

    /**
     * Asks again what a statement's lines in CONFLICT are: those that the books agree with by now are booked, the others stay.
     *
     * @throws Problem 404
     */
    @Transactional
    public Result match(String id, Caller caller) {
        Statements.Loaded loaded = statements.find(id).orElseThrow(Problem::notFound);
        Map<String, Filing> cases = new HashMap<>();
        statements.inConflict(id).stream()
                .flatMap(open -> ours(open.line()).stream())
                .map(Payment::filing)
                .distinct()
                .sorted()
                .forEach(each -> cases.put(each, filings.lock(each)));
        List<Statements.Open> open = statements.inConflict(id).stream()
                .filter(each -> ours(each.line())
                        .filter(payment -> cases.containsKey(payment.filing()))
                        .isPresent())
                .sorted(Comparator.<Statements.Open>comparingInt(each -> lineOf(each.line(), cases))
                        .thenComparing(each -> each.line().in()))
                .toList();
        for (Statements.Open each : open) {
            Statements.Effect effect = apply(each.line(), caller);
            if (effect != Statements.Effect.CONFLICT) {
                statements.matched(id, each.position(), effect);
                audit.record(
                        id,
                        "MATCH_LINE",
                        Statements.Effect.CONFLICT,
                        Map.of("position", each.position(), "effect", effect));
            }
        }
        return new Result(loaded, true, statements.lines(id));
    }

    private Statements.Effect apply(BankStatement.Line line, Caller caller) {
        Optional<Payment> found = ours(line);
        if (found.isEmpty()) {
            return Statements.Effect.UNMATCHED;
        }
        Payment payment = found.get();
        if (!line.amount().equals(payment.amount()) || !line.currency().equals("CNY")) {
            return Statements.Effect.DIFFERENT;
        }
        return line.in() ? came(line, payment, caller) : went(line, payment, caller);
    }

    private Statements.Effect went(BankStatement.Line line, Payment payment, Caller caller) {
        switch (payment.state()) {
            case SENT -> {
                booking.paid(payment, "BOOK", line.bookedOn(), caller);
                booking.reconciled(payment, caller);
                return Statements.Effect.RECONCILED;
            }
            case PAID -> {
                booking.reconciled(payment, caller);
                return Statements.Effect.RECONCILED;
            }
            default -> {
                return Statements.Effect.CONFLICT;
            }
        }
    }

    private Statements.Effect came(BankStatement.Line line, Payment payment, Caller caller) {
        String reason = line.reason() == null ? "RTRN" : line.reason();
        switch (payment.state()) {
            case SENT -> {
                booking.failed(payment, "RTRN", reason, line.bookedOn(), caller);
                return Statements.Effect.RETURNED;
            }
            case PAID, RECONCILED -> {
                if (!booking.mayTakeBack(payment)) {
                    return Statements.Effect.CONFLICT;
                }
                booking.returned(payment, reason, line.bookedOn(), caller);
                return Statements.Effect.RETURNED;
            }
            default -> {
                return Statements.Effect.CONFLICT;
            }
        }
    }
}
