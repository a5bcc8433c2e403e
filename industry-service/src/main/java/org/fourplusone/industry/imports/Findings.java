package org.fourplusone.industry.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;

/** Gathers what a check finds: errors, of which the first thousand are kept, and changes, which are stored as they come. */
final class Findings {

    static final int MOST_ERRORS = 1_000;

    private final Map<String, Column> columns = new HashMap<>();
    private final ImportParts parts;
    private final String id;
    private final IntConsumer progress;
    private final List<RowError> errors = new ArrayList<>();
    private final List<Change> added = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();
    private int errorCount;
    private int addedCount;
    private int changedCount;
    private int unchangedCount;
    private int done;

    Findings(List<Column> columns, ImportParts parts, String id, IntConsumer progress) {
        columns.forEach(column -> this.columns.put(column.key(), column));
        this.parts = parts;
        this.id = id;
        this.progress = progress;
    }

    /** Something is wrong with a cell. */
    void error(int row, String column, @Nullable String value, FieldProblem problem) {
        errorCount++;
        if (errors.size() < MOST_ERRORS) {
            Column known = columns.get(column);
            errors.add(
                    RowError.of(row, column, known == null ? null : known.name(), value == null ? "" : value, problem));
        }
    }

    void change(Change change) {
        if (errorCount > 0) {
            return;
        }
        List<Change> list = change.added() ? added : changed;
        list.add(change);
        if (list.size() == ImportParts.ROWS) {
            flush(change.added());
        }
    }

    void unchanged() {
        unchangedCount++;
    }

    /** Lines have been compared. */
    void done(int lines) {
        done += lines;
        progress.accept(done);
    }

    boolean hasErrors() {
        return errorCount > 0;
    }

    /** Stores what is left. */
    ImportParts.Counts end() {
        flush(true);
        flush(false);
        errors.sort(Comparator.comparingInt(RowError::row));
        for (int from = 0; from < errors.size(); from += ImportParts.ROWS) {
            parts.addErrors(
                    id,
                    from / ImportParts.ROWS,
                    errors.subList(from, Math.min(errors.size(), from + ImportParts.ROWS)));
        }
        return new ImportParts.Counts(done, addedCount, changedCount, unchangedCount, errorCount);
    }

    private void flush(boolean ofAdded) {
        List<Change> list = ofAdded ? added : changed;
        int count = ofAdded ? addedCount : changedCount;
        if (!list.isEmpty()) {
            parts.addChanges(id, ofAdded, count / ImportParts.ROWS, list);
            if (ofAdded) {
                addedCount += list.size();
            } else {
                changedCount += list.size();
            }
            list.clear();
        }
    }
}
