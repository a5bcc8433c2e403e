package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.fourplusone.fund.call.NoticeOrder;
import org.junit.jupiter.api.Test;

class MoveTests {
    /** The whole table, written out by hand from the design, against the one in the code. */
    private static final String APPROVAL_FIRST = """
            ACCEPT SUBMITTED ACCEPTED
            APPROVE REVIEWED APPROVED
            CLOSE PAYING CLOSED
            CONFIRM ON_NOTICE CONFIRMED
            CONFIRM_WILLINGNESS DRAFT REVIEWED
            DISMISS_OBJECTION OBJECTED ON_NOTICE
            LAPSE CORRECTION LAPSED
            LAPSE DRAFT LAPSED
            OBJECT ON_NOTICE OBJECTED
            PUBLISH APPROVED ON_NOTICE
            RECALL APPROVED WITHDRAWN
            RECALL DRAFT WITHDRAWN
            RECALL REVIEWED WITHDRAWN
            REFUSE SUBMITTED REFUSED
            REJECT REVIEWED REJECTED
            REOPEN CLOSED PAYING
            RETURN SUBMITTED CORRECTION
            REVIEW ACCEPTED REVIEWED
            REVOKE APPROVED REJECTED
            REVOKE CONFIRMED REJECTED
            REVOKE PAYING REJECTED
            SEND_BACK REVIEWED ACCEPTED
            START_PAYING CONFIRMED PAYING
            SUBMIT CORRECTION SUBMITTED
            SUBMIT DRAFT SUBMITTED
            TAKE_OFF ON_NOTICE APPROVED
            UPHOLD_OBJECTION OBJECTED REJECTED
            WITHDRAW ACCEPTED WITHDRAWN
            WITHDRAW APPROVED WITHDRAWN
            WITHDRAW CORRECTION WITHDRAWN
            WITHDRAW DRAFT WITHDRAWN
            WITHDRAW REVIEWED WITHDRAWN
            WITHDRAW SUBMITTED WITHDRAWN
            """;

    /** The same where a call puts the notice before the approval. */
    private static final String NOTICE_FIRST = """
            ACCEPT SUBMITTED ACCEPTED
            APPROVE NOTICED APPROVED
            CLOSE PAYING CLOSED
            CONFIRM APPROVED CONFIRMED
            CONFIRM_WILLINGNESS DRAFT REVIEWED
            DISMISS_OBJECTION OBJECTED ON_NOTICE
            LAPSE CORRECTION LAPSED
            LAPSE DRAFT LAPSED
            OBJECT ON_NOTICE OBJECTED
            PASS_NOTICE ON_NOTICE NOTICED
            PUBLISH REVIEWED ON_NOTICE
            RECALL DRAFT WITHDRAWN
            RECALL NOTICED WITHDRAWN
            RECALL REVIEWED WITHDRAWN
            REFUSE SUBMITTED REFUSED
            REJECT NOTICED REJECTED
            REJECT REVIEWED REJECTED
            REOPEN CLOSED PAYING
            RETURN SUBMITTED CORRECTION
            REVIEW ACCEPTED REVIEWED
            REVOKE APPROVED REJECTED
            REVOKE CONFIRMED REJECTED
            REVOKE PAYING REJECTED
            SEND_BACK REVIEWED ACCEPTED
            START_PAYING CONFIRMED PAYING
            SUBMIT CORRECTION SUBMITTED
            SUBMIT DRAFT SUBMITTED
            TAKE_OFF_FIRST ON_NOTICE REVIEWED
            UPHOLD_OBJECTION OBJECTED REJECTED
            WITHDRAW ACCEPTED WITHDRAWN
            WITHDRAW CORRECTION WITHDRAWN
            WITHDRAW DRAFT WITHDRAWN
            WITHDRAW NOTICED WITHDRAWN
            WITHDRAW REVIEWED WITHDRAWN
            WITHDRAW SUBMITTED WITHDRAWN
            """;

    @Test
    void theTablesAreTheDesigns() {
        assertThat(rows(NoticeOrder.AFTER_APPROVAL)).isEqualTo(APPROVAL_FIRST);
        assertThat(rows(NoticeOrder.BEFORE_APPROVAL)).isEqualTo(NOTICE_FIRST);
    }

    private static String rows(NoticeOrder order) {
        Set<String> rows = new TreeSet<>();
        for (Move move : Move.values()) {
            for (State from : State.values()) {
                if (move.leavesFrom(from, order)) {
                    rows.add(move + " " + from + " " + move.to());
                }
            }
        }
        return String.join("\n", rows) + "\n";
    }

    @Test
    void everyStateIsReachedFromADraft() {
        assertThat(reached(NoticeOrder.BEFORE_APPROVAL, null)).containsExactlyInAnyOrder(State.values());
        assertThat(reached(NoticeOrder.AFTER_APPROVAL, null))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(State.NOTICED)));
    }

    @Test
    void endsLeadNowhere() {
        assertThat(Arrays.stream(State.values()).filter(State::isEnd))
                .containsExactly(State.REFUSED, State.REJECTED, State.WITHDRAWN, State.LAPSED);
    }

    @Test
    void noWayToMoneyLeavesOutReviewApprovalOrNotice() {
        for (State needed : new State[] {State.REVIEWED, State.APPROVED, State.ON_NOTICE, State.CONFIRMED}) {
            for (NoticeOrder order : NoticeOrder.values()) {
                assertThat(reached(order, needed))
                        .as(order + " without " + needed)
                        .doesNotContain(State.PAYING, State.CLOSED);
            }
        }
        assertThat(reached(NoticeOrder.BEFORE_APPROVAL, State.NOTICED)).doesNotContain(State.APPROVED);
        assertThat(reached(NoticeOrder.AFTER_APPROVAL, State.CORRECTION))
                .as("a state that may be left out")
                .contains(State.PAYING);
    }

    /** What is reached from a draft without passing through one state. */
    private static Set<State> reached(NoticeOrder order, State avoided) {
        Set<State> reached = EnumSet.of(State.DRAFT);
        boolean grows = true;
        while (grows) {
            Set<State> next = EnumSet.copyOf(reached);
            reached.forEach(state -> state.moves(order).stream()
                    .map(Move::to)
                    .filter(to -> to != avoided)
                    .forEach(next::add));
            grows = next.size() > reached.size();
            reached = next;
        }
        return reached;
    }
}
