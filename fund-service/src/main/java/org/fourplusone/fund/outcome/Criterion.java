package org.fourplusone.fund.outcome;

import java.util.Map;
import org.fourplusone.starter.text.Text;

/**
 * What an evaluation is scored on; the most points of all together are 100. That output and effect make at least 60 follows
 * 财预〔2020〕10号《项目支出绩效评价管理办法》; the weights themselves are illustrative.
 */
enum Criterion {
    GOALS(20, "目标完成", "Goals reached"),
    USE_OF_MONEY(20, "资金使用", "Use of the money"),
    OUTPUT(30, "产出", "Output"),
    EFFECT(30, "效益", "Effect");

    private final int most;
    private final Text title;

    Criterion(int most, String zh, String en) {
        this.most = most;
        this.title = new Text(zh, en);
    }

    int most() {
        return most;
    }

    Text title() {
        return title;
    }

    static int sum(Map<Criterion, Integer> points) {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }
}
