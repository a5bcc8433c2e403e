package org.fourplusone.industry.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * An import as it is shown.
 *
 * @param done rows that are compared or applied, of about {@code total}
 * @param problem a problem detail, where the file is refused as a whole or the work failed
 * @param rows how many rows the file has
 * @param errors how many cells are wrong; at most a thousand of them are listed
 * @param recomputed whether the register had changed when it was to be applied, so that the changes were worked out anew
 * @param actions the moves that are open: {@code apply}, {@code discard}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        String id,
        String kind,
        Text kindName,
        String fileName,
        long fileSize,
        String sha256,
        Import.State state,
        int done,
        int total,
        Instant startedAt,
        String startedBy,
        @Nullable ProblemDetail problem,
        int rows,
        int added,
        int changed,
        int unchanged,
        int errors,
        boolean recomputed,
        @Nullable Instant finishedAt,
        @Nullable String finishedBy,
        List<String> actions) {

    static ImportView of(Import each, @Nullable ProblemDetail problem) {
        return new ImportView(
                each.id(),
                each.kind().path(),
                each.kind().text(),
                each.fileName(),
                each.fileSize(),
                each.sha256(),
                each.state(),
                each.done(),
                each.total(),
                each.startedAt(),
                each.startedBy(),
                problem,
                each.counts().rows(),
                each.counts().added(),
                each.counts().changed(),
                each.counts().unchanged(),
                each.counts().errors(),
                each.recomputed(),
                each.finishedAt(),
                each.finishedBy(),
                each.actions());
    }

    /**
     * A row that would change something.
     *
     * @param key what it is about, by column
     * @param subject the name of what it is about
     * @param what the fact that it states
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            int row,
            String change,
            Map<String, String> key,
            String subject,
            @Nullable Text what,
            List<Cell> cells) {}

    /** A column's value now and then; absent where there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(
            String column,
            Text name,
            @Nullable String before,
            @Nullable String after) {}

    /** What is wrong with a cell, in the caller's language. */
    record Wrong(int row, String column, String columnName, String value, String code, String message) {}
}
