package org.fourplusone.industry.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Looks through a workbook before it is opened: how far it swells, and whether it holds anything but plain tables. */
final class XlsxSafety {

    private static final long MOST_INFLATED = 200L * 1024 * 1024;
    private static final long MOST_STRINGS = 24L * 1024 * 1024;
    private static final long FREE = 4L * 1024 * 1024;
    private static final int MOST_RATIO = 150;
    private static final int MOST_ENTRIES = 200;

    private static final Pattern ACTIVE = Pattern.compile(
            ".*(vbaproject|/externallinks/|/embeddings/|/activex/|/macrosheets/|/dialogsheets/|/ctrlprops/|connections\\.xml|/querytables/).*");
    private static final Pattern FAR_COLUMN = Pattern.compile("\\sr\\s*=\\s*[\"'][A-Za-z]{4}");
    private static final int OVERLAP = 32;

    private long inflated;
    private int rows;

    private XlsxSafety() {}

    /** @return about how many rows its sheets have */
    static int check(Path file) throws FileRefused, IOException {
        XlsxSafety safety = new XlsxSafety();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    throw new FileRefused("FILE_SWELLS");
                }
                safety.entry(zip, entry);
            }
        } catch (IOException | RuntimeException broken) {
            throw new FileRefused("FILE_XLSX");
        }
        return safety.rows;
    }

    private void entry(ZipFile zip, ZipArchiveEntry entry) throws FileRefused, IOException {
        String name = "/" + entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
        if (ACTIVE.matcher(name).matches()) {
            throw new FileRefused("FILE_ACTIVE", entry.getName());
        }
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        long before = inflated;
        byte[] buffer = new byte[(1 << 16) + OVERLAP];
        int kept = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer, kept, buffer.length - kept); count > 0; ) {
                if (xml && inflated == before && isHidden(buffer, count)) {
                    throw new FileRefused("FILE_DTD");
                }
                inflated += count;
                measure(name, inflated - before, Math.max(1, entry.getCompressedSize()));
                if (xml) {
                    scan(name, buffer, kept, kept + count);
                }
                int all = kept + count;
                kept = Math.min(OVERLAP, all);
                System.arraycopy(buffer, all - kept, buffer, 0, kept);
                count = in.read(buffer, kept, buffer.length - kept);
            }
        }
    }

    private void measure(String name, long size, long packed) throws FileRefused {
        boolean strings = name.endsWith("/sharedstrings.xml") || name.endsWith("/styles.xml");
        if (inflated > MOST_INFLATED || strings && size > MOST_STRINGS || size > FREE && size / packed > MOST_RATIO) {
            throw new FileRefused("FILE_SWELLS");
        }
    }

    /** Characters in which a document type definition could hide: the part must begin as plain XML does. */
    private static boolean isHidden(byte[] part, int length) {
        int at = length > 2 && part[0] == (byte) 0xEF && part[1] == (byte) 0xBB && part[2] == (byte) 0xBF ? 3 : 0;
        return at >= length
                || part[at] != '<' && part[at] > ' '
                || part[at] <= 0
                || length > at + 1 && part[at + 1] == 0;
    }

    private void scan(String name, byte[] buffer, int kept, int end) throws FileRefused {
        String text = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw new FileRefused("FILE_DTD");
        }
        if (name.endsWith("content_types].xml") && text.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw new FileRefused("FILE_ACTIVE", "macroEnabled");
        }
        if (name.startsWith("/xl/worksheets/")) {
            if (FAR_COLUMN.matcher(text).find()) {
                throw new FileRefused("FILE_COLUMNS", "1", SheetFile.MOST_COLUMNS);
            }
            for (int at = text.indexOf("<row", Math.max(0, kept - 3)); at >= 0; at = text.indexOf("<row", at + 4)) {
                rows++;
            }
        }
    }
}
