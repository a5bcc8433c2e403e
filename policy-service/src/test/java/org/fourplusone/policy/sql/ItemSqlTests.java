package org.fourplusone.policy.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a statement looks like, and what it never holds. */
class ItemSqlTests {

    private static String statement(String code) {
        Item item = CatalogueItems.read().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        return ItemSql.of(item, 2026, List.of(code));
    }

    @Test
    void aStatementReadsAsTheItemDoes() {
        assertThat(statement("A03-01")).isEqualTo("""
                -- A03-01 第1版 高新技术企业认定奖励 / version 1: High-tech enterprise recognition award
                -- 政策年度 2026；NULL 为未知，不等于否 / policy year 2026; NULL is unknown, which is not false
                -- 示例事项，非现行政策 / illustrative, no policy in force
                SELECT v.credit_code,
                       CASE MAX(CASE WHEN v.fits THEN 2 WHEN NOT v.fits THEN 0 ELSE 1 END)
                         WHEN 2 THEN 'ELIGIBLE' WHEN 1 THEN 'UNDETERMINED' ELSE 'INELIGIBLE' END AS verdict
                FROM (
                  SELECT e.credit_code,
                         CASE
                           -- 已知没有此类记录 / there is known to be no such record
                           WHEN e.knows_honour AND r.ref IS NULL THEN FALSE
                           ELSE (
                           -- 示例总则第(一)项：登记住所在区内（按地址认定） / Illustrative General Provisions (1): The registered address is in the zone (by address)
                           e.ent_registeredInZone = TRUE
                           -- 示例总则第(二)项：纳税关系在区内 / Illustrative General Provisions (2): Tax is administered in the zone
                           AND e.ent_taxDomicileInZone = TRUE
                           -- 示例总则第(三)项：统计关系在区内 / Illustrative General Provisions (3): Statistics are reported in the zone
                           AND e.ent_statDomicileInZone = TRUE
                           -- 示例总则第(四)项：具有独立法人资格 / Illustrative General Provisions (4): It is an independent legal person
                           AND e.ent_independentLegalPerson = TRUE
                           -- 示例总则第(五)项：未被列为失信被执行人 / Illustrative General Provisions (5): It is not listed as a dishonest judgment debtor
                           AND e.credit_dishonestJudgmentDebtor = FALSE
                           -- 示例总则第(六)项：未被列入严重违法失信名单 / Illustrative General Provisions (6): It is not on the list of seriously illegal and dishonest enterprises
                           AND e.credit_seriousIllegalDishonestList = FALSE
                           -- 示例总则第(七)项：近12个月重大安全、环保、质量事故数为0起 / Illustrative General Provisions (7): Major safety, environmental or quality accidents in the last 12 months: 0
                           AND e.safety_majorAccidentsLast12m = 0
                           -- 示例总则第(八)项：没有未结清的资金追回决定 / Illustrative General Provisions (8): It has no open recovery order
                           AND e.fund_openRecoveryOrder = FALSE
                           -- 示例第三条第(一)项第1目：荣誉类别为高新技术企业 / Illustrative Art. 3 (1) no. 1: Kind of honour: High-tech enterprise
                           AND r.honour_kind = 'HNTE'
                           -- 示例第三条第(一)项第2目：取得年度为政策年度（2026年） / Illustrative Art. 3 (1) no. 2: Year obtained: the policy year (2026)
                           AND r.honour_year = 2026
                           -- 示例第三条第(一)项第3目：不是零研发填报（2026年） / Illustrative Art. 3 (1) no. 3: It did not report zero R&D (2026)
                           AND e.rd_zeroReport = FALSE
                           -- 有可拨金额：按荣誉级别奖励：首次认定10万元、重新认定5万元 / something is paid: By Level of the honour: First recognition CNY 100,000; Renewed recognition CNY 50,000
                           AND r.honour_level IN ('FIRST', 'RENEW')
                           -- 此前未就同一对象兑现 / not granted for the same before
                           AND g.claim IS NULL
                         ) END AS fits
                  FROM facts_enterprise e
                  LEFT JOIN facts_honour r ON r.credit_code = e.credit_code AND e.knows_honour
                    AND COALESCE(r.honour_kind = 'HNTE', TRUE)
                  LEFT JOIN (
                    SELECT DISTINCT a.credit_code, c.claim
                    FROM facts_award a
                    JOIN facts_award_claim c ON c.credit_code = a.credit_code AND c.filing = a.filing
                    WHERE a.counts AND a.item IN ('A03-01')
                  ) g ON g.credit_code = e.credit_code
                    AND g.claim IN (CONCAT('HONOUR:', r.ref), CONCAT('RECORD:', r.ref))
                ) v
                GROUP BY v.credit_code
                ORDER BY v.credit_code
                """);
    }

