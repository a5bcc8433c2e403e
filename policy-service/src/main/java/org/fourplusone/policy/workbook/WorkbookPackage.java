package org.fourplusone.policy.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.workbook.PackageSheets.Column;
import org.fourplusone.policy.workbook.PackageSheets.Layout;
import org.fourplusone.policy.workbook.PackageWorkbookReader.Line;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A package put together from its workbook, with the cell that each value came from, so that a fault found in the JSON is
 * told at its cell.
 */
public final class WorkbookPackage {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> cells = new HashMap<>();
    private final Map<String, List<Line>> sheets;
    private final RuleFaults faults;

    private WorkbookPackage(Map<String, List<Line>> sheets, RuleFaults faults) {
        this.sheets = sheets;
        this.faults = faults;
    }

    /** Reads a workbook; faults of the file itself stand at their cells already. */
    public static WorkbookPackage read(byte[] file, RuleFaults faults) {
        WorkbookPackage read = new WorkbookPackage(PackageWorkbookReader.read(file, faults), faults);
        if (faults.isEmpty()) {
            read.build();
        }
        return read;
    }

    public JsonNode json() {
        return json;
    }

    /** The faults at their cells: the cell of the value, else of the nearest thing around it. */
    public RuleFaults positioned(RuleFaults found) {
        RuleFaults positioned = new RuleFaults();
        found.all()
                .forEach(each -> positioned.add(
                        cell(each.at()), each.code(), each.arguments().toArray()));
        return positioned;
    }

