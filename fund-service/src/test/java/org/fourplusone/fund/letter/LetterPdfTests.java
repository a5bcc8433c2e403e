package org.fourplusone.fund.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;

class LetterPdfTests {
    private final LetterPage page = new LetterPage();
    private final LetterPdf pdf = new LetterPdf();

    private static Letter letter(LetterKind kind, String addressee, String... points) {
        return new Letter(
                "L1",
                "四加一下达〔2026〕7号",
                kind,
                "F1",
                LocalDate.of(2026, 11, 22),
                new Letter.Content(
                        Text.of("专项资金办公室", "Fund Office"),
                        addressee,
                        "91371502MA3EX0013C",
                        "LC2026-000123",
                        "A02-03",
                        Text.of("工业产值增量奖励", "Industrial output increment award"),
                        LocalDate.of(2026, 11, 2),
                        Money.parse("107000.53"),
                        List.of(points),
                        LocalDate.of(2026, 12, 11),
                        new Letter.Claim(
                                "R1",
                                "ZH2026-000012",
                                Text.of("挪用", "Used for something else"),
                                Text.of("《财政违法行为处罚处分条例》第十四条", "Article 14"),
                                Text.of("你单位已陈述、申辩，意见已予听取", "your statement was heard"),
                                Text.of("账号：371500000000009002", "account 371500000000009002"))));
    }

    /** The text as a search in the file finds it, without the breaks of its lines. */
    private String found(Letter letter, Language language) throws IOException {
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf.of(page.of(letter, language)))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void anAwardIsFoundByItsWordsAndItsAmountInBothForms() throws IOException {
        String text = found(letter(LetterKind.AWARD, "聊城堃喆镕车业有限公司"), Language.ZH);
        assertThat(text)
                .contains("资金下达通知书", "四加一下达〔2026〕7号", "聊城堃喆镕车业有限公司", "91371502MA3EX0013C")
                .contains("107000.53元（人民币壹拾万柒仟元伍角叁分）")
                .contains("（印章）", "2026年11月22日")
                .doesNotContain("行政复议", "translation");
    }

    @Test
    void aDecisionTellsItsReasonsAndTheRemedy() throws IOException {
        Letter letter = letter(LetterKind.NON_SUPPORT, "甲公司", "示例第二条第(三)项 产值未达到", "2. 审计报告缺页");
        assertThat(found(letter, Language.ZH)).contains("产值未达到", "2.审计报告缺页", "六十日内依法申请行政复议", "六个月内依法提起行政诉讼");
        assertThat(found(letter, Language.EN))
                .contains("isnotsupported", "产值未达到", "withinsixtydays", "TheChineseletterisbinding");
    }

    @Test
    void aCorrectionSaysUntilWhen() throws IOException {
        assertThat(found(letter(LetterKind.CORRECTION, "甲公司", "1. 补交审计报告"), Language.ZH))
                .contains("1.补交审计报告", "请于2026年12月11日前补正");
    }

    @Test
    void aRecoveryTellsItsGroundAmountAccountHearingAndTheRemedy() throws IOException {
        Letter decision = letter(LetterKind.RECOVERY_DECISION, "甲公司", "设备另作他用");
        assertThat(found(decision, Language.ZH))
                .contains("追回决定书", "ZH2026-000012", "挪用", "《财政违法行为处罚处分条例》第十四条", "意见已予听取")
                .contains("107000.53元（人民币壹拾万柒仟元伍角叁分）", "设备另作他用")
                .contains("请于2026年12月11日（含）前", "371500000000009002", "行政复议", "（印章）");
        assertThat(found(decision, Language.EN)).contains("yourstatementwasheard", "account371500000000009002");
        assertThat(found(letter(LetterKind.RECOVERY_DEMAND, "甲公司"), Language.ZH))
                .contains("拟追回资金", "有权陈述、申辩")
                .doesNotContain("行政复议", "371500000000009002");
        assertThat(found(letter(LetterKind.RECOVERY_DUNNING, "甲公司"), Language.ZH))
                .contains("催告书", "尚欠107000.53元", "371500000000009002");
    }

    @Test
    void whatPeopleWroteIsTextAndNeverMarkup() throws IOException {
        Letter letter = letter(LetterKind.REFUSAL, "<b>甲 & 乙</b>", "a < b \u0001\uFFFF \"c\" </p><script>x</script>");
        assertThat(page.of(letter, Language.ZH)).contains("&lt;script&gt;").doesNotContain("<script", "<b>", "\u0001");
        assertThat(found(letter, Language.ZH)).contains("<b>甲&乙</b>", "a<b\"c\"</p><script>x</script>");
    }
}