    @Test
    void noStatementNeedsWhatAnalyticalServersLack() {
        for (Item item : CatalogueItems.read()) {
            String sql = ItemSql.of(item, 2026, List.of(item.code())).toUpperCase(Locale.ROOT);
            String without = sql.replaceAll("(?m)--.*$", "");
            assertThat(without).doesNotContainPattern("\\b(WITH|JSON|EXISTS|IS NOT TRUE|IS FALSE|DIV|`)\\b");
            assertThat(without.split("\\bSELECT\\b")).hasSizeBetween(3, 4);
        }
    }

    @Test
    void whateverAnEditorWritesStaysInsideItsQuotesAndItsLine() {
        assertThat(Literal.text("O'Neil")).isEqualTo("'O''Neil'");
        assertThat(Literal.text("a\\' OR 1=1 -- ")).isEqualTo("_utf8mb4 X'615c27204f5220313d31202d2d20'");
        assertThat(Literal.text("甲\n乙")).isEqualTo("_utf8mb4 X'e794b20ae4b999'");
        assertThat(Literal.comment(Text.of("甲\r\n; DROP TABLE x", "a\u2028b\u0085c\u0000d")))
                .isEqualTo("-- 甲  ; DROP TABLE x / a b c d");
        assertThat(Literal.words("it's \\ so\n")).isEqualTo("'it''s   so '");
    }

    @Test
    void everyFactHasItsColumnAndTheMappingIsWrittenDown() {
        Dictionary dictionary = TestCatalogue.dictionary();
        FactTables tables = FactTables.of(dictionary);
        List<String> facts = tables.all().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.fact() != null)
                .map(column -> column.fact() + " " + column.name() + " " + column.type())
                .toList();
        assertThat(facts)
                .contains(
                        "ent.revenueYear ent_revenueYear DECIMAL(21,6)",
                        "listing.stage listing_stage_LISTED BOOLEAN",
                        "cert.HNTE.valid cert_HNTE_valid BOOLEAN",
                        "honour.object honour_object VARCHAR(200)");
        dictionary.facts().forEach(fact -> assertThat(facts).anyMatch(each -> each.startsWith(fact.key() + " ")));
    }

    @Test
    void twoFactsForOneColumnAreRefused() {
        ObjectNode json = (ObjectNode) TestCatalogue.JSON.readTree(TestCatalogue.dictionaryText());
        ArrayNode facts = (ArrayNode) json.get("facts");
        facts.add(((ObjectNode) facts.get(9).deepCopy()).put("key", "ent.revenue_Year"));
        facts.add(((ObjectNode) facts.get(9).deepCopy()).put("key", "ent.revenue.year"));
        Dictionary twice = Dictionary.read(json);
        assertThatThrownBy(() -> FactTables.of(twice)).isInstanceOf(IllegalArgumentException.class);
        facts.add(((ObjectNode) facts.get(9).deepCopy()).put("key", "ent.a b"));
        Dictionary odd = Dictionary.read(json);
        assertThatThrownBy(() -> FactTables.of(odd)).isInstanceOf(IllegalArgumentException.class);
    }
}