    private String cell(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            String cell = cells.get(at);
            if (cell != null) {
                return cell;
            }
        }
        return pointer;
    }

    private List<Line> lines(Layout layout) {
        return sheets.getOrDefault(layout.name(), List.of());
    }

    private void build() {
        ObjectNode articles = json.putObject("articles");
        rows(PackageSheets.ARTICLES, articles.putArray("articles"), "/articles/articles");
        ObjectNode terms = json.putObject("terms");
        rows(PackageSheets.COMMON, terms.putArray("common"), "/terms/common");
        rows(PackageSheets.SOURCES, terms.putArray("sources"), "/terms/sources");
        names(terms);
        settings(articles, terms);
        ArrayNode items = json.putArray("items");
        rows(PackageSheets.ITEMS, items, "/items");
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            positions.putIfAbsent(items.get(i).path("code").asString(""), i);
        }
        Map<Integer, List<Line>> conditions = byItem(PackageSheets.CONDITIONS, positions);
        Map<Integer, List<Line>> formulas = byItem(PackageSheets.FORMULA, positions);
        for (int i = 0; i < items.size(); i++) {
            ObjectNode item = (ObjectNode) items.get(i);
            String at = "/items/" + i;
            rule(item, at, conditions.getOrDefault(i, List.of()));
            formula(item, at, formulas.getOrDefault(i, List.of()));
        }
        for (Layout layout : List.of(PackageSheets.DOCUMENTS, PackageSheets.CLAIM_LINES, PackageSheets.INSTALMENTS)) {
            Map<Integer, List<Line>> children = byItem(layout, positions);
            String list = PackageSheets.listOf(layout);
            for (int i = 0; i < items.size(); i++) {
                ArrayNode into = JsonNodeFactory.instance.arrayNode();
                for (Line line : children.getOrDefault(i, List.of())) {
                    into.add(object(layout, line, "/items/" + i + list + "/" + into.size()));
                }
                put((ObjectNode) items.get(i), list, into);
            }
        }
    }

    private void rows(Layout layout, ArrayNode into, String at) {
        for (Line line : lines(layout)) {
            into.add(object(layout, line, at + "/" + into.size()));
        }
    }

    private ObjectNode object(Layout layout, Line line, String at) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        cells.put(at, line.sheet() + "!" + line.row());
        for (Column column : layout.columns()) {
            if (column.path().isEmpty()) {
                continue;
            }
            cells.put(at + column.path(), line.cell(column.name()));
            JsonNode value = line.cells().get(column.name());
            if (value != null) {
                put(object, column.path(), value);
            }
        }
        return object;
    }

    /** Sets a member of a member; objects on the way are made. */
    private static void put(ObjectNode object, String path, JsonNode value) {
        int slash = path.indexOf('/', 1);
        if (slash < 0) {
            object.set(path.substring(1), value);
        } else {
            put(object.withObject("/" + path.substring(1, slash)), path.substring(slash), value);
        }
    }

    private Map<Integer, List<Line>> byItem(Layout layout, Map<String, Integer> positions) {
        Map<Integer, List<Line>> lines = new TreeMap<>();
        for (Line line : lines(layout)) {
            Integer position = positions.get(line.text(PackageSheets.ITEM));
            if (position == null) {
                faults.add(line.cell(PackageSheets.ITEM), "NO_SUCH_ITEM", line.text(PackageSheets.ITEM));
            } else {
                lines.computeIfAbsent(position, each -> new ArrayList<>()).add(line);
            }
        }
        return lines;
    }

    private void names(ObjectNode terms) {
        PackageSheets.NAMED_LISTS.forEach(terms::putArray);
        for (Line line : lines(PackageSheets.NAMES)) {
            String list = line.text("list");
            String key = PackageSheets.NAMED.get(list);
            if (key == null) {
                faults.add(line.cell("list"), "UNKNOWN_VALUE", String.join(", ", PackageSheets.NAMED_LISTS));
                continue;
            }
            ArrayNode into = terms.withArray(list);
            String at = "/terms/" + list + "/" + into.size();
            ObjectNode object = object(PackageSheets.NAMES, line, at);
            if (!key.equals("code") && object.has("code")) {
                object.set(key, object.remove("code"));
                cells.put(at + "/" + key, line.cell("code"));
            }
            into.add(object);
        }
    }

    private void settings(ObjectNode articles, ObjectNode terms) {
        for (Line line : lines(PackageSheets.SETTINGS)) {
            JsonNode value = line.cells().getOrDefault("value", JsonNodeFactory.instance.nullNode());
            switch (line.text("setting")) {
                case PackageSheets.YEAR_CAP -> {
                    terms.set(PackageSheets.YEAR_CAP, money(value));
                    cells.put("/terms/" + PackageSheets.YEAR_CAP, line.cell("value"));
                }
                case PackageSheets.ILLUSTRATIVE_TERMS -> {
                    terms.set("illustrative", value);
                    cells.put("/terms/illustrative", line.cell("value"));
                }
                case PackageSheets.ILLUSTRATIVE_ARTICLES -> {
                    articles.set("illustrative", value);
                    cells.put("/articles/illustrative", line.cell("value"));
                }
                default ->
                    faults.add(
                            line.cell("setting"),
                            "UNKNOWN_VALUE",
                            String.join(
                                    ", ",
                                    PackageSheets.YEAR_CAP,
                                    PackageSheets.ILLUSTRATIVE_TERMS,
                                    PackageSheets.ILLUSTRATIVE_ARTICLES));
            }
        }
    }

    /** A number that a spreadsheet program made of an amount becomes an amount again. */
    private static JsonNode money(JsonNode value) {
        boolean number =
                value.isIntegralNumber() || value.isString() && value.asString().matches("\\d{1,13}(\\.\\d{1,2})?");
        return number
                ? JsonNodeFactory.instance.stringNode(
                        new BigDecimal(value.asString()).setScale(2).toPlainString())
                : value;
    }

    private void rule(ObjectNode item, String at, List<Line> lines) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Map<String, ArrayNode> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            String group = line.text(PackageSheets.GROUP);
            String member = at + "/rule/all/" + all.size();
            if (group.equals("whole")) {
                item.set("rule", PackageWorkbookReader.parsed(line.text(PackageSheets.TREE)));
                cells.put(at + "/rule", line.cell(PackageSheets.TREE));
                if (lines.size() > 1) {
                    faults.add(line.cell(PackageSheets.GROUP), "GROUP_ALONE");
                }
                return;
            } else if (group.equals("member")) {
                all.add(PackageWorkbookReader.parsed(line.text(PackageSheets.TREE)));
                cells.put(member, line.cell(PackageSheets.TREE));
            } else if (group.isEmpty()) {
                all.add(object(PackageSheets.CONDITIONS, line, member));
            } else if (group.matches("not \\d+") && !groups.containsKey(group)) {
                groups.put(group, JsonNodeFactory.instance.arrayNode());
                ObjectNode not = all.addObject();
                cells.put(member, line.sheet() + "!" + line.row());
                not.set("not", object(PackageSheets.CONDITIONS, line, member + "/not"));
            } else if (group.matches("(any|all) \\d+")) {
                String word = group.substring(0, 3);
                int before = all.size();
                ArrayNode parts =
                        groups.computeIfAbsent(group, label -> all.addObject().putArray(word));
                int position = parts == null ? 0 : indexOf(all, parts, word);
                String within = at + "/rule/all/" + position;
                if (all.size() > before) {
                    cells.put(within, line.sheet() + "!" + line.row());
                }
                parts.add(object(PackageSheets.CONDITIONS, line, within + "/" + word + "/" + parts.size()));
            } else {
                faults.add(line.cell(PackageSheets.GROUP), "GROUP_NAME");
            }
        }
        item.putObject("rule").set("all", all);
        cells.putIfAbsent(at + "/rule", cells.getOrDefault(at, "conditions"));
    }

    private static int indexOf(ArrayNode all, ArrayNode parts, String word) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get(word) == parts) {
                return i;
            }
        }
        throw new IllegalStateException("a group that is not in its rule");
    }

    private void formula(ObjectNode item, String at, List<Line> lines) {
        JsonNode formula = JsonNodeFactory.instance.objectNode();
        for (Line line : lines) {
            String part = line.text("part");
            JsonNode value = line.cells().get("value");
            if (!part.matches("[A-Za-z]+(/([A-Za-z]+|\\d{1,3}))*") || value == null) {
                faults.add(line.cell(value == null ? "value" : "part"), value == null ? "REQUIRED" : "FORMAT", "a/0/b");
                continue;
            }
            String pointer = "/" + part;
            cells.put(at + "/formula" + pointer, line.cell("value"));
            if (!place((ObjectNode) formula, part.split("/"), typed(part, value))) {
                faults.add(line.cell("part"), "FORMULA_PART");
            }
        }
        item.set("formula", formula);
        cells.put(at + "/formula", lines.isEmpty() ? "formula" : lines.get(0).cell("part"));
    }

    private static JsonNode typed(String part, JsonNode value) {
        if (part.endsWith("months/max") || value.isBoolean()) {
            return value;
        }
        if (part.endsWith("amount") || part.endsWith("cap")) {
            return money(value);
        }
        return JsonNodeFactory.instance.stringNode(value.asString());
    }

    /** Puts a value where its steps lead; false if another value is in the way or a list has a gap. */
    private static boolean place(ObjectNode root, String[] steps, JsonNode value) {
        JsonNode at = root;
        for (int i = 0; i < steps.length; i++) {
            boolean last = i == steps.length - 1;
            JsonNode next = last
                    ? value
                    : Character.isDigit(steps[i + 1].charAt(0))
                            ? JsonNodeFactory.instance.arrayNode()
                            : JsonNodeFactory.instance.objectNode();
            if (at instanceof ObjectNode object && !Character.isDigit(steps[i].charAt(0))) {
                if (last && object.has(steps[i])) {
                    return false;
                }
                if (last || !object.has(steps[i])) {
                    object.set(steps[i], next);
                }
                at = object.get(steps[i]);
            } else if (at instanceof ArrayNode array && Character.isDigit(steps[i].charAt(0))) {
                int index = Integer.parseInt(steps[i]);
                if (index > array.size() || last && index < array.size()) {
                    return false;
                }
                if (index == array.size()) {
                    array.add(next);
                }
                at = array.get(index);
            } else {
                return false;
            }
        }
        return true;
    }
}
