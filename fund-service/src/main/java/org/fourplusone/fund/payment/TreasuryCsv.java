package org.fourplusone.fund.payment;

import java.nio.charset.StandardCharsets;
import org.fourplusone.starter.csv.Csv;
import org.springframework.stereotype.Component;

/** The treasury payment application as CSV: the table alone, so that programs read it. */
@Component
class TreasuryCsv implements BatchOutput {

    @Override
    public Kind kind() {
        return Kind.TREASURY_CSV;
    }

    @Override
    public byte[] write(PaymentOrder order) {
        return Csv.of(TreasuryApplication.COLUMNS, TreasuryApplication.rows(order))
                .getBytes(StandardCharsets.UTF_8);
    }
}
