package org.fourplusone.fund.ledger;

import org.fourplusone.starter.text.Text;

/** The programme lines (资金用途): the four purposes named by the programme, and the rest. */
public enum Line {
    EXPAND_INVESTMENT("扩大投资", "Expand investment"),
    TECH_INNOVATION("科技创新", "Innovation"),
    RESTRUCTURE_LISTING("改制上市", "Restructuring and listing"),
    BRAND_BUILDING("品牌培育", "Brand building"),
    OTHER("其他", "Other");

    private final Text title;

    Line(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
