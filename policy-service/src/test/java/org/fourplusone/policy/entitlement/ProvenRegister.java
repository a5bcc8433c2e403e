package org.fourplusone.policy.entitlement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.fourplusone.policy.RecordedIndustry;
import org.fourplusone.policy.TestCatalogue;
import tools.jackson.databind.node.ObjectNode;

/** A small register of its own: one enterprise for each reason to be in or out of a list. */
final class ProvenRegister {

    static final String FITS = "91371502PROVEN0001";
    static final String FITS_TOO = "91371502PROVEN0002";
    static final String FORMULA_NAME = "91371502PROVEN0003";
    static final String DECLARED = "91371502PROVEN0004";
    static final String YEAR_MISSING = "91371502PROVEN0005";
    static final String PAID_BEFORE = "91371502PROVEN0006";
    static final String DISHONEST = "91371502PROVEN0007";
    static final String NO_HONOUR = "91371502PROVEN0008";
    static final String UNKNOWN_HONOURS = "91371502PROVEN0009";
    static final String TWO_FIRST_SETS = "91371502PROVEN0010";

    static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    private static final List<String> TRUE = List.of(
            "ent.registeredInZone", "ent.taxDomicileInZone", "ent.statDomicileInZone", "ent.independentLegalPerson");
    private static final List<String> FALSE =
            List.of("credit.dishonestJudgmentDebtor", "credit.seriousIllegalDishonestList", "fund.openRecoveryOrder");

    private final RecordedIndustry industry = new RecordedIndustry();
    private long cursor;

    ProvenRegister() {
        honoured(FITS, "甲企业", "SRDI", true, true);
        honoured(FITS_TOO, "乙企业", "SRDI", true, true);
        honoured(FORMULA_NAME, "=HYPERLINK(\"x\")企业", "SRDI", true, true);
        honoured(DECLARED, "丁企业", "SRDI", false, true);
        honoured(YEAR_MISSING, "戊企业", "SRDI", true, false);
        ObjectNode paid = enterprise(PAID_BEFORE, "己企业");
        honour(paid, "SRDI", "H-1", true, true);
        paid.withArray("awards")
                .addObject()
                .put("filing", "F-9")
                .put("item", "A04-01")
                .put("itemVersion", 1)
                .put("amount", "100000.00")
                .put("state", "PAID")
                .put("on", YEAR + "-01-05")
                .put("year", YEAR)
                .putArray("claims")
                .add("ENTERPRISE");
        change(paid);
        ObjectNode dishonest = enterprise(DISHONEST, "庚企业");
        honour(dishonest, "SRDI", "H-1", true, true);
        dishonest
                .withArray("facts")
                .valueStream()
                .filter(fact -> fact.get("key").asString().equals("credit.dishonestJudgmentDebtor"))
                .forEach(fact -> ((ObjectNode) fact).put("value", true));
        change(dishonest);
        ObjectNode none = enterprise(NO_HONOUR, "辛企业");
        none.withArray("knownEmpty").add("HONOUR");
        change(none);
        change(enterprise(UNKNOWN_HONOURS, "壬企业"));
        ObjectNode sets = enterprise(TWO_FIRST_SETS, "癸企业");
        honour(sets, "FIRST_SET", "H-1", true, true);
        honour(sets, "FIRST_SET", "H-2", true, false);
        change(sets);
    }

    String uri() {
        return industry.uri();
    }

    void goDown(boolean down) {
        industry.goDown(down);
    }

    /** The honour is gone: what was proven is known not to be. */
    void strip(String creditCode, String name) {
        ObjectNode none = enterprise(creditCode, name);
        none.withArray("knownEmpty").add("HONOUR");
        change(none);
    }

    void honoured(String creditCode, String name, String kind, boolean verified, boolean withYear) {
        ObjectNode document = enterprise(creditCode, name);
        honour(document, kind, "H-1", verified, withYear);
        change(document);
    }

    private void change(ObjectNode document) {
        industry.change(++cursor, document);
    }

    private static ObjectNode enterprise(String creditCode, String name) {
        ObjectNode document = TestCatalogue.JSON
                .createObjectNode()
                .put("creditCode", creditCode)
                .put("name", name)
                .put("cluster", "NEV")
                .put("sizeClass", "S")
                .put("status", "ACTIVE");
        document.putArray("facts");
        document.putArray("records");
        document.putArray("knownEmpty");
        document.putArray("awards");
        TRUE.forEach(key -> fact(document, key).put("value", true));
        FALSE.forEach(key -> fact(document, key).put("value", false));
        fact(document, "safety.majorAccidentsLast12m").put("value", "0");
        return document;
    }

    private static ObjectNode fact(ObjectNode of, String key) {
        return of.withArray("facts")
                .addObject()
                .put("key", key)
                .putNull("period")
                .put("source", "DEPARTMENT")
                .put("verified", true);
    }

    private static void honour(ObjectNode of, String kind, String ref, boolean verified, boolean withYear) {
        ObjectNode honour =
                of.withArray("records").addObject().put("kind", "HONOUR").put("ref", ref);
        honour.putArray("facts");
        fact(honour, "honour.kind").put("value", kind).put("verified", verified);
        fact(honour, "honour.level").put("value", "PROVINCIAL");
        if (withYear) {
            fact(honour, "honour.year").put("value", String.valueOf(YEAR));
        }
    }
}
