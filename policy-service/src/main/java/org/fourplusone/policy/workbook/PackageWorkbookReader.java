package org.fourplusone.policy.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.workbook.PackageSheets.Column;
import org.fourplusone.policy.workbook.PackageSheets.Kind;
import org.fourplusone.policy.workbook.PackageSheets.Layout;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the rows of a package's workbook; each value remembers its cell, such as {@code conditions!F12}. */
final class PackageWorkbookReader {

    private static final int MOST_INFLATED = 30 * 1024 * 1024;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_ROWS = 20_000;

    private static final Pattern FAR_COLUMN = Pattern.compile("\\sr\\s*=\\s*[\"'][A-Za-z]{4}");

    private final RuleFaults faults;
    private final Map<String, List<Line>> sheets = new HashMap<>();

    private PackageWorkbookReader(RuleFaults faults) {
        this.faults = faults;
    }

    /**
     * One row.
     *
     * @param cells values by column name
     */
    record Line(String sheet, int row, Map<String, JsonNode> cells, Map<String, String> addresses) {

        String text(String column) {
            JsonNode cell = cells.get(column);
            return cell == null ? "" : cell.asString();
        }

        /** Where a column of this row is; its row alone if the sheet lacks the column. */
        String cell(String column) {
            return addresses.getOrDefault(column, sheet + "!" + row);
        }
    }

    /** The rows by sheet; what cannot be read is in the faults. */
    static Map<String, List<Line>> read(byte[] file, RuleFaults faults) {
        PackageWorkbookReader reader = new PackageWorkbookReader(faults);
        if (!isSafe(file)) {
            faults.add("", "XLSX_FILE");
            return Map.of();
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Sheet> found = workbook.getSheets().toList();
            for (Layout layout : PackageSheets.ALL) {
                Sheet sheet = found.stream()
                        .filter(each -> each.getName().equals(layout.name()))
                        .findFirst()
                        .orElse(null);
                if (sheet == null) {
                    faults.add(layout.name(), "SHEET_MISSING", layout.name());
                } else {
                    reader.sheet(layout, sheet);
                }
            }
            found.stream()
                    .filter(sheet -> PackageSheets.ALL.stream()
                            .noneMatch(layout -> layout.name().equals(sheet.getName())))
                    .forEach(sheet -> faults.add(sheet.getName(), "UNKNOWN_SHEET"));
        } catch (IOException | RuntimeException e) {
            faults.add("", "XLSX_FILE");
        }
        return reader.sheets;
    }

    /** A ZIP that unpacks to a sane size, without document type definitions. */
    private static boolean isSafe(byte[] file) {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            return false;
        }
        int inflated = 0;
        int entries = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    return false;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] part = in.readNBytes(MOST_INFLATED + 1 - inflated);
                    inflated += part.length;
                    if (inflated > MOST_INFLATED || isUnsafe(entry.getName(), part)) {
                        return false;
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
        return entries > 0;
    }

    /** A document type definition, a column that no spreadsheet has, or characters in which either could hide. */
    private static boolean isUnsafe(String name, byte[] part) {
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            return false;
        }
        boolean wide = part.length > 1 && (part[0] <= 0 || part[1] == 0);
        boolean marked = part.length > 2 && part[0] == (byte) 0xEF && part[1] == (byte) 0xBB;
        String text = new String(part, StandardCharsets.ISO_8859_1);
        return wide && !marked
                || text.contains("<!DOCTYPE")
                || FAR_COLUMN.matcher(text).find();
    }

    private void sheet(Layout layout, Sheet sheet) throws IOException {
        List<Line> lines = new ArrayList<>();
        Map<Integer, Column> columns = new LinkedHashMap<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                if (row.getRowNum() > MOST_ROWS) {
                    faults.add(layout.name() + "!" + row.getRowNum(), "LONG_LIST", MOST_ROWS);
                    break;
                }
                if (columns.isEmpty()) {
                    header(layout, row, columns);
                } else {
                    Line line = line(layout, row, columns);
                    if (!line.cells.isEmpty()) {
                        lines.add(line);
                    }
                }
            }
        }
        sheets.put(layout.name(), lines);
    }

    private void header(Layout layout, Row row, Map<Integer, Column> columns) {
        for (Cell cell : row) {
            String name = cell == null ? "" : cell.getText().strip();
            if (name.isEmpty()) {
                continue;
            }
            Column column = layout.columns().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (column == null || columns.containsValue(column)) {
                faults.add(address(layout, cell.getColumnIndex(), row.getRowNum()), "UNKNOWN_FIELD");
            } else {
                columns.put(cell.getColumnIndex(), column);
            }
        }
    }

    private Line line(Layout layout, Row row, Map<Integer, Column> columns) {
        Map<String, JsonNode> cells = new HashMap<>();
        Map<String, String> addresses = new HashMap<>();
        columns.forEach((at, column) -> {
            String address = address(layout, at, row.getRowNum());
            addresses.put(column.name(), address);
            JsonNode value = value(row.getOptionalCell(at).orElse(null), column.kind(), address);
            if (value != null) {
                cells.put(column.name(), value);
            }
        });
        row.stream()
                .filter(cell -> cell != null && !columns.containsKey(cell.getColumnIndex()))
                .filter(cell -> !cell.getText().isEmpty())
                .findFirst()
                .ifPresent(
                        cell -> faults.add(address(layout, cell.getColumnIndex(), row.getRowNum()), "UNKNOWN_FIELD"));
        return new Line(layout.name(), row.getRowNum(), cells, addresses);
    }

    static String address(Layout layout, int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return layout.name() + "!" + letters + row;
    }

    private @Nullable JsonNode value(@Nullable Cell cell, Kind kind, String address) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
            faults.add(address, "CELL_FORMULA");
            return null;
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return json.booleanNode(cell.asBoolean());
        }
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 18;
            return whole && kind != Kind.TEXT && kind != Kind.LIST
                    ? number(number.longValueExact())
                    : json.stringNode(
                            number.precision() - number.scale() <= 18
                                    ? number.stripTrailingZeros().toPlainString()
                                    : number.toString());
        }
        String text = cell.asString();
        if (text.isEmpty()) {
            return null;
        }
        return text(PackageSheets.unguarded(text), kind);
    }

    /** As a JSON file would give it, so that the two compare equal. */
    private static JsonNode number(long number) {
        return number == (int) number
                ? JsonNodeFactory.instance.numberNode((int) number)
                : JsonNodeFactory.instance.numberNode(number);
    }

    private static JsonNode text(String text, Kind kind) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        switch (kind) {
            case WHOLE:
                return text.matches("\\d{1,9}") ? json.numberNode(Integer.parseInt(text)) : json.stringNode(text);
            case FLAG:
                String flag = text.toLowerCase(java.util.Locale.ROOT);
                return flag.equals("true") || flag.equals("false")
                        ? json.booleanNode(flag.equals("true"))
                        : json.stringNode(text);
            case LIST:
                var list = json.arrayNode();
                if (!text.strip().equals("[]")) {
                    for (String each : text.split(",", -1)) {
                        list.add(each.strip());
                    }
                }
                return list;
            case VALUE:
                return text.startsWith("[") || text.startsWith("\"") ? parsed(text) : json.stringNode(text);
            default:
                return json.stringNode(text);
        }
    }

    /** JSON in a cell; a text that is none stays a text, and its shape is refused later. */
    static JsonNode parsed(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
