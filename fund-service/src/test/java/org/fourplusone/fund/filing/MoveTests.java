package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MoveTests {
    /** The whole table, written out by hand from the design, against the one in the code. */
    private static final String TABLE = """
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
            START_PAYING CONFIRMED PAYING
            SUBMIT CORRECTION SUBMITTED
            SUBMIT DRAFT SUBMITTED
            UPHOLD_OBJECTION OBJECTED REJECTED
            WITHDRAW ACCEPTED WITHDRAWN
            WITHDRAW APPROVED WITHDRAWN
            WITHDRAW CORRECTION WITHDRAWN
            WITHDRAW DRAFT WITHDRAWN
            WITHDRAW REVIEWED WITHDRAWN
            WITHDRAW SUBMITTED WITHDRAWN
            """;

    @Test
    void theTableIsTheDesigns() {
        Set<String> rows = new TreeSet<>();
        for (Move move : Move.values()) {
            for (State from : State.values()) {
                if (move.leavesFrom(from)) {
                    rows.add(move + " " + from + " " + move.to());
                }
            }
        }
        assertThat(String.join("\n", rows) + "\n").isEqualTo(TABLE);
    }

    @Test
    void everyStateIsReachedFromADraft() {
        Set<State> reached = EnumSet.of(State.DRAFT);
        boolean grows = true;
        while (grows) {
            Set<State> next = EnumSet.copyOf(reached);
            reached.forEach(state -> state.moves().forEach(move -> next.add(move.to())));
            grows = next.size() > reached.size();
            reached = next;
        }
        assertThat(reached).containsExactlyInAnyOrder(State.values());
    }

    @Test
    void endsLeadNowhere() {
        assertThat(Arrays.stream(State.values()).filter(State::isEnd))
                .containsExactly(State.REFUSED, State.REJECTED, State.WITHDRAWN, State.LAPSED);
    }

    @Test
    void noWayToMoneyLeavesOutReviewApprovalOrNotice() {
        for (State needed : new State[] {State.REVIEWED, State.APPROVED, State.ON_NOTICE, State.CONFIRMED}) {
            Set<State> reached = EnumSet.of(State.DRAFT);
            boolean grows = true;
            while (grows) {
                Set<State> next = EnumSet.copyOf(reached);
                reached.forEach(state -> state.moves().stream()
                        .map(Move::to)
                        .filter(to -> to != needed)
                        .forEach(next::add));
                grows = next.size() > reached.size();
                reached = next;
            }
            assertThat(reached).as("without " + needed).doesNotContain(State.PAYING, State.CLOSED);
        }
    }
}
