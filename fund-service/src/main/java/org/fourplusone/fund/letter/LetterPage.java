package org.fourplusone.fund.letter;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fourplusone.fund.award.CapitalAmount;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A letter as a page of XHTML: what is printed from the browser and what becomes the PDF. Chinese is the letter; English is
 * its translation and says so.
 */
@Component
class LetterPage {
    /** 行政复议法 (2023) art. 20: sixty days; 行政诉讼法 art. 46: six months. */
    private static final Text REMEDY = Text.of(
            "如不服本决定，可以自知道之日起六十日内依法申请行政复议，或者自知道之日起六个月内依法提起行政诉讼。",
            "Against this decision administrative reconsideration may be applied for within sixty days, or an action brought"
                    + " within six months, of the day on which you learn of it.");

    private static final Text TRANSLATION = Text.of("", "A translation. The Chinese letter is binding.");

    private static final Text ERASED = Text.of("（姓名已依法删除）", "(name erased as the law asks)");

    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Template template;
    private final String style;
    private final String styleHash;

    LetterPage() {
        template = Mustache.compiler()
                .emptyStringIsFalse(true)
                .withFormatter(value -> NOT_IN_XML.matcher(value.toString()).replaceAll(""))
                .compile(read("letter.mustache"));
        style = read("letter.css");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            styleHash = "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try (Reader in = new InputStreamReader(
                new ClassPathResource("letter/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            java.io.StringWriter text = new java.io.StringWriter();
            in.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page's style is allowed by in a content security policy. */
    String styleHash() {
        return styleHash;
    }

    /**
     * @param language {@code ZH} or {@code EN}
     * @return XHTML, with everything that people wrote escaped
     */
    String of(Letter letter, Language language) {
        Letter.Content content = letter.content();
        Map<String, Object> words = new HashMap<>();
        words.put("language", language == Language.EN ? "en" : "zh-CN");
        words.put("style", style);
        words.put("office", content.office().in(language));
        words.put("title", letter.kind().title().in(language));
        words.put("number", letter.number());
        words.put("addressee", content.addressee().isEmpty() ? ERASED.in(language) : content.addressee());
        words.put("creditCode", content.creditCode());
        words.put("opening", filled(letter.kind().opening(), content, language));
        words.put("points", content.points());
        words.put("closing", filled(letter.kind().closing(), content, language));
        words.put("remedy", letter.kind().isOpenToRemedy() ? REMEDY.in(language) : "");
        words.put("seal", Text.of("（印章）", "(seal)").in(language));
        words.put("issuedOn", day(letter.issuedOn(), language));
        words.put("translation", TRANSLATION.in(language));
        return template.execute(words);
    }

    private static String filled(@Nullable Text text, Letter.Content content, Language language) {
        if (text == null) {
            return "";
        }
        Money amount = content.amount();
        Letter.Claim claim = content.claim();
        return new MessageFormat(text.in(language).replace("'", "''"), language.locale()).format(new Object[] {
            content.filingNumber(),
            content.itemCode() + " " + content.item().in(language),
            day(content.submittedOn(), language),
            amount == null ? "" : amount.toString(),
            amount == null ? "" : CapitalAmount.ofFen(amount.fen()),
            day(content.dueOn(), language),
            claim == null ? "" : claim.number(),
            claim == null ? "" : claim.ground().in(language),
            claim == null ? "" : claim.basis().in(language),
            claim == null ? "" : claim.hearing().in(language),
            claim == null ? "" : claim.account().in(language)
        });
    }

    private static String day(@Nullable LocalDate day, Language language) {
        return day == null ? "" : (language == Language.EN ? DAY_EN : DAY_ZH).format(day);
    }
}
