package org.fourplusone.industry.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.text.Text;

/** What above-scale enterprises report every month, for the statistics alone. */
public enum Measure {
    OUTPUT("output", "output", Text.of("工业总产值", "Gross output")),
    VALUE_ADDED("valueAdded", "value_added", Text.of("增加值", "Value added")),
    REVENUE("revenue", "revenue", Text.of("营业收入", "Revenue")),
    PROFIT_TAX("profitTax", "profit_tax", Text.of("利税总额", "Profit and tax")),
    INVESTMENT("investment", "investment", Text.of("固定资产投资", "Fixed-asset investment")),
    RD("rd", "rd", Text.of("研发费用", "R&D expense")),
    EXPORTS("exports", "exports", Text.of("出口额", "Exports")),
    JOBS("jobs", "jobs", Text.of("从业人员", "Jobs"));

    private final String code;
    private final String column;
    private final Text text;

    Measure(String code, String column, Text text) {
        this.code = code;
        this.column = column;
        this.text = text;
    }

    /** The name in the interface. */
    public String code() {
        return code;
    }

    /** The column of reports and statistics; {@code _base}, {@code _firms} and {@code _base_firms} go with it. */
    public String column() {
        return column;
    }

    public Text text() {
        return text;
    }

    /** Jobs are counted at the end of a period; everything else adds up over it. */
    public boolean isStock() {
        return this == JOBS;
    }

    /** Whether it is in fen. */
    public boolean isMoney() {
        return this != JOBS;
    }

    public static Optional<Measure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code.equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Measure::code).toList();
    }
}
