package org.fourplusone.fund.filing;

import static java.util.Map.entry;

import java.util.Map;
import org.fourplusone.starter.text.Text;

/** What is claimed, as a reader of a refusal knows it. */
final class ClaimWords {
    private static final Map<String, Text> KINDS = Map.ofEntries(
            entry("PROJECT", Text.of("项目", "Project")),
            entry("INVOICE", Text.of("发票", "Invoice")),
            entry("CONTRACT", Text.of("合同", "Contract")),
            entry("HONOUR", Text.of("荣誉", "Honour")),
            entry("OBJECT", Text.of("认定对象", "Certified thing")),
            entry("CERTIFICATE", Text.of("证书", "Certificate")),
            entry("PERSON", Text.of("人员", "Person")),
            entry("MODEL", Text.of("车型", "Model")),
            entry("PRODUCT", Text.of("产品", "Product")),
            entry("LOAN", Text.of("贷款", "Loan")),
            entry("LEASE", Text.of("租赁", "Lease")),
            entry("PREMISES", Text.of("房产", "Premises")),
            entry("BOOTH", Text.of("展位", "Booth")),
            entry("POLICY", Text.of("保单", "Insurance policy")),
            entry("INTEREST_RECEIPT", Text.of("付息凭证", "Interest receipt")),
            entry("CAPITAL_RECEIPT", Text.of("注资凭证", "Capital receipt")));
    private static final Text OTHER = Text.of("事项", "Thing");

    private ClaimWords() {}

    /**
     * @param kind a fingerprint's kind; {@code CLAIM} for what the item's stacking counts by
     * @param reference what follows the enterprise's code in its reference
     */
    static Text of(String kind, String reference) {
        if (!kind.equals("CLAIM")) {
            return named(kind, reference);
        }
        String claim = reference.substring(reference.indexOf('/') + 1);
        int colon = claim.indexOf(':');
        if (colon < 0) {
            return Text.of("本企业对该项（或同组项目）的申报", "This enterprise's claim of the item, or of its group,");
        }
        String of = claim.substring(colon + 1);
        return claim.startsWith("YEAR:")
                ? Text.of(of + "年度对该项（或同组项目）的申报", "The claim of the item, or of its group, for " + of)
                : named(claim.substring(0, colon), of);
    }

    private static Text named(String kind, String reference) {
        Text words = KINDS.getOrDefault(kind, OTHER);
        return Text.of(words.zh() + " " + reference, words.en() + " " + reference);
    }
}
