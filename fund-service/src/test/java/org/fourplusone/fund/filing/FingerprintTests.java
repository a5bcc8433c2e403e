package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;

class FingerprintTests {
    private static final Assessment.Stacking EXCLUSIVE =
            new Assessment.Stacking("HIGHEST_IN_GROUP", "G-PROJECT", "PROJECT:P-1", List.of("PROJECT:P-1"));
    private static final Assessment.Stacking FREE = new Assessment.Stacking("STACKABLE", null, null, List.of());

    @Test
    void anInvoiceIsTheSameHoweverItIsWritten() {
        ClaimLine plain = line("INVOICE", "0320-11 22ab");
        ClaimLine wide = line("INVOICE", "０３２０－１１２２ＡＢ");
        assertThat(Fingerprint.of(filing("A06-06", "P-1"), FREE, List.of(plain)))
                .isEqualTo(Fingerprint.of(filing("A03-07", "P-2"), FREE, List.of(wide)))
                .containsExactly(new Fingerprint("INVOICE", "03201122AB"));
    }

    @Test
    void aNumberThatItsIssuerGivesIsTheEnterprisesOwnAndAnothersIsReferred() {
        String first = "91371502MA3EX0013C";
        for (String kind : List.of("CONTRACT", "CERTIFICATE", "BOOTH")) {
            assertThat(Fingerprint.of(filing("A03-04", "P-1"), FREE, List.of(line(kind, "HT-2026-01"))))
                    .containsExactly(new Fingerprint(kind, first + "/HT202601", "HT202601"));
        }
        for (String kind : List.of("INVOICE", "PERSON", "MODEL", "PRODUCT", "EQUIPMENT", "HONOUR")) {
            assertThat(Fingerprint.of(filing("A03-04", "P-1"), FREE, List.of(line(kind, "HT-2026-01"))))
                    .as("refused wherever it turns up")
                    .containsExactly(new Fingerprint(kind, "HT202601"));
        }
    }

    @Test
    void aProjectIsClaimedOnceInItsGroupButByOtherGroupsToo() {
        List<Fingerprint> one = Fingerprint.of(filing("A01-01", "P-1"), EXCLUSIVE, List.of());
        List<Fingerprint> sameGroup = Fingerprint.of(filing("A01-04", "P-1"), EXCLUSIVE, List.of());
        List<Fingerprint> otherGroup = Fingerprint.of(
                filing("A01-02", "P-1"),
                new Assessment.Stacking("HIGHEST_IN_GROUP", "G-EQUIP", "PROJECT:P-1", null),
                List.of());
        assertThat(sameGroup).isEqualTo(one);
        assertThat(otherGroup).doesNotContainAnyElementsOf(one);
    }

    @Test
    void aTopUpComesAgainInAnotherYearWhatIsOnceInALifetimeDoesNot() {
        Assessment.Stacking topUp = new Assessment.Stacking("TOP_UP_DIFFERENCE", "G-REVENUE", "ENTERPRISE", null);
        Assessment.Stacking ever = new Assessment.Stacking("ONCE_PER_LIFETIME", "G-AEO", "ENTERPRISE", null);
        assertThat(Fingerprint.of(filing("A02-02", null, 2026), topUp, List.of()))
                .isNotEqualTo(Fingerprint.of(filing("A02-02", null, 2027), topUp, List.of()));
        assertThat(Fingerprint.of(filing("A08-04", null, 2026), ever, List.of()))
                .isEqualTo(Fingerprint.of(filing("A08-04", null, 2027), ever, List.of()));
    }

    @Test
    void whatIsSummedIsClaimedEach() {
        Assessment.Stacking summed =
                new Assessment.Stacking("HIGHEST_IN_GROUP", "G-PATENT", "OBJECT:1", List.of("OBJECT:1", "OBJECT:2"));
        assertThat(Fingerprint.of(filing("A06-04", null), summed, List.of())).hasSize(2);
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
                NoticeOrder.AFTER_APPROVAL,
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
                null,
                null);
    }
}
