package org.fourplusone.fund.ledger;

import static org.fourplusone.fund.ledger.Account.AVAILABLE;
import static org.fourplusone.fund.ledger.Account.RESERVED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.idempotency.IdempotencyKeys;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reservations that wait together, written as one transaction whose effect is that of writing them one by one in their
 * order: each balance row is locked once, who fits is decided in memory, and the rows of all are inserted together.
 */
@Component
class ReservationGroup {
    private record Place(Line line, int policyYear) {}

    private final TransactionTemplate transaction;
    private final Balances balances;
    private final Postings postings;
    private final AuditLog audit;
    private final IdempotencyKeys keys;

    ReservationGroup(
            TransactionTemplate transaction,
            Balances balances,
            Postings postings,
            AuditLog audit,
            IdempotencyKeys keys) {
        this.transaction = transaction;
        this.balances = balances;
        this.postings = postings;
        this.audit = audit;
        this.keys = keys;
    }

    /**
     * Writes and commits.
     *
     * @param group who is in it, asked once the transaction is begun
     * @param committed told after the commit why each of the refused was refused: 409 {@code LINE_EXHAUSTED} with what was
     *     free
     */
    void write(Supplier<List<Reservation>> group, Consumer<Map<Reservation, Problem>> committed) {
        transaction.executeWithoutResult(status -> {
            Map<Reservation, Problem> refused = inTransaction(group.get());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.accept(refused);
                }
            });
        });
    }

    private Map<Reservation, Problem> inTransaction(List<Reservation> group) {
        Map<Place, List<Reservation>> places =
                new TreeMap<>(Comparator.comparing(Place::line).thenComparing(Place::policyYear));
        for (Reservation each : group) {
            places.computeIfAbsent(new Place(each.line(), each.policyYear()), place -> new ArrayList<>())
                    .add(each);
        }
        Map<Reservation, Problem> refused = new IdentityHashMap<>();
        List<Postings.Transfer> transfers = new ArrayList<>();
        places.forEach((place, asked) -> transfers.addAll(reserve(place, asked, refused)));
        if (!transfers.isEmpty()) {
            balances.addToFilings(transfers);
            postings.write(transfers);
            List<Reservation> reserved =
                    group.stream().filter(each -> !refused.containsKey(each)).toList();
            audit.append(reserved.stream().map(Reservation::trail).toList());
            keys.keep(reserved.stream().map(Reservation::request).toList());
        }
        return refused;
    }

    /** First come, first served: who asks for more than is left is refused, and a smaller one behind may still fit. */
    private List<Postings.Transfer> reserve(Place place, List<Reservation> asked, Map<Reservation, Problem> refused) {
        LineBalance row = openRow(place);
        Money free = row == null ? Money.ZERO : row.available();
        Money left = free;
        List<Postings.Transfer> transfers = new ArrayList<>();
        for (Reservation each : asked) {
            if (row == null || each.amount().isMoreThan(left)) {
                refused.put(each, LineExhausted.problem(place.line(), each.amount(), left));
            } else {
                left = left.minus(each.amount());
                transfers.add(
                        new Postings.Transfer(row, AVAILABLE, RESERVED, each.filing(), each.amount(), each.cause()));
            }
        }
        if (row != null
                && !transfers.isEmpty()
                && !balances.shift(row.budgetYear(), place.line(), AVAILABLE, RESERVED, free.minus(left))) {
            throw new IllegalStateException("a locked balance row changed: " + place);
        }
        return transfers;
    }

    /** The locked row that the policy year's money stands in: its own, or the one it was carried over to. */
    private @Nullable LineBalance openRow(Place place) {
        Optional<LineBalance> own = balances.lock(place.policyYear(), place.line());
        if (own.isPresent() && !own.get().isClosed()) {
            return own.get();
        }
        return balances.lock(balances.openFrom(place.policyYear(), place.line()), place.line())
                .orElse(null);
    }
}
