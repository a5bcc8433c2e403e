package org.fourplusone.fund.recovery;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A recovery as it is answered. An enterprise is shown its own, without the names of persons.
 *
 * @param amount what is claimed now
 * @param open what is still to come
 * @param overdue whether the due date has passed
 * @param signaturesNeeded how many persons sign a write-off
 * @param offsetProposed what waits for the confirmation of a second person, for officers
 * @param actions the moves open to the caller now
 */
record RecoveryView(
        String id,
        String number,
        String filing,
        String filingNumber,
        String itemCode,
        Text title,
        String creditCode,
        String enterpriseName,
        Recovery.State state,
        Text stateName,
        Recovery.Ground ground,
        Text groundName,
        String reason,
        String currency,
        Money demanded,
        Money amount,
        Money repaid,
        Money offset,
        Money writtenOff,
        Money open,
        LocalDate demandedOn,
        @Nullable String demandedBy,
        LocalDate heardUntil,
        @Nullable String statement,
        @Nullable LocalDate statedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy,
        @Nullable String decision,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable LocalDate closedOn,
        List<RecoverySteps.Dunning> dunnings,
        List<RecoverySteps.Receipt> receipts,
        List<RecoverySteps.Signature> signatures,
        int signaturesNeeded,
        List<Bans.Ban> bans,
        @Nullable Offset offsetProposed,
        long version,
        List<String> actions) {

    /** What hangs on a recovery; empty in lists. */
    record Parts(
            List<RecoverySteps.Dunning> dunnings,
            List<RecoverySteps.Receipt> receipts,
            List<RecoverySteps.Signature> signatures,
            List<Bans.Ban> bans,
            @Nullable Offset offset) {
        static final Parts NONE = new Parts(List.of(), List.of(), List.of(), List.of(), null);
    }

    static RecoveryView of(
            Recovery recovery,
            Filing filing,
            Parts parts,
            RecoveryTerms terms,
            LocalDate today,
            boolean officer,
            List<String> actions) {
        LocalDate dueOn = recovery.dueOn();
        return new RecoveryView(
                recovery.id(),
                recovery.number(),
                recovery.filing(),
                filing.number(),
                filing.itemCode(),
                filing.title(),
                recovery.creditCode(),
                filing.enterpriseName(),
                recovery.state(),
                recovery.state().title(),
                recovery.ground(),
                recovery.ground().title(),
                recovery.reason(),
                "CNY",
                recovery.demanded(),
                recovery.amount(),
                recovery.repaid(),
                recovery.offset(),
                recovery.writtenOff(),
                recovery.open(),
                recovery.demandedOn(),
                officer ? recovery.demandedBy() : null,
                recovery.heardUntil(),
                recovery.statement(),
                recovery.statedOn(),
                recovery.decidedOn(),
                officer ? recovery.decidedBy() : null,
                recovery.decision(),
                dueOn,
                recovery.state() == Recovery.State.ORDERED && dueOn != null && today.isAfter(dueOn),
                recovery.closedOn(),
                parts.dunnings(),
                officer ? parts.receipts() : withoutPersons(parts.receipts()),
                officer ? parts.signatures() : List.of(),
                terms.signatures(),
                parts.bans(),
                officer && recovery.state() == Recovery.State.ORDERED ? parts.offset() : null,
                recovery.version(),
                actions);
    }

    private static List<RecoverySteps.Receipt> withoutPersons(List<RecoverySteps.Receipt> receipts) {
        return receipts.stream()
                .map(each -> new RecoverySteps.Receipt(
                        each.kind(), each.amount(), each.reference(), each.receivedOn(), null))
                .toList();
    }

    /** The moves of the caller's role from the recovery's state that pass the tests. */
    static List<String> actions(Recovery recovery, Caller caller, Predicate<RecoveryMove> fits) {
        return Arrays.stream(RecoveryMove.values())
                .filter(move -> move.leavesFrom(recovery.state()) && caller.has(move.role()))
                .filter(fits)
                .map(RecoveryMove::action)
                .toList();
    }
}
