package org.fourplusone.fund.call;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** A support item as policy-service describes it; the fields that a call and its filings read. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Item(
        String code,
        int version,
        Text title,
        Text department,
        String line,
        String track,
        boolean illustrative,
        @Nullable List<Document> documents,
        @Nullable Form form) {

    /** A document that a filing needs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Document(String code, @Nullable Text name, boolean required) {}

    /** What the item's form asks: fact keys, and the kinds of claim lines. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Form(
            @Nullable List<String> questions, @Nullable List<LineKind> claimLines) {}

    /**
     * A kind of claim line.
     *
     * @param fact the fact that the lines of this kind bound; null when they only identify
     * @param measure NET_AMOUNT (their sum), COUNT (their number) or NONE
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LineKind(
            String kind,
            @Nullable Text name,
            @Nullable String fact,
            @Nullable String measure) {}

    public List<Document> papers() {
        return documents == null ? List.of() : documents;
    }

    public List<LineKind> lineKinds() {
        return form == null || form.claimLines() == null ? List.of() : form.claimLines();
    }
}
