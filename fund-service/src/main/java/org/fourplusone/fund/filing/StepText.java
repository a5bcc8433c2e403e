package org.fourplusone.fund.filing;

import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** The sentence of a timeline's line: what was done, and what its author wrote with it. */
final class StepText {
    private static final Map<String, Text> STEPS = Map.ofEntries(
            Map.entry("BEGIN", new Text("建立申报", "Filing begun")),
            Map.entry(
                    "CONFIRM_LIST", new Text("确认免申即享名单", "List of whom the register proves to be entitled confirmed")),
            Map.entry("OPEN", new Text("按免申即享名单开立", "Opened from a list of whom the register proves to be entitled")),
            Map.entry("CHANGE", new Text("修改申报", "Filing changed")),
            Map.entry("EVIDENCE", new Text("上传材料", "Evidence handed in")),
            Map.entry("DRAW_EXPERT", new Text("随机抽取专家", "Expert drawn at random")),
            Map.entry("JOINT_OPINION", new Text("联审意见", "Opinion of the joint review")),
            Map.entry("RESOLVE_OBJECTION", new Text("联审异议处理", "Objection of the joint review settled")),
            Map.entry("PROPOSE_ALLOCATION", new Text("拟定额度分配", "Allocation proposed")),
            Map.entry("ALLOCATE", new Text("额度分配", "Allocated")),
            Map.entry("RECUSE", new Text("声明回避", "Stepped off the case")),
            Map.entry("REPLACE_EXPERT", new Text("专家回避，重新抽取", "Expert replaced for a conflict")),
            Map.entry("SCORE", new Text("专家评分", "Scored by the expert")),
            Map.entry("SIGN_APPROVAL", new Text("审批人签署同意", "Signed by an approver, others to follow")),
            Map.entry("CORRECT_NOTICE", new Text("更正公示，重新计时", "Notice corrected, its days counted anew")),
            Map.entry("ADMIT_OBJECTION", new Text("异议予以受理", "Objection admitted")),
            Map.entry("SCREEN_OUT_OBJECTION", new Text("异议不予受理", "Objection not admitted")),
            Map.entry("ANSWER_OBJECTION", new Text("答复异议", "Objection answered")),
            Map.entry("REQUEST_INSTALMENT", new Text("申请拨付", "Payment requested")),
            Map.entry("BATCH", new Text("编入拨付批次", "Put in a batch")),
            Map.entry("WITHDRAW_BATCH", new Text("撤回拨付批次", "Batch withdrawn")),
            Map.entry("TAKE_OUT_OF_BATCH", new Text("移出拨付批次", "Taken out of its batch")),
            Map.entry("PAYMENT_RETURNED", new Text("退票", "Returned by the bank")),
            Map.entry("RECONCILED", new Text("已与银行对账", "Confirmed by the bank's statement")),
            Map.entry("PROPOSE_OFFSET", new Text("提出抵扣追回款", "Offset against a recovery proposed")),
            Map.entry("OFFSET_INSTALMENT", new Text("抵扣追回款", "Set off against a recovery")),
            Map.entry("PROPOSE_FINAL_ACCOUNT", new Text("提出清算结果", "Final account proposed")),
            Map.entry("CONFIRM_FINAL_ACCOUNT", new Text("确认清算结果", "Final account confirmed")),
            Map.entry("CUT_INSTALMENT", new Text("按清算结果核减", "Cut to what the final account came to")),
            Map.entry("DEMAND_RECOVERY", new Text("提出追回", "Money demanded back")),
            Map.entry("RECOVERY_STATEMENT", new Text("企业陈述申辩", "The enterprise's statement")),
            Map.entry("ORDER_RECOVERY", new Text("作出追回决定", "Recovery ordered")),
            Map.entry("DROP_RECOVERY", new Text("不予追回", "Recovery dropped")),
            Map.entry("SHRINK_RECOVERY", new Text("退票核减追回", "Less is claimed back: returned by the bank")),
            Map.entry("DUN_RECOVERY", new Text("催缴", "Dunned")),
            Map.entry("REPAY_RECOVERY", new Text("追回款入库", "Repaid to the treasury")),
            Map.entry("OFFSET_RECOVERY", new Text("追回款抵扣", "Taken from a later instalment")),
            Map.entry("SIGN_WRITE_OFF", new Text("签署核销", "Write-off signed")),
            Map.entry("WRITE_OFF", new Text("核销", "Written off")),
            Map.entry("BAN", new Text("限制申报", "Excluded from filing")),
            Map.entry("WAIT", new Text("所需服务未应答，等待中", "Waits: a service that is needed does not answer")),
            Map.entry("RELEASE", new Text("复核放行", "Released")),
            Map.entry("SEND", new Text("送银行", "Sent to the bank")),
            Map.entry("PAID", new Text("已拨付", "Paid")),
            Map.entry("SELF_REPORT", new Text("提交绩效自评", "Self-report submitted")),
            Map.entry("EVALUATE", new Text("绩效评价", "Evaluated")),
            Map.entry("PAYMENT_FAILED", new Text("银行退回", "Refused by the bank")));

    private StepText() {}

    /** @param note what is shown with it, if anything */
    static Text of(FilingStep step, @Nullable String note) {
        Text title = title(step.action());
        if (note == null || note.isBlank()) {
            return title;
        }
        return new Text(title.zh() + "：" + note, title.en() + ": " + note);
    }

    private static Text title(String action) {
        for (Move move : Move.values()) {
            if (move.name().equals(action)) {
                return move.title();
            }
        }
        return STEPS.getOrDefault(action, new Text(action, action));
    }
}
