package org.fourplusone.fund.letter;

import java.util.Optional;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.recovery.RecoveryTold;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of letters. In an opening and a closing {0} is the filing's number, {1} the item, {2} the day of submission, {3}
 * the amount in yuan, {4} the same in capital characters and {5} the last day of the limit; of a recovery {6} is the number,
 * {7} the ground, {8} what it rests on, {9} whether the enterprise was heard and {10} the treasury's account.
 */
enum LetterKind {
    ACCEPTANCE(
            "受",
            Text.of("受理通知书", "Notice of acceptance"),
            Text.of(
                    "你单位于{2}提交的“{1}”申报（编号{0}），经核对材料齐全、符合要求，现予受理。",
                    "Your filing {0} for \"{1}\", submitted on {2}, is complete and in order. It is accepted."),
            Text.of(
                    "本环节办理期限至{5}。办理进展可随时登录系统查看。",
                    "This step ends by {5}. Its progress can be followed in the system at any time."),
            false),
    CORRECTION(
            "补",
            Text.of("一次性补正告知书", "Notice of everything to correct"),
            Text.of(
                    "你单位于{2}提交的“{1}”申报（编号{0}），需要补正的全部内容如下：",
                    "This is all that has to be corrected in your filing {0} for \"{1}\", submitted on {2}:"),
            Text.of(
                    "请于{5}前补正并重新提交。补正时间不计入办理期限；逾期未补正的，本次申报失效，申报期内可以重新申报。",
                    "Please correct it and submit again by {5}. The time of correction does not count towards our limit. After that day the filing lapses; within the window you may file anew."),
            false),
    REFUSAL(
            "不受",
            Text.of("不予受理通知书", "Notice of refusal"),
            Text.of(
                    "你单位于{2}提交的“{1}”申报（编号{0}），因下列原因不予受理：",
                    "Your filing {0} for \"{1}\", submitted on {2}, is not accepted, for these reasons:"),
            Text.of("原因消除后，申报期内可以重新申报。", "Once the reasons are gone you may file anew within the window."),
            true),
    NON_SUPPORT(
            "不支",
            Text.of("不予支持决定书", "Decision of non-support"),
            Text.of(
                    "你单位于{2}提交的“{1}”申报（编号{0}），经审查决定不予支持，理由如下：",
                    "After examination your filing {0} for \"{1}\", submitted on {2}, is not supported, for these reasons:"),
            null,
            true),
    AWARD(
            "下达",
            Text.of("资金下达通知书", "Award document"),
            Text.of(
                    "你单位“{1}”申报（编号{0}），经审核、公示无异议，决定给予支持资金{3}元（{4}）。",
                    "After review and public notice, your filing {0} for \"{1}\" is awarded CNY {3}."),
            Text.of(
                    "资金按批准的拨付计划拨付至你单位对公账户。请按规定用途使用，并按要求报送绩效自评。",
                    "The money is paid to your corporate account by the approved plan. Please use it for its purpose and hand in the self-report on its performance."),
            false),
    REVOCATION(
            "撤",
            Text.of("撤销奖励决定书", "Decision to revoke an award"),
            Text.of(
                    "你单位“{1}”申报（编号{0}）原审定支持资金{3}元（{4}）。经审查，决定予以撤销，事实和理由如下：",
                    "The award of CNY {3} on your filing {0} for \"{1}\" is revoked, for these facts and reasons:"),
            Text.of("尚未拨付的资金不再拨付。", "What was not paid yet will not be paid."),
            true),
    OBJECTION_UPHELD(
            "异答",
            Text.of("异议答复书", "Answer to an objection"),
            Text.of(
                    "你对“{1}”申报（编号{0}）公示提出的异议，经核查成立，答复如下：",
                    "Your objection to filing {0} for \"{1}\" holds. This is our answer:"),
            Text.of("该申报不予支持，已预留资金释放。感谢你的监督。", "The filing is not supported and its money is free again. Thank you."),
            false),
    OBJECTION_NOT_UPHELD(
            "异答",
            Text.of("异议答复书", "Answer to an objection"),
            Text.of(
                    "你对“{1}”申报（编号{0}）公示提出的异议，经核查不成立，答复如下：",
                    "Your objection to filing {0} for \"{1}\" does not hold. This is our answer:"),
            Text.of("感谢你的监督。", "Thank you for having raised it."),
            false),
    RECOVERY_DEMAND(
            "追告",
            Text.of("拟追回资金告知书", "Notice of money to be paid back"),
            Text.of(
                    "你单位“{1}”申报（编号{0}）已获拨专项资金。经核查存在{7}的情形，依据{8}，拟追回资金{3}元（{4}），案件编号{6}。事实和理由如下：",
                    "Money was paid on your filing {0} for \"{1}\". It is meant to claim CNY {3} of it back (case {6}), on the ground \"{7}\" and by {8}, for these facts and reasons:"),
            Text.of(
                    "你单位有权陈述、申辩，请于{5}（含）前在系统中提出；逾期未提出的，视为放弃。",
                    "You have the right to be heard: please state your case in the system by {5}. After that day the decision is made without it."),
            false),
    RECOVERY_DECISION(
            "追",
            Text.of("追回决定书", "Decision to claim money back"),
            Text.of(
                    "关于你单位“{1}”申报（编号{0}）的追回案件（编号{6}），{9}。经审查存在{7}的情形，依据{8}，决定追回资金{3}元（{4}）。事实和理由如下：",
                    "On recovery {6}, concerning your filing {0} for \"{1}\": {9}. On the ground \"{7}\" and by {8}, CNY {3} is claimed back, for these facts and reasons:"),
            Text.of(
                    "请于{5}（含）前将上述资金退回国库（{10}），用途注明{6}。逾期未退回的，将予催告，并可依法申请人民法院强制执行。",
                    "Please pay it back to the treasury ({10}) by {5}, naming {6}. If it is not paid by then you are dunned, and a court may be asked to enforce it."),
            true),
    RECOVERY_DUNNING(
            "催",
            Text.of("催告书", "Dunning letter"),
            Text.of(
                    "追回案件{6}（你单位“{1}”申报，编号{0}）应退回的资金已过期限，至今尚欠{3}元（{4}）。现予催告。",
                    "The money due in recovery {6} (your filing {0} for \"{1}\") is overdue; CNY {3} is still open."),
            Text.of(
                    "请于{5}（含）前全部退回国库（{10}），用途注明{6}。你单位有权陈述、申辩。逾期仍未退回的，将依法申请人民法院强制执行。",
                    "Please pay all of it back to the treasury ({10}) by {5}, naming {6}. You have the right to be heard. If it is not paid by then a court is asked to enforce it."),
            false),
    RECOVERY_DROPPED(
            "不追",
            Text.of("不予追回通知书", "Notice that nothing is claimed back"),
            Text.of(
                    "关于你单位“{1}”申报（编号{0}）的追回案件（编号{6}），经审查决定不予追回，理由如下：",
                    "On recovery {6}, concerning your filing {0} for \"{1}\": nothing is claimed back, for these reasons:"),
            null,
            false);

