package org.fourplusone.policy.entitlement;

import java.util.List;
import org.fourplusone.policy.match.Finding;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** Why an enterprise that is close to being entitled is left out of a list. */
enum Exclusion {
    /** It would fit if what it declares were proven. */
    DECLARED_ONLY("以下事实只有企业自报，尚未核实：", "Only declared by the enterprise, not proven: "),
    FACT_MISSING("登记库缺少以下事实：", "The register lacks: "),
    GRANTED_BEFORE(
            "此前的兑现已经用完这一项（同组就高、补差为零或终身一次）",
            "Earlier awards leave nothing to grant (highest only, no difference left, or once in a lifetime)"),
    COMMON_CONDITION("事项条件都符合，但不符合通用条件：", "Meets everything specific, but not the common conditions: "),
    NOT_EXACT("金额不能精确测算，缺少已核实的：", "The amount is not exact; not proven: "),
    OFFICER("经办人移出：", "Taken out by an officer: ");

    private final String zh;
    private final String en;

    Exclusion(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The reason in words; {@code why} is what the officer wrote. */
    Text text(List<Finding.Named> named, @Nullable String why) {
        if (this == OFFICER) {
            return Text.of(zh + (why == null ? "" : why), en + (why == null ? "" : why));
        }
        return Text.of(
                zh
                        + String.join(
                                "、",
                                named.stream().map(each -> each.name().zh()).toList()),
                en
                        + String.join(
                                "; ",
                                named.stream().map(each -> each.name().en()).toList()));
    }
}
