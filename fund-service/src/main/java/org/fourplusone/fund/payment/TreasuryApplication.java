package org.fourplusone.fund.payment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.fund.award.CapitalAmount;
import org.fourplusone.fund.ledger.Movements;
import org.jspecify.annotations.Nullable;

/** The treasury payment application (支付申请) as rows: a heading, one row for each payment, the sum, who pays. */
final class TreasuryApplication {
    static final List<String> COLUMNS = List.of(
            "序号 No.",
            "支付编号 Payment",
            "申报编号 Filing",
            "收款单位 Payee",
            "统一社会信用代码 Credit code",
            "政策条目 Item",
            "资金用途 Line",
            "预算年度 Budget year",
            "资金来源 Source",
            "指标文号 Budget document",
            "收款账户户名 Account holder",
            "收款账号 Account number",
            "开户银行 Bank",
            "联行号 CNAPS",
            "金额(元) Amount (CNY)",
            "金额大写 Amount in capitals");

    /** The column whose cells are amounts. */
    static final int AMOUNT = 14;

    private TreasuryApplication() {}

    static List<List<@Nullable Object>> rows(PaymentOrder order) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PaymentOrder.Transfer transfer : order.transfers()) {
            BankAccount receiver = transfer.receiver();
            Movements.Budget budget = transfer.budget();
            rows.add(Arrays.asList(
                    rows.size() + 1,
                    transfer.endToEndId(),
                    transfer.filing(),
                    receiver.name(),
                    transfer.creditCode(),
                    transfer.itemCode() + " " + transfer.title().zh(),
                    budget.line().title().zh(),
                    budget.year(),
                    budget.source(),
                    budget.document(),
                    receiver.name(),
                    receiver.number(),
                    receiver.bank(),
                    receiver.cnaps(),
                    transfer.amount(),
                    CapitalAmount.ofFen(transfer.amount().fen())));
        }
        @Nullable Object[] sum = new @Nullable Object[COLUMNS.size()];
        sum[1] = "合计 Total";
        sum[AMOUNT] = order.sum();
        sum[AMOUNT + 1] = CapitalAmount.ofFen(order.sum().fen());
        rows.add(Arrays.asList(sum));
        return rows;
    }

    /** What stands over the table: name and value. */
    static List<List<@Nullable Object>> head(PaymentOrder order) {
        BankAccount payer = order.payer();
        return List.of(
                Arrays.asList("财政专项资金支付申请书 Treasury payment application"),
                Arrays.asList("批次 Batch", order.messageId()),
                Arrays.asList("申请日期 Date", order.executeOn().toString()),
                Arrays.asList("付款账户 Paying account", payer.name(), payer.number(), payer.bank(), payer.cnaps()),
                Arrays.asList("笔数 Payments", order.transfers().size()));
    }
}
