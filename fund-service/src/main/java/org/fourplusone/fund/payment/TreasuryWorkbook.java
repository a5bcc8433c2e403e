package org.fourplusone.fund.payment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The treasury payment application as a workbook; numbers of accounts are text, amounts are numbers. */
@Component
class TreasuryWorkbook implements BatchOutput {

    @Override
    public Kind kind() {
        return Kind.TREASURY_XLSX;
    }

    @Override
    public byte[] write(PaymentOrder order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Four Plus One", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("支付申请");
            int row = 0;
            for (List<@Nullable Object> line : TreasuryApplication.head(order)) {
                fill(sheet, row++, line);
            }
            int table = ++row;
            for (int column = 0; column < TreasuryApplication.COLUMNS.size(); column++) {
                sheet.value(table, column, TreasuryApplication.COLUMNS.get(column));
                sheet.style(table, column).bold().set();
            }
            for (List<@Nullable Object> line : TreasuryApplication.rows(order)) {
                fill(sheet, ++row, line);
            }
            sheet.freezePane(0, table + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int row, List<@Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Money amount) {
                sheet.value(row, column, amount.yuan());
                sheet.style(row, column).format("#,##0.00").set();
            } else if (cell instanceof Integer number) {
                sheet.value(row, column, number);
            } else if (cell != null) {
                sheet.value(row, column, Csv.guarded(cell.toString()));
            }
        }
    }
}
