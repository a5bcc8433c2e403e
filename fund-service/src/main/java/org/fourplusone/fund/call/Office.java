package org.fourplusone.fund.call;

import org.fourplusone.starter.text.Text;

/** An office that a joint review (联审) asks. */
public enum Office {
    TAX("税务", "Tax"),
    SAFETY("应急管理", "Work safety"),
    ENVIRONMENT("生态环境", "Environment"),
    MARKET("市场监管", "Market regulation"),
    CREDIT("信用管理", "Credit");

    private final Text title;

    Office(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
