package org.fourplusone.industry.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A table in a file: CSV in UTF-8, UTF-16 with its mark or GB18030, or the first visible sheet of an XLSX workbook. Its rows are
 * read one after the other, so that a file of 200,000 rows costs no more memory than a short one.
 */
public final class SheetFile {

    public static final int MOST_ROWS = 200_000;
    static final int MOST_COLUMNS = 100;
    static final int MOST_CELL = 2_000;

    /** What a workbook may unpack to in cells; a text file cannot hold more. */
    private static final long MOST_CHARACTERS = 32L * 1024 * 1024;

    private final Path file;
    private final boolean workbook;
    private final int rows;
    private final Encoding encoding;

    private SheetFile(Path file, boolean workbook, int rows, Encoding encoding) {
        this.file = file;
        this.workbook = workbook;
        this.rows = rows;
        this.encoding = encoding;
    }

    /** Takes the rows in their order. */
    public interface Taker {
        void row(SheetRow row) throws FileRefused;
    }

    /**
     * Looks at a file's first bytes and, without keeping anything of it, through the whole.
     *
     * @throws FileRefused if it is neither CSV nor XLSX, or is a danger to read
     */
    public static SheetFile open(Path file) throws FileRefused, IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (head.length == 0) {
            throw new FileRefused("FILE_EMPTY");
        }
        if (begins(head, 0x50, 0x4B)) {
            return new SheetFile(file, true, XlsxSafety.check(file), Encoding.NONE);
        }
        if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileRefused("FILE_OLD_XLS");
        }
        if (begins(head, 0x25, 0x50, 0x44, 0x46) || begins(head, 0x1F, 0x8B) || begins(head, 0x89, 0x50)) {
            throw new FileRefused("FILE_TYPE");
        }
        Encoding encoding = Encoding.of(file);
        return new SheetFile(file, false, encoding.lines(), encoding);
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a workbook rather than CSV. */
    public boolean isWorkbook() {
        return workbook;
    }

    /** About how many rows there are, header included. */
    public int rows() {
        return Math.min(rows, MOST_ROWS);
    }

    /** @throws FileRefused for what only reading shows; rows that were taken until then count for nothing */
    public void read(Taker taker) throws FileRefused, IOException {
        Taker counted = new Counted(taker);
        if (workbook) {
            XlsxSheet.read(file, counted);
        } else {
            CsvSheet.read(file, encoding, counted);
        }
    }

    private static final class Counted implements Taker {

        private final Taker taker;
        private int taken;
        private long characters;

        Counted(Taker taker) {
            this.taker = taker;
        }

        @Override
        public void row(SheetRow row) throws FileRefused {
            if (row.cells().size() > MOST_COLUMNS) {
                throw new FileRefused("FILE_COLUMNS", row.number(), MOST_COLUMNS);
            }
            for (int i = 0; i < row.cells().size(); i++) {
                characters += row.cells().get(i).length();
                if (row.cells().get(i).length() > MOST_CELL) {
                    throw new FileRefused("FILE_CELL", row.number(), i + 1, MOST_CELL);
                }
            }
            if (characters > MOST_CHARACTERS) {
                throw new FileRefused("FILE_SWELLS");
            }
            if (row.isBlank()) {
                return;
            }
            if (++taken > MOST_ROWS + 1) {
                throw new FileRefused("FILE_ROWS", MOST_ROWS);
            }
            taker.row(row);
        }
    }
}
