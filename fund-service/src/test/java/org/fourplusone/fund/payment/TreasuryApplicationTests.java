package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.Movements;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;

class TreasuryApplicationTests {
    private static final BankAccount FORMULA = new BankAccount("=1+1有限公司", "6222001234567890", "@示例银行", "402795602394");
    private static final PaymentOrder ORDER = new PaymentOrder(
            "B-1",
            Instant.parse("2026-11-30T08:00:00Z"),
            LocalDate.parse("2026-11-30"),
            PayerAccount.EXAMPLE,
            List.of(
                    CreditTransferFileTests.transfer("E1", "18.50", "奖励"),
                    new PaymentOrder.Transfer(
                            "E2",
                            Money.parse("1000000.01"),
                            FORMULA,
                            "LC2026-000002",
                            "91371502MA3EX0013C",
                            "A01-02",
                            new Text("奖励", "Award"),
                            new Movements.Budget(Line.OTHER, 2026, "专项资金", "示例财预〔2026〕1号"))));

    @Test
    void theTableHasARowForEachPaymentAndTheSum() {
        String csv = new String(new TreasuryCsv().write(ORDER), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .contains("6222001234567890", "示例财预〔2026〕1号", "18.50", "人民币壹拾捌元伍角");
        assertThat(csv).contains("1000018.51", "'=1+1有限公司", "'@示例银行").doesNotContain(",=1+1", ",@");
    }

    @Test
    void theWorkbookHoldsTextsForNumbersOfAccountsAndNoFormula() throws IOException {
        byte[] file = new TreasuryWorkbook().write(ORDER);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Row first = rows.get(rows.size() - 3);
            assertThat(first.getCell(11).getType()).isEqualTo(CellType.STRING);
            assertThat(first.getCellText(11)).isEqualTo("6222001234567890");
            assertThat(first.getCellAsNumber(TreasuryApplication.AMOUNT).orElseThrow())
                    .isEqualByComparingTo("18.50");
            Row second = rows.get(rows.size() - 2);
            assertThat(second.getCellText(10)).isEqualTo("'=1+1有限公司");
            assertThat(rows).allSatisfy(row -> assertThat(row)
                    .noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA));
            assertThat(rows.get(rows.size() - 1)
                            .getCellAsNumber(TreasuryApplication.AMOUNT)
                            .orElseThrow())
                    .isEqualByComparingTo("1000018.51");
        }
    }
}
