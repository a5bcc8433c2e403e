package org.fourplusone.fund;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.ledger.Line;

/** What one case and the programme lines should be after each act, written without looking at the program. */
final class CaseModel {
    enum Act {
        SUBMIT,
        ACCEPT,
        RETURN,
        REFUSE,
        REVIEW,
        SEND_BACK,
        APPROVE,
        REJECT,
        WITHDRAW,
        PUBLISH,
        ADMIT_OBJECTION,
        DISMISS_OBJECTION,
        UPHOLD_OBJECTION,
        CLOSE_NOTICE,
        REVOKE,
        REQUEST,
        BATCH,
        WITHDRAW_BATCH,
        RELEASE,
        SEND,
        PAID,
        RETURNED,
        DEMAND,
        ORDER,
        DROP,
        REPAY,
        MOVE_BUDGET
    }

    /** Rules got wrong on purpose, for the proof that the comparison notices. */
    enum Fault {
        NONE,
        WITHDRAWAL_KEEPS_THE_RESERVATION,
        RETURN_LEAVES_IT_IN_TRANSIT,
        REFUSED_MAY_BE_SUBMITTED_AGAIN
    }

    /** Fen by account, of a line or of the case. */
    static final class Purse {
        long available;
        long reserved;
        long committed;
        long inTransit;
        long paid;
        long recovered;
    }

    private static final Set<State> WITHDRAWABLE =
            EnumSet.of(State.DRAFT, State.SUBMITTED, State.CORRECTION, State.ACCEPTED, State.REVIEWED, State.APPROVED);

    private static final Set<State> REVOCABLE = EnumSet.of(State.APPROVED, State.CONFIRMED, State.PAYING);

    final Map<Line, Purse> lines;
    final Line line;
    final Line other;
    final long amount;
    final long moved;
    final Purse own = new Purse();
    State state = State.DRAFT;
    boolean returned;
    boolean noticed;
    String instalment = "";
    String batch = "";
    String recovery = "";
    private final Fault fault;

    CaseModel(Map<Line, Purse> lines, Line line, Line other, long amount, long moved, Fault fault) {
        this.lines = lines;
        this.line = line;
        this.other = other;
        this.amount = amount;
        this.moved = moved;
        this.fault = fault;
    }

    static Map<Line, Purse> copy(Map<Line, Purse> lines) {
        Map<Line, Purse> copy = new EnumMap<>(Line.class);
        lines.forEach((line, purse) -> {
            Purse same = new Purse();
            same.available = purse.available;
            same.reserved = purse.reserved;
            same.committed = purse.committed;
            same.inTransit = purse.inTransit;
            same.paid = purse.paid;
            same.recovered = purse.recovered;
            copy.put(line, same);
        });
        return copy;
    }

    private Purse its() {
        return lines.get(line);
    }

    /** Whether there is anything to ask it of: a notice to close, a batch to send. */
    boolean hasSubject(Act act) {
        return switch (act) {
            case RETURN -> !returned;
            case ADMIT_OBJECTION -> state == State.ON_NOTICE;
            case DISMISS_OBJECTION, UPHOLD_OBJECTION -> state == State.OBJECTED;
            case CLOSE_NOTICE -> noticed && (state == State.ON_NOTICE || !instalment.isEmpty());
            case REQUEST, BATCH -> !instalment.isEmpty();
            case WITHDRAW_BATCH, RELEASE, SEND -> !batch.isEmpty();
            case PAID, RETURNED -> batch.equals("SENT");
            case DEMAND -> own.paid > 0 && recovery.isEmpty();
            case ORDER, DROP, REPAY -> !recovery.isEmpty();
            default -> true;
        };
    }

