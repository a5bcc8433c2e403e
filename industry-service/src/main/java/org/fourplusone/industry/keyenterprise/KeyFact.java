package org.fourplusone.industry.keyenterprise;

import org.fourplusone.starter.text.Text;

/**
 * The administrative facts that are shown of a key enterprise by name, as it declares them or a department verifies them. No
 * measure of the monthly reports is among them: those are statistics, and no one's alone is shown.
 */
enum KeyFact {
    OUTPUT("output", "ent.outputYear", Text.of("工业总产值（元）", "Output (yuan)")),
    REVENUE("revenue", "ent.revenueYear", Text.of("营业收入（元）", "Revenue (yuan)")),
    TAX("tax", "ent.taxPaidYear", Text.of("实缴税金（元）", "Tax paid (yuan)")),
    STAFF("staff", "ent.staffYearEnd", Text.of("期末从业人员（人）", "Staff at year end")),
    ASSETS("assets", "ent.assetsYearEnd", Text.of("资产总额（元）", "Assets (yuan)")),
    LAND("land", "ent.landAreaMu", Text.of("实际用地（亩）", "Land used (mu)")),
    STATED_CLASS("statedClass", "ent.landEfficiencyClass", Text.of("认定的亩产效益类别", "Stated land-efficiency class"));

    private final String code;
    private final String key;
    private final Text text;

    KeyFact(String code, String key, Text text) {
        this.code = code;
        this.key = key;
        this.text = text;
    }

    /** The name in the interface. */
    String code() {
        return code;
    }

    /** The key in the fact dictionary. */
    String key() {
        return key;
    }

    Text text() {
        return text;
    }
}
