package org.fourplusone.fund.award;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A column of the published awards: what the data dictionary says of it, and its cell in CSV. The columns are the members
 * of the JSON form, in the same order.
 *
 * @param type {@code text}, {@code code}, {@code integer}, {@code money} (yuan with two decimals) or {@code date} (ISO 8601)
 * @param values the codes that may occur, absent where any may
 */
record AwardColumn(
        String name,
        String type,
        boolean required,
        Text title,
        Text meaning,
        @Nullable List<String> values,
        Function<Award, @Nullable Object> cell) {

    static final List<AwardColumn> ALL = List.of(
            text("number", "申报编号", "Filing number", "公开的编号，全区唯一", "Public number, unique", Award::number),
            text(
                    "creditCode",
                    "统一社会信用代码",
                    "Unified social credit code",
                    "GB 32100,18 位",
                    "GB 32100, 18 characters",
                    Award::creditCode),
            text(
                    "enterpriseName",
                    "企业名称",
                    "Enterprise",
                    "确认时的登记名称",
                    "Registered name when the award was confirmed",
                    Award::enterpriseName),
            text("itemCode", "条目代码", "Item code", "五十一项之一", "One of the 51 items", Award::itemCode),
            column(
                    "itemVersion",
                    "integer",
                    "条目版本",
                    "Item version",
                    "据以确认的条目版本",
                    "The version that it was confirmed by",
                    null,
                    Award::itemVersion),
            text("title", "条目名称", "Item", "按请求的语言", "In the language asked for", award -> award.title()
                    .in(Language.current())),
            column(
                    "line",
                    "code",
                    "资金用途代码",
                    "Programme line (code)",
                    "专项资金的五类用途",
                    "The fund's five purposes",
                    names(Line.values()),
                    Award::line),
            text("lineName", "资金用途", "Programme line", "用途的名称", "Name of the purpose", award -> award.lineName()
                    .in(Language.current())),
            column("year", "integer", "政策年度", "Policy year", "申报通知的年度", "Year of the call", null, Award::year),
            column(
                    "amount",
                    "money",
                    "确认金额",
                    "Amount awarded",
                    "审定并公示后的金额；清算确认后为清算金额",
                    "Approved, after its notice; once its final account is confirmed, what that came to",
                    null,
                    Award::amount),
            column(
                    "paid",
                    "money",
                    "已拨付金额",
                    "Amount paid",
                    "已到账的累计金额，未扣除追回的款项",
                    "What has reached the enterprise; what came back is not deducted",
                    null,
                    Award::paid),
            column("currency", "code", "币种", "Currency", "ISO 4217", "ISO 4217", List.of("CNY"), Award::currency),
            column(
                    "state",
                    "code",
                    "状态",
                    "State",
                    "已确认、已付清、已追回",
                    "Confirmed, paid in full, recovered",
                    names(Award.State.values()),
                    Award::state),
            column(
                    "committedOn",
                    "date",
                    "确认日期",
                    "Confirmed on",
                    "公示期满之日",
                    "The day its notice passed",
                    null,
                    Award::committedOn),
            new AwardColumn(
                    "paidOn",
                    "date",
                    false,
                    new Text("最近拨付日期", "Last paid on"),
                    new Text("尚未拨付时为空", "Absent before the first payment"),
                    null,
                    Award::paidOn));

    private static AwardColumn text(
            String name,
            String zh,
            String en,
            String meaningZh,
            String meaningEn,
            Function<Award, @Nullable Object> cell) {
        return column(name, "text", zh, en, meaningZh, meaningEn, null, cell);
    }

    private static AwardColumn column(
            String name,
            String type,
            String zh,
            String en,
            String meaningZh,
            String meaningEn,
            @Nullable List<String> values,
            Function<Award, @Nullable Object> cell) {
        return new AwardColumn(name, type, true, new Text(zh, en), new Text(meaningZh, meaningEn), values, cell);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
