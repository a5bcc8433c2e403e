package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;

class FingerprintTests {
    private static final Assessment.Stacking EXCLUSIVE =
            new Assessment.Stacking("HIGHEST_IN_GROUP", "G-PROJECT", "SAME_PROJECT", "PROJECT");
    private static final Assessment.Stacking FREE =
            new Assessment.Stacking("STACKABLE", null, "SAME_INVOICE", "INVOICE");

    @Test
    void anInvoiceIsTheSameHoweverItIsWritten() {
        ClaimLine plain = line("INVOICE", "0320-11 22ab");
        ClaimLine wide = line("INVOICE", "０３２０－１１２２ＡＢ");
        assertThat(Fingerprint.of(filing("A06-06", "P-1"), FREE, List.of(plain)))
                .isEqualTo(Fingerprint.of(filing("A03-07", "P-2"), FREE, List.of(wide)))
                .containsExactly(new Fingerprint("INVOICE", "03201122AB"));
    }

    @Test
    void aProjectIsClaimedOnceInItsGroupButByOtherGroupsToo() {
        List<Fingerprint> one = Fingerprint.of(filing("A01-01", "P-1"), EXCLUSIVE, List.of());
        List<Fingerprint> sameGroup = Fingerprint.of(filing("A01-04", "P-1"), EXCLUSIVE, List.of());
        List<Fingerprint> otherGroup = Fingerprint.of(
                filing("A01-02", "P-1"),
                new Assessment.Stacking("HIGHEST_IN_GROUP", "G-EQUIP", "SAME_INVOICE", "PROJECT"),
                List.of());
        assertThat(sameGroup).isEqualTo(one);
        assertThat(otherGroup).doesNotContainAnyElementsOf(one);
    }

    @Test
    void anotherYearIsAnotherClaimUnlessOnceInALifetime() {
        Assessment.Stacking yearly =
                new Assessment.Stacking("STACKABLE", null, "SAME_ENTERPRISE_SAME_YEAR", "ENTERPRISE_YEAR");
        Assessment.Stacking ever =
                new Assessment.Stacking("ONCE_PER_LIFETIME", "G-AEO", "SAME_ENTERPRISE", "ENTERPRISE");
        assertThat(Fingerprint.of(filing("A02-05", null, 2026), yearly, List.of()))
                .isNotEqualTo(Fingerprint.of(filing("A02-05", null, 2027), yearly, List.of()));
        assertThat(Fingerprint.of(filing("A08-04", null, 2026), ever, List.of()))
                .isEqualTo(Fingerprint.of(filing("A08-04", null, 2027), ever, List.of()));
    }

    private static ClaimLine line(String kind, String reference) {
        return new ClaimLine("L1", kind, reference, null, null, true, null);
    }

    private static Filing filing(String item, String record) {
        return filing(item, record, 2026);
    }

    private static Filing filing(String item, String record, int year) {
        Text text = new Text("示例", "Sample");
        return new Filing(
                "ID",
                "LC2026-000001",
                State.DRAFT,
                1,
                year,
                "CALL",
                item,
                1,
                text,
                text,
                Track.VERIFY,
                Line.OTHER,
                "91371502MA3EX0013C",
                "示例企业",
                record,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null);
    }
}
