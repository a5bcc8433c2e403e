package org.fourplusone.fund.payment;

import org.fourplusone.starter.text.Text;

/** What has to have happened before an instalment is paid. */
enum Trigger {
    APPROVED("审定并公示无异议", "Approved and passed the notice"),
    PROJECT_STARTED("项目开工", "Project started"),
    STRUCTURE_TOPPED("主体封顶", "Structure topped out"),
    PROJECT_IN_PRODUCTION("项目投产", "Project in production"),
    PROJECT_COMPLETED("项目竣工验收", "Project completed and accepted"),
    STILL_IN_LIBRARY_NEXT_YEAR("次年仍在库", "Still in the register next year"),
    TUTORING_FILED("辅导备案", "Listing tutoring filed"),
    ACCEPTED("上市申请受理", "Listing application accepted"),
    LISTED("挂牌上市", "Listed"),
    FINAL_ACCOUNT("清算确认", "Final account confirmed");

    private final Text title;

    Trigger(String zh, String en) {
        this.title = new Text(zh, en);
    }

    Text title() {
        return title;
    }
}
