package org.fourplusone.fund.filing;

import org.fourplusone.starter.text.Text;

/** Why no filing was opened for an enterprise of a confirmed list. */
enum Skipped {
    OPEN_FILING("这一事项已有办理中的申报", "A filing for this item is under way already"),
    DUPLICATE_CLAIM("同一事项或同组政策已被另一件申报主张", "Another filing claims the same, or something of the same group"),
    NOT_PROVEN("登记库现在不能再证明其符合条件", "The register does not prove it any more"),
    AMOUNT_CHANGED("现在测算的金额与名单确认时不同", "The amount is not what was confirmed"),
    SAME_PERSON("开立人也是该企业的经办人", "Whoever opens it also acts for the enterprise");

    private final Text text;

    Skipped(String zh, String en) {
        this.text = new Text(zh, en);
    }

    Text text() {
        return text;
    }
}
