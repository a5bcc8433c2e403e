package org.fourplusone.fund.filing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.starter.text.Text;

/** The states of a filing. What leads from one to another is said by {@link Move} alone. */
public enum State {
    DRAFT("草稿", "Draft"),
    SUBMITTED("已提交", "Submitted"),
    CORRECTION("待补正", "Correction asked"),
    ACCEPTED("已受理", "Accepted"),
    REVIEWED("已审核", "Reviewed"),
    APPROVED("已审定", "Approved"),
    ON_NOTICE("公示中", "On public notice"),
    OBJECTED("异议处理中", "Objection open"),
    /** Where the notice comes first: it has passed, the approval is to come. */
    NOTICED("公示期满", "Notice passed"),
    CONFIRMED("已确认", "Confirmed"),
    PAYING("拨付中", "Being paid"),
    CLOSED("已办结", "Closed"),
    REFUSED("不予受理", "Refused"),
    REJECTED("不予支持", "Not supported"),
    WITHDRAWN("已撤回", "Withdrawn"),
    LAPSED("已失效", "Lapsed");

    private final Text title;

    State(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }

    /** The moves that lead on from here; none from an end. */
    public Set<Move> moves(NoticeOrder order) {
        EnumSet<Move> open = EnumSet.noneOf(Move.class);
        Arrays.stream(Move.values())
                .filter(move -> move.leavesFrom(this, order))
                .forEach(open::add);
        return open;
    }

    /** Whether the filing ended without an award, so that its claims are free again. */
    public boolean isWithoutMoney() {
        return this == REFUSED || this == REJECTED || this == WITHDRAWN || this == LAPSED;
    }

    public boolean isEnd() {
        return moves(NoticeOrder.AFTER_APPROVAL).isEmpty()
                && moves(NoticeOrder.BEFORE_APPROVAL).isEmpty();
    }
}
