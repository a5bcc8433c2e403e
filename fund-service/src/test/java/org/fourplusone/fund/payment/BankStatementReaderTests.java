package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankStatementReaderTests {
    private static final String STATEMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <c:Document xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><c:BkToCstmrStmt>
            <c:GrpHdr><c:MsgId>M1</c:MsgId><c:CreDtTm>2026-12-01T20:00:00</c:CreDtTm></c:GrpHdr>
            <c:Stmt><c:Id>S1</c:Id><c:Acct><c:Id><c:Othr><c:Id>371500000000004001</c:Id></c:Othr></c:Id><c:Ccy>CNY</c:Ccy>
              <c:Svcr><c:FinInstnId><c:Othr><c:Id>313471000016</c:Id></c:Othr></c:FinInstnId></c:Svcr></c:Acct>
            <c:Bal><c:Tp><c:CdOrPrtry><c:Cd>OPBD</c:Cd></c:CdOrPrtry></c:Tp><c:Amt Ccy="CNY">1000.00</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:Dt><c:Dt>2026-12-01</c:Dt></c:Dt></c:Bal>
            <c:Bal><c:Tp><c:CdOrPrtry><c:Cd>CLBD</c:Cd></c:CdOrPrtry></c:Tp><c:Amt Ccy="CNY">869.45</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:Dt><c:Dt>2026-12-01</c:Dt></c:Dt></c:Bal>
            <c:Ntry><c:Amt Ccy="CNY">150.55</c:Amt><c:CdtDbtInd>DBIT</c:CdtDbtInd><c:Sts><c:Cd>BOOK</c:Cd></c:Sts>
              <c:BookgDt><c:Dt>2026-12-01</c:Dt></c:BookgDt><c:AcctSvcrRef>B-1</c:AcctSvcrRef>
              <c:NtryDtls>
                <c:TxDtls><c:Refs><c:AcctSvcrRef>B-1a</c:AcctSvcrRef><c:EndToEndId>F1-01</c:EndToEndId></c:Refs><c:Amt Ccy="CNY">100.50</c:Amt><c:CdtDbtInd>DBIT</c:CdtDbtInd></c:TxDtls>
                <c:TxDtls><c:Refs><c:EndToEndId>F2-01</c:EndToEndId></c:Refs><c:Amt Ccy="CNY">50.05</c:Amt><c:CdtDbtInd>DBIT</c:CdtDbtInd></c:TxDtls>
              </c:NtryDtls></c:Ntry>
            <c:Ntry><c:Amt Ccy="CNY">20.00</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:Sts><c:Cd>BOOK</c:Cd></c:Sts>
              <c:BookgDt><c:DtTm>2026-12-01T10:00:00+08:00</c:DtTm></c:BookgDt>
              <c:NtryDtls><c:TxDtls><c:Refs><c:EndToEndId>F3-01</c:EndToEndId></c:Refs>
                <c:RtrInf><c:Rsn><c:Cd>AC04</c:Cd></c:Rsn><c:AddtlInf>账户已销户</c:AddtlInf></c:RtrInf></c:TxDtls></c:NtryDtls></c:Ntry>
            <c:Ntry><c:Amt Ccy="CNY">7.00</c:Amt><c:CdtDbtInd>DBIT</c:CdtDbtInd><c:Sts>PDNG</c:Sts></c:Ntry>
            </c:Stmt></c:BkToCstmrStmt></c:Document>""";

    @Test
    void readsEveryDetailWithItsSignAndDay() {
        List<BankStatement> read = read(STATEMENT);
        assertThat(read).singleElement().satisfies(statement -> {
            assertThat(statement.id()).isEqualTo("S1");
            assertThat(statement.account()).isEqualTo("371500000000004001");
            assertThat(statement.pending()).isOne();
            assertThat(statement.addsUp()).isTrue();
        });
        LocalDate day = LocalDate.parse("2026-12-01");
        assertThat(read.get(0).lines())
                .containsExactly(
                        new BankStatement.Line("F1-01", "B-1a", false, Money.parse("100.50"), "CNY", day, null, null),
                        new BankStatement.Line("F2-01", "B-1", false, Money.parse("50.05"), "CNY", day, null, null),
                        new BankStatement.Line(
                                "F3-01", null, true, Money.parse("20.00"), "CNY", day, "AC04 账户已销户", null));
    }

    @Test
    void tellsWhenTheBalancesDoNotAddUp() {
        assertThat(read(STATEMENT.replace("869.45", "869.46")).get(0).addsUp()).isFalse();
        assertThatThrownBy(() -> read(STATEMENT.replace(">50.05<", ">50.06<"))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Document><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'/>",
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'>&x;</Document>",
                "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'>&b;</Document>"
            })
    void refusesDocumentTypesAndEntities(String xml) {
        assertThatThrownBy(() -> read(xml)).hasMessageContaining("XML_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<a/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><Stmt/></Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><TxDtls/></Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><Ntry><Ntry/></Ntry></Document>"
            })
    void refusesWhatIsNoStatement(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesAmountsOfLessThanAFenAndOtherThanPlainOnes() {
        for (String amount : List.of("20.001", "-20.00", "2e1", "+20.00", "", "99999999999999999999")) {
            assertThatThrownBy(() -> read(STATEMENT.replace(">20.00<", ">" + amount + "<")))
                    .as(amount)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void brokenFilesAreRefusedAndNeverBreakTheReader() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("BankStatementReaderTests.brokenFilesAreRefusedAndNeverBreakTheReader seed " + seed);
        Random random = new Random(seed);
        byte[] good = STATEMENT.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            read(BrokenFile.of(good, random), 3);
            read(withoutAnElement(random), 3);
        }
    }

    /** Well-formed, with one element taken out. */
    private static byte[] withoutAnElement(Random random) {
        List<String> names = List.of(
                "Amt", "CdtDbtInd", "Sts", "BookgDt", "Id", "Refs", "TxDtls", "NtryDtls", "Bal", "Acct", "Tp", "Ntry");
        String name = names.get(random.nextInt(names.size()));
        int from = STATEMENT.indexOf("<c:" + name, random.nextInt(STATEMENT.length()));
        int to = from < 0 ? -1 : STATEMENT.indexOf("</c:" + name + ">", from);
        String cut = to < 0 ? STATEMENT : STATEMENT.substring(0, from) + STATEMENT.substring(to + name.length() + 5);
        return cut.getBytes(StandardCharsets.UTF_8);
    }

    private static void read(byte[] document, int most) {
        try {
            assertThat(BankStatementReader.read(document))
                    .allSatisfy(statement -> assertThat(statement.lines()).hasSizeLessThanOrEqualTo(most));
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(400);
        }
    }

    private static List<BankStatement> read(String xml) {
        return BankStatementReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