    boolean isLegal(Act act) {
        return switch (act) {
            case SUBMIT ->
                state == State.DRAFT
                        || state == State.CORRECTION
                        || state == State.REFUSED && fault == Fault.REFUSED_MAY_BE_SUBMITTED_AGAIN;
            case ACCEPT, RETURN, REFUSE -> state == State.SUBMITTED;
            case REVIEW -> state == State.ACCEPTED;
            case SEND_BACK, REJECT -> state == State.REVIEWED;
            case APPROVE -> state == State.REVIEWED && its().available >= amount;
            case WITHDRAW -> WITHDRAWABLE.contains(state);
            case PUBLISH -> state == State.APPROVED;
            case ADMIT_OBJECTION, DISMISS_OBJECTION, UPHOLD_OBJECTION, DEMAND -> true;
            case CLOSE_NOTICE -> state == State.ON_NOTICE;
            case REVOKE -> REVOCABLE.contains(state) && own.inTransit == 0;
            case REQUEST -> Set.of("PLANNED", "FAILED", "REQUESTED").contains(instalment);
            case BATCH -> instalment.equals("REQUESTED");
            case WITHDRAW_BATCH, RELEASE -> batch.equals("MADE");
            case SEND -> batch.equals("RELEASED");
            case PAID, RETURNED -> instalment.equals("SENT");
            case ORDER, DROP -> recovery.equals("DEMANDED");
            case REPAY -> recovery.equals("ORDERED");
            case MOVE_BUDGET -> its().available >= moved;
        };
    }

    void apply(Act act) {
        Purse its = its();
        switch (act) {
            case SUBMIT -> state = State.SUBMITTED;
            case ACCEPT, SEND_BACK -> state = State.ACCEPTED;
            case RETURN -> {
                state = State.CORRECTION;
                returned = true;
            }
            case REFUSE -> state = State.REFUSED;
            case REVIEW -> state = State.REVIEWED;
            case REJECT -> state = State.REJECTED;
            case APPROVE -> {
                state = State.APPROVED;
                its.available -= amount;
                its.reserved += amount;
                own.reserved += amount;
            }
            case WITHDRAW -> {
                state = State.WITHDRAWN;
                if (fault != Fault.WITHDRAWAL_KEEPS_THE_RESERVATION) {
                    release(its);
                }
            }
            case PUBLISH -> {
                state = State.ON_NOTICE;
                noticed = true;
            }
            case ADMIT_OBJECTION -> state = State.OBJECTED;
            case DISMISS_OBJECTION -> state = State.ON_NOTICE;
            case UPHOLD_OBJECTION -> {
                state = State.REJECTED;
                release(its);
            }
            case CLOSE_NOTICE -> {
                state = State.CONFIRMED;
                instalment = "PLANNED";
                its.reserved -= amount;
                its.committed += amount;
                own.reserved -= amount;
                own.committed += amount;
            }
            case REVOKE -> {
                state = State.REJECTED;
                instalment = instalment.isEmpty() ? "" : "CANCELLED";
                release(its);
            }
            case MOVE_BUDGET -> {
                its.available -= moved;
                lines.get(other).available += moved;
            }
            default -> pay(act, its);
        }
    }

    private void release(Purse its) {
        its.reserved -= own.reserved;
        its.committed -= own.committed;
        its.available += own.reserved + own.committed;
        own.reserved = 0;
        own.committed = 0;
    }

    private void pay(Act act, Purse its) {
        switch (act) {
            case REQUEST -> {
                state = State.PAYING;
                instalment = "REQUESTED";
            }
            case BATCH -> {
                instalment = "IN_BATCH";
                batch = "MADE";
                leave(its, amount);
            }
            case WITHDRAW_BATCH -> {
                instalment = "REQUESTED";
                batch = "WITHDRAWN";
                leave(its, -amount);
            }
            case RELEASE -> batch = "RELEASED";
            case SEND -> {
                batch = "SENT";
                instalment = "SENT";
            }
            case PAID -> {
                state = State.CLOSED;
                instalment = "PAID";
                its.inTransit -= amount;
                its.paid += amount;
                own.inTransit -= amount;
                own.paid += amount;
            }
            case RETURNED -> {
                instalment = "FAILED";
                if (fault != Fault.RETURN_LEAVES_IT_IN_TRANSIT) {
                    leave(its, -amount);
                }
            }
            case DEMAND -> recovery = "DEMANDED";
            case ORDER -> recovery = "ORDERED";
            case DROP -> recovery = "DROPPED";
            case REPAY -> {
                recovery = "SETTLED";
                its.recovered += amount;
                own.recovered += amount;
            }
            default -> throw new IllegalArgumentException(act.name());
        }
    }

    private void leave(Purse its, long fen) {
        its.committed -= fen;
        its.inTransit += fen;
        own.committed -= fen;
        own.inTransit += fen;
    }
}
