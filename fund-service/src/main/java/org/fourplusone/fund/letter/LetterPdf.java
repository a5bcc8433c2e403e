package org.fourplusone.fund.letter;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A letter's page as PDF. Its font is the project's copy of Noto Sans SC (OFL), cut to the characters of GBK: the whole font
 * gives some characters the code points of radicals, and then the text is not found by a search.
 */
@Component
class LetterPdf {
    private static final String FONT = "letter/NotoSansSC-Regular.ttf";

    LetterPdf() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** @param page XHTML */
    byte[] of(String page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(LetterPdf::font, "Noto Sans SC")
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static java.io.InputStream font() {
        try {
            return new ClassPathResource(FONT).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
