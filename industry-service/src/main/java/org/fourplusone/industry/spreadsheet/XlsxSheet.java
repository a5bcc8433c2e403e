package org.fourplusone.industry.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Rows of the first visible sheet of a workbook that {@link XlsxSafety} has let pass. */
final class XlsxSheet {

    private static final MathContext AS_SHOWN = new MathContext(15);
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final Pattern OF_DATES = Pattern.compile("(?i).*[ymd年月日].*");

    private XlsxSheet() {}

    static void read(Path file, SheetFile.Taker taker) throws FileRefused, IOException {
        try (ReadableWorkbook workbook =
                guarded(() -> new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false)))) {
            Sheet sheet = guarded(() -> workbook.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow());
            try (Stream<Row> rows = guarded(sheet::openStream)) {
                Iterator<Row> each = rows.iterator();
                for (Optional<SheetRow> row = next(each); row.isPresent(); row = next(each)) {
                    taker.row(row.get());
                }
            }
        }
    }

    private static Optional<SheetRow> next(Iterator<Row> rows) throws FileRefused {
        return guarded(() -> rows.hasNext() ? Optional.of(row(rows.next())) : Optional.empty());
    }

    /** A parser's complaints about a broken file come as whatever it throws; those of who takes the rows pass. */
    private static <T> T guarded(Callable<T> reading) throws FileRefused {
        try {
            return reading.call();
        } catch (FileRefused refused) {
            throw refused;
        } catch (Exception broken) {
            throw new FileRefused("FILE_XLSX");
        }
    }

    private static SheetRow row(Row row) throws FileRefused {
        if (row.getCellCount() > 4 * SheetFile.MOST_COLUMNS) {
            throw new FileRefused("FILE_COLUMNS", row.getRowNum(), SheetFile.MOST_COLUMNS);
        }
        List<String> cells = new ArrayList<>(row.getCellCount());
        int filled = 0;
        for (Cell cell : row) {
            cells.add(text(cell, row.getRowNum()));
            filled = cells.get(cells.size() - 1).isEmpty() ? filled : cells.size();
        }
        return new SheetRow(row.getRowNum(), List.copyOf(cells.subList(0, filled)));
    }

    private static String text(@Nullable Cell cell, int row) throws FileRefused {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case EMPTY -> "";
            case FORMULA ->
                throw new FileRefused("FILE_FORMULA", cell.getAddress().toString());
            case ERROR ->
                throw new FileRefused("FILE_FORMULA", cell.getAddress().toString());
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case NUMBER -> number(cell);
            case STRING -> CellText.unguarded(CellText.strip(cell.asString()));
        };
    }

    private static String number(Cell cell) {
        BigDecimal number = cell.asNumber();
        if (isDate(cell)) {
            try {
                LocalDateTime date = cell.asDate();
                return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate().toString()
                        : date.toString();
            } catch (DateTimeException | ArithmeticException e) {
                return number.toString();
            }
        }
        if (Math.abs((long) number.scale()) > 60 || number.precision() > 60) {
            return number.round(AS_SHOWN).toString();
        }
        BigDecimal shown = number.round(AS_SHOWN).stripTrailingZeros();
        return shown.toPlainString();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && OF_DATES.matcher(LITERAL.matcher(format).replaceAll("")).matches();
    }
}
