package org.fourplusone.fund.filing;

import static org.fourplusone.fund.filing.State.ACCEPTED;
import static org.fourplusone.fund.filing.State.APPROVED;
import static org.fourplusone.fund.filing.State.CLOSED;
import static org.fourplusone.fund.filing.State.CONFIRMED;
import static org.fourplusone.fund.filing.State.CORRECTION;
import static org.fourplusone.fund.filing.State.DRAFT;
import static org.fourplusone.fund.filing.State.LAPSED;
import static org.fourplusone.fund.filing.State.NOTICED;
import static org.fourplusone.fund.filing.State.OBJECTED;
import static org.fourplusone.fund.filing.State.ON_NOTICE;
import static org.fourplusone.fund.filing.State.PAYING;
import static org.fourplusone.fund.filing.State.REFUSED;
import static org.fourplusone.fund.filing.State.REJECTED;
import static org.fourplusone.fund.filing.State.REVIEWED;
import static org.fourplusone.fund.filing.State.SUBMITTED;
import static org.fourplusone.fund.filing.State.WITHDRAWN;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.starter.text.Text;

/**
 * The one transition table of a filing: which move leads from where to where, by which role, as which step for the
 * separation by person, and how many working days the state it leads to may last. Where a call puts the notice before the
 * approval, some rows leave from elsewhere: {@link #NOTICE_FIRST}.
 */
public enum Move {
    SUBMIT("submit", "ENTERPRISE", Step.APPLY, 5, "提交申报", "Submitted", SUBMITTED, DRAFT, CORRECTION),
    /** 免申即享: the enterprise confirms willingness; the register has already proved the rest. */
    CONFIRM_WILLINGNESS("submit", "ENTERPRISE", Step.APPLY, 10, "确认意愿", "Willingness confirmed", REVIEWED, DRAFT),
    WITHDRAW(
            "withdraw",
            "ENTERPRISE",
            Step.APPLY,
            0,
            "撤回",
            "Withdrawn",
            WITHDRAWN,
            DRAFT,
            SUBMITTED,
            CORRECTION,
            ACCEPTED,
            REVIEWED,
            APPROVED),
    /** 免申即享: the intake takes back what it opened. */
    RECALL("recall", "INTAKE", Step.ACCEPT, 0, "撤销开立", "Opening withdrawn", WITHDRAWN, DRAFT, REVIEWED, APPROVED),
    ACCEPT("accept", "INTAKE", Step.ACCEPT, 15, "受理", "Accepted", ACCEPTED, SUBMITTED),
    REFUSE("refuse", "INTAKE", Step.ACCEPT, 0, "不予受理", "Refused", REFUSED, SUBMITTED),
    RETURN("return", "INTAKE", Step.ACCEPT, 10, "一次性告知补正", "Returned for correction", CORRECTION, SUBMITTED),
    REVIEW("review", "REVIEWER", Step.REVIEW, 10, "审核", "Reviewed", REVIEWED, ACCEPTED),
    APPROVE("approve", "APPROVER", Step.APPROVE, 5, "审定", "Approved", APPROVED, REVIEWED),
    REJECT("reject", "APPROVER", Step.APPROVE, 0, "不予支持", "Not supported", REJECTED, REVIEWED),
    /** The approver gives the recommendation back to the reviewer before anybody has signed. */
    SEND_BACK("send-back", "APPROVER", Step.SEND_BACK, 10, "退回审核", "Sent back to the review", ACCEPTED, REVIEWED),
    PUBLISH("publish", "INTAKE", Step.NOTICE, 0, "公示", "Put on public notice", ON_NOTICE, APPROVED),
    /** A correction of the notice takes the filing off it; what is reserved stays. */
    TAKE_OFF("take-off", "INTAKE", Step.NOTICE, 5, "撤下公示", "Taken off the notice", APPROVED, ON_NOTICE),
    /** The same where the notice comes first. */
    TAKE_OFF_FIRST("take-off", "INTAKE", Step.NOTICE, 10, "撤下公示", "Taken off the notice", REVIEWED),
    OBJECT("object", "PUBLIC", Step.OBJECT, 1, "收到异议", "Objection received", OBJECTED, ON_NOTICE),
    /** The objection was answered and does not hold: the notice goes on. */
    DISMISS_OBJECTION("dismiss", "INTAKE", Step.NOTICE, 0, "异议不成立", "Objection dismissed", ON_NOTICE, OBJECTED),
    /** The objection holds: the award falls, the reservation is released by the caller. */
    UPHOLD_OBJECTION("uphold", "INTAKE", Step.NOTICE, 0, "异议成立", "Objection upheld", REJECTED, OBJECTED),
    /** Only where the notice comes first: it has passed, and the award may be approved. */
    PASS_NOTICE("confirm", "INTAKE", Step.NOTICE, 5, "公示期满无异议", "Notice passed", NOTICED),
    /** The notice has passed and the award is approved: its money is committed. */
    CONFIRM("confirm", "INTAKE", Step.NOTICE, 5, "公示无异议", "Notice passed", CONFIRMED, ON_NOTICE),
    /** The award is taken back before any of it was paid; on a notice it is taken off first. */
    REVOKE("revoke", "APPROVER", Step.ORDER, 0, "撤销奖励", "Award revoked", REJECTED, APPROVED, CONFIRMED, PAYING),
    START_PAYING("request", "PAYER", Step.PAY, 10, "申请拨付", "Payment requested", PAYING, CONFIRMED),
    CLOSE("close", "RELEASER", Step.RELEASE, 0, "办结", "Closed", CLOSED, PAYING),
    /** A late return by the bank (退票) reopens the payment. */
    REOPEN("reopen", "RELEASER", Step.RELEASE, 10, "退票重拨", "Reopened", PAYING, CLOSED),
    LAPSE("lapse", "SYSTEM", Step.SYSTEM, 0, "逾期失效", "Lapsed", LAPSED, DRAFT, CORRECTION);

