package org.fourplusone.fund.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.fund.filing.SensitiveReads;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Letters")
class LetterController {
    /** @param recovery that it tells of, if it does */
    record LetterView(
            String id,
            String number,
            LetterKind kind,
            Text title,
            LocalDate issuedOn,
            @Nullable String recovery) {
        static LetterView of(Letter letter) {
            Letter.Claim claim = letter.content().claim();
            return new LetterView(
                    letter.id(),
                    letter.number(),
                    letter.kind(),
                    letter.kind().title(),
                    letter.issuedOn(),
                    claim == null ? null : claim.recovery());
        }
    }

    /** For a plain link, which carries no {@code Accept}. */
    enum Format {
        html,
        pdf
    }

    /** Chinese is the letter, English its translation. */
    enum Tongue {
        zh(Language.ZH),
        en(Language.EN);

        private final Language language;

        Tongue(Language language) {
            this.language = language;
        }
    }

    private final Letters letters;
    private final LetterPage page;
    private final LetterPdf pdf;
    private final FilingViews filings;
    private final SensitiveReads reads;

    LetterController(Letters letters, LetterPage page, LetterPdf pdf, FilingViews filings, SensitiveReads reads) {
        this.letters = letters;
        this.page = page;
        this.pdf = pdf;
        this.filings = filings;
        this.reads = reads;
    }

    @GetMapping("/filings/{id}/letters")
    @Operation(summary = "The letters of a filing, oldest first")
    List<LetterView> list(@PathVariable String id) {
        Caller caller = Caller.current();
        return letters.of(filings.visible(id, caller).id()).stream()
                .filter(letter -> letter.kind().isToEnterprise() || FilingViews.isOfficer(caller))
                .map(LetterView::of)
                .toList();
    }

    @GetMapping(
            path = "/letters/{id}",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
    @Operation(summary = "A letter for print (HTML) or as PDF; reading the name of an objection's author is recorded")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @RequestParam(defaultValue = "html") Format format,
            @RequestParam(defaultValue = "zh") Tongue language) {
        Caller caller = Caller.current();
        Letter letter = letters.find(id)
                .filter(found -> found.kind().isToEnterprise() || FilingViews.isOfficer(caller))
                .orElseThrow(Problem::notFound);
        Filing filing = filings.visible(letter.filing(), caller);
        if (!letter.kind().isToEnterprise() && !letter.content().addressee().isEmpty()) {
            reads.persons(filing.id(), Map.of("letter", letter.id()));
        }
        String html = page.of(letter, language.language);
        if (format == Format.html) {
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .header("Content-Security-Policy", "default-src 'none'; style-src '" + page.styleHash() + "'")
                    .body(html.getBytes(StandardCharsets.UTF_8));
        }
        ContentDisposition name = ContentDisposition.attachment()
                .filename(letter.number() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf.of(html));
    }
}