    private final String word;
    private final Text title;
    private final Text opening;
    private final @Nullable Text closing;
    private final boolean isOpenToRemedy;

    LetterKind(String word, Text title, Text opening, @Nullable Text closing, boolean isOpenToRemedy) {
        this.word = word;
        this.title = title;
        this.opening = opening;
        this.closing = closing;
        this.isOpenToRemedy = isOpenToRemedy;
    }

    /** The letter that a move is told by, if it is told by one. */
    static Optional<LetterKind> of(Move move) {
        return Optional.ofNullable(
                switch (move) {
                    case ACCEPT -> ACCEPTANCE;
                    case RETURN -> CORRECTION;
                    case REFUSE -> REFUSAL;
                    case REJECT, UPHOLD_OBJECTION -> NON_SUPPORT;
                    case CONFIRM -> AWARD;
                    case REVOKE -> REVOCATION;
                    default -> null;
                });
    }

    /** The letter that tells the enterprise of a recovery's step. */
    static LetterKind of(RecoveryTold.Act act) {
        return switch (act) {
            case DEMANDED -> RECOVERY_DEMAND;
            case ORDERED -> RECOVERY_DECISION;
            case DROPPED -> RECOVERY_DROPPED;
            case DUNNED -> RECOVERY_DUNNING;
        };
    }

    /** Whether it goes to the enterprise; an objection's author is for officers alone. */
    boolean isToEnterprise() {
        return this != OBJECTION_UPHELD && this != OBJECTION_NOT_UPHELD;
    }

    /** Its word in the letter's number; kinds with one word are numbered together. */
    String word() {
        return word;
    }

    Text title() {
        return title;
    }

    Text opening() {
        return opening;
    }

    @Nullable
    Text closing() {
        return closing;
    }

    /** Whether it is a decision that reconsideration or an action may be brought against. */
    boolean isOpenToRemedy() {
        return isOpenToRemedy;
    }
}