    /** The rows that leave from elsewhere where the notice comes before the approval. */
    private static final Map<Move, Set<State>> NOTICE_FIRST = Map.of(
            PUBLISH, EnumSet.of(REVIEWED),
            TAKE_OFF, EnumSet.noneOf(State.class),
            TAKE_OFF_FIRST, EnumSet.of(ON_NOTICE),
            PASS_NOTICE, EnumSet.of(ON_NOTICE),
            APPROVE, EnumSet.of(NOTICED),
            REJECT, EnumSet.of(REVIEWED, NOTICED),
            CONFIRM, EnumSet.of(APPROVED),
            WITHDRAW, EnumSet.of(DRAFT, SUBMITTED, CORRECTION, ACCEPTED, REVIEWED, NOTICED),
            RECALL, EnumSet.of(DRAFT, REVIEWED, NOTICED));

    private final String action;
    private final String role;
    private final Step step;
    private final int workingDays;
    private final Text title;
    private final State to;
    private final Set<State> from;

    Move(String action, String role, Step step, int workingDays, String zh, String en, State to, State... from) {
        this.action = action;
        this.role = role;
        this.step = step;
        this.workingDays = workingDays;
        this.title = new Text(zh, en);
        this.to = to;
        this.from = Set.of(from);
    }

    /** The verb in the path and in {@code actions}. */
    public String action() {
        return action;
    }

    /** The role that makes this move; PUBLIC and SYSTEM are nobody's role. */
    public String role() {
        return role;
    }

    public Step step() {
        return step;
    }

    /** How many working days the state it leads to may last; 0 where nothing is due. */
    public int workingDays() {
        return workingDays;
    }

    public Text title() {
        return title;
    }

    public State to() {
        return to;
    }

    public boolean leavesFrom(State state, NoticeOrder order) {
        Set<State> sources = order == NoticeOrder.BEFORE_APPROVAL ? NOTICE_FIRST.getOrDefault(this, from) : from;
        return sources.contains(state);
    }
}
