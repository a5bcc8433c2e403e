package org.fourplusone.industry.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.spreadsheet.FileRefused;
import org.fourplusone.industry.spreadsheet.SheetFile;
import org.fourplusone.industry.spreadsheet.SheetRow;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;

/** Reads a file once from its header to its end, cell by cell, and has its lines compared in portions. */
final class CheckFile implements SheetFile.Taker {

    private static final int PORTION = 1_000;

    private final List<Column> columns;
    private final Findings findings;
    private final Loader.Comparing comparing;
    private final List<Line> portion = new ArrayList<>();
    private @Nullable Header header;
    private boolean stopped;
    private int rows;

    private CheckFile(Loader loader, Findings findings) {
        this.columns = loader.columns();
        this.findings = findings;
        this.comparing = loader.compare(findings);
    }

    /** @throws FileRefused for what makes the file as a whole useless */
    static void check(SheetFile file, Loader loader, Findings findings) throws FileRefused, IOException {
        CheckFile check = new CheckFile(loader, findings);
        file.read(check);
        if (check.header == null) {
            throw new FileRefused("FILE_EMPTY");
        }
        if (!check.stopped) {
            if (check.rows == 0) {
                throw new FileRefused("FILE_NO_ROWS");
            }
            check.comparing.take(List.copyOf(check.portion));
            check.comparing.end();
        }
    }

    @Override
    public void row(SheetRow row) {
        if (stopped || row.isRemark()) {
            return;
        }
        if (header == null) {
            header = Header.of(row, columns, findings);
            stopped = findings.hasErrors();
            return;
        }
        rows++;
        Line line = line(row, header);
        if (line == null) {
            findings.done(1);
            return;
        }
        portion.add(line);
        if (portion.size() == PORTION) {
            comparing.take(List.copyOf(portion));
            portion.clear();
        }
    }

    private @Nullable Line line(SheetRow row, Header header) {
        Map<String, String> values = new HashMap<>();
        boolean wrong = false;
        int places = Math.max(header.places().size(), row.cells().size());
        for (int place = 0; place < places; place++) {
            Column column = place < header.places().size() ? header.places().get(place) : null;
            String cell = row.cell(place);
            if (column == null) {
                if (!cell.isEmpty()) {
                    findings.error(
                            row.number(),
                            String.valueOf(place + 1),
                            cell,
                            new FieldProblem("", "CELL_OUTSIDE", place + 1));
                    wrong = true;
                }
                continue;
            }
            CellReading reading = CellReading.of(column, cell);
            if (reading.problem() != null) {
                findings.error(row.number(), column.key(), cell, reading.problem());
                wrong = true;
            } else if (!reading.value().isEmpty()) {
                values.put(column.key(), reading.value());
            }
        }
        return wrong ? null : new Line(row.number(), values);
    }
}
