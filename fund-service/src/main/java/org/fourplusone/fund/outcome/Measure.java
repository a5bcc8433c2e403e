package org.fourplusone.fund.outcome;

import org.fourplusone.starter.text.Text;

/** What is looked at before and after a payment, and the annual fact that says it. */
enum Measure {
    OUTPUT("ent.outputYear", "工业总产值", "Industrial output", "元", "CNY"),
    REVENUE("ent.revenueYear", "营业收入", "Operating revenue", "元", "CNY"),
    RD("rd.expenseYear", "研发费用", "R&D expense", "元", "CNY"),
    JOBS("ent.staffYearEnd", "期末从业人员", "Staff at year end", "人", "persons");

    private final String fact;
    private final Text title;
    private final Text unit;

    Measure(String fact, String zh, String en, String unitZh, String unitEn) {
        this.fact = fact;
        this.title = new Text(zh, en);
        this.unit = new Text(unitZh, unitEn);
    }

    /** Its key in the fact dictionary. */
    String fact() {
        return fact;
    }

    Text title() {
        return title;
    }

    Text unit() {
        return unit;
    }
}
