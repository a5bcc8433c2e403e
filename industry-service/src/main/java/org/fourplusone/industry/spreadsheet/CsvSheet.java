package org.fourplusone.industry.spreadsheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a CSV file (RFC 4180), whose separator is the comma, the semicolon or the tab, as its first line has it. */
final class CsvSheet {

    private static final int MOST_ROW = 64 * 1024;

    private CsvSheet() {}

    static void read(Path file, Encoding encoding, SheetFile.Taker taker) throws FileRefused, IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(file, encoding))
                .setIgnoreEmptyLines(false)
                .get();
        RowBound bound = new RowBound(encoding.reader(file));
        long number = 0;
        try (CSVParser rows =
                CSVParser.builder().setReader(bound).setFormat(format).get()) {
            for (CSVRecord row : rows) {
                bound.next();
                number = row.getRecordNumber();
                List<String> cells = new ArrayList<>(row.size());
                for (String cell : row) {
                    cells.add(CellText.unguarded(CellText.strip(cell)));
                }
                taker.row(new SheetRow(Math.toIntExact(number), cells));
            }
        } catch (RowTooLong tooLong) {
            throw new FileRefused("FILE_ROW", number + 1, MOST_ROW);
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof RowTooLong) {
                throw new FileRefused("FILE_ROW", number + 1, MOST_ROW);
            }
            throw new FileRefused("FILE_QUOTES", number + 1);
        }
    }

    private static char separator(Path file, Encoding encoding) throws IOException {
        char[] head = new char[4096];
        int length;
        try (Reader in = encoding.reader(file)) {
            length = Math.max(0, in.read(head));
        }
        int[] counts = new int[3];
        for (int i = 0; i < length && head[i] != '\n'; i++) {
            int which = ",;\t".indexOf(head[i]);
            if (which >= 0) {
                counts[which]++;
            }
        }
        if (counts[2] > counts[0] && counts[2] > counts[1]) {
            return '\t';
        }
        return counts[1] > counts[0] ? ';' : ',';
    }

    /** Stops a row without an end before it fills the memory: one that begins with a quotation mark that is never closed. */
    private static final class RowBound extends FilterReader {

        private int since;

        RowBound(Reader in) {
            super(in);
        }

        void next() {
            since = 0;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int count = super.read(into, from, Math.min(length, 8192));
            count(Math.max(0, count));
            return count;
        }

        private void count(int characters) throws RowTooLong {
            since += characters;
            if (since > MOST_ROW + 8192) {
                throw new RowTooLong();
            }
        }
    }

    private static final class RowTooLong extends IOException {}
}
