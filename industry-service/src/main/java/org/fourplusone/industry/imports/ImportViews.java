package org.fourplusone.industry.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.problem.ProblemTexts;
import org.fourplusone.starter.text.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Imports, what is wrong with them and what they would change, in the caller's language. */
@Component
class ImportViews {

    private final Loaders loaders;
    private final ProblemTexts texts;

    ImportViews(Loaders loaders, ProblemTexts texts) {
        this.loaders = loaders;
        this.texts = texts;
    }

    ImportView of(Import each, HttpServletRequest request) {
        String problem = each.problem();
        ProblemDetail detail = problem == null
                ? null
                : texts.detail(
                        Problem.of(
                                each.state() == Import.State.REFUSED
                                        ? HttpStatus.UNPROCESSABLE_CONTENT
                                        : HttpStatus.SERVICE_UNAVAILABLE,
                                problem,
                                each.problemWith().toArray()),
                        request);
        return ImportView.of(each, detail);
    }

    ImportView.Wrong wrong(RowError error) {
        Language language = language();
        return new ImportView.Wrong(
                error.row(),
                error.column(),
                error.name() == null ? error.column() : error.name().in(language),
                error.value(),
                error.code(),
                texts.message(error.problem(), language));
    }

    String csv(List<RowError> errors) {
        boolean english = language() == Language.EN;
        return Csv.table(
                List.of(
                        new Csv.Column<>(english ? "Row" : "行", ImportView.Wrong::row),
                        new Csv.Column<>(english ? "Column" : "列", ImportView.Wrong::columnName),
                        new Csv.Column<>(english ? "Value" : "内容", ImportView.Wrong::value),
                        new Csv.Column<>(english ? "Problem" : "问题", ImportView.Wrong::message)),
                errors.stream().map(this::wrong).toList());
    }

    /** How rows of a kind of file are shown. */
    Function<Change, ImportView.Row> rows(ImportKind kind) {
        Map<String, Column> columns =
                loaders.of(kind).columns().stream().collect(Collectors.toMap(Column::key, Function.identity()));
        return change -> row(change, columns);
    }

    private static ImportView.Row row(Change change, Map<String, Column> columns) {
        List<ImportView.Cell> cells = new ArrayList<>();
        for (Change.Cell cell : change.cells()) {
            Column column = columns.get(cell.column());
            if (column != null) {
                cells.add(new ImportView.Cell(cell.column(), column.name(), cell.before(), cell.after()));
            }
        }
        return new ImportView.Row(
                change.row(),
                change.added() ? "ADDED" : "CHANGED",
                change.key(),
                change.subject(),
                change.what(),
                cells);
    }

    /** One language, where a caller takes both. */
    private static Language language() {
        return Language.current() == Language.EN ? Language.EN : Language.ZH;
    }
}
