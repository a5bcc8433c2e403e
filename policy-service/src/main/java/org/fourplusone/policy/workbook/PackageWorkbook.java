package org.fourplusone.policy.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourplusone.policy.item.PolicyPackage;
import org.fourplusone.policy.workbook.PackageSheets.Column;
import org.fourplusone.policy.workbook.PackageSheets.Kind;
import org.fourplusone.policy.workbook.PackageSheets.Layout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a package as a workbook; {@link PackageSheets} says how. */
public final class PackageWorkbook {

    private final Workbook workbook;

    private PackageWorkbook(Workbook workbook) {
        this.workbook = workbook;
    }

    public static byte[] write(PolicyPackage whole) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(whole, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(PolicyPackage whole, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Four Plus One", "1.0")) {
            new PackageWorkbook(workbook).sheets(whole);
        }
    }

    /** A sheet being filled from above. */
    private final class Filling {

        private final Layout layout;
        private final Worksheet sheet;
        private int row;

        Filling(Layout layout) {
            this.layout = layout;
            this.sheet = workbook.newWorksheet(layout.name());
            for (int i = 0; i < layout.columns().size(); i++) {
                sheet.value(0, i, layout.columns().get(i).name());
            }
            sheet.freezePane(0, 1);
        }

        /** A row: first what stands in no member of the object, then its members. */
        void add(JsonNode object, String... first) {
            row++;
            int next = 0;
            for (int i = 0; i < layout.columns().size(); i++) {
                Column column = layout.columns().get(i);
                if (column.path().isEmpty()) {
                    if (next < first.length) {
                        text(i, first[next++]);
                    }
                } else {
                    cell(i, object.at(column.path()), column.kind());
                }
            }
        }

        private void text(int column, String text) {
            if (!text.isEmpty()) {
                sheet.value(row, column, PackageSheets.guarded(text));
            }
        }

        private void cell(int column, JsonNode node, Kind kind) {
            if (node.isMissingNode()) {
                return;
            }
            if (kind == Kind.LIST) {
                List<String> codes = new ArrayList<>();
                node.forEach(each -> codes.add(each.asString()));
                text(column, codes.isEmpty() ? "[]" : String.join(",", codes));
            } else if (node.isBoolean()) {
                sheet.value(row, column, node.asBoolean());
            } else if (node.isIntegralNumber()) {
                sheet.value(row, column, node.bigIntegerValue());
            } else if (node.isString()) {
                String text = node.asString();
                boolean quoted = kind == Kind.VALUE && (text.startsWith("[") || text.startsWith("\""));
                text(column, quoted ? node.toString() : text);
            } else {
                text(column, node.toString());
            }
        }
    }

    private void sheets(PolicyPackage whole) {
        Filling articles = new Filling(PackageSheets.ARTICLES);
        whole.articles().get("articles").forEach(articles::add);
        Filling items = new Filling(PackageSheets.ITEMS);
        whole.items().forEach(items::add);
        Filling conditions = new Filling(PackageSheets.CONDITIONS);
        whole.items().forEach(item -> conditions(conditions, item));
        Filling formula = new Filling(PackageSheets.FORMULA);
        whole.items().forEach(item -> formula(formula, item.get("code").asString(), item.get("formula"), ""));
        for (Layout layout : List.of(PackageSheets.DOCUMENTS, PackageSheets.CLAIM_LINES, PackageSheets.INSTALMENTS)) {
            Filling children = new Filling(layout);
            for (JsonNode item : whole.items()) {
                item.at(PackageSheets.listOf(layout))
                        .forEach(child -> children.add(child, item.get("code").asString()));
            }
        }
        terms(whole);
    }

    private void terms(PolicyPackage whole) {
        Filling common = new Filling(PackageSheets.COMMON);
        whole.terms().get("common").forEach(common::add);
        Filling names = new Filling(PackageSheets.NAMES);
        for (String list : PackageSheets.NAMED_LISTS) {
            for (JsonNode each : whole.terms().get(list)) {
                ObjectNode row = (ObjectNode) each.deepCopy();
                row.set("code", each.get(PackageSheets.NAMED.getOrDefault(list, "code")));
                names.add(row, list);
            }
        }
        Filling sources = new Filling(PackageSheets.SOURCES);
        whole.terms().get("sources").forEach(sources::add);
        Filling settings = new Filling(PackageSheets.SETTINGS);
        setting(settings, PackageSheets.YEAR_CAP, whole.terms().get(PackageSheets.YEAR_CAP));
        setting(settings, PackageSheets.ILLUSTRATIVE_TERMS, whole.terms().get("illustrative"));
        setting(settings, PackageSheets.ILLUSTRATIVE_ARTICLES, whole.articles().get("illustrative"));
    }

    private static void setting(Filling settings, String name, JsonNode value) {
        settings.add(JsonNodeFactory.instance.objectNode().set("value", value), name);
    }

    private static void conditions(Filling sheet, JsonNode item) {
        String code = item.get("code").asString();
        JsonNode rule = item.get("rule");
        JsonNode none = JsonNodeFactory.instance.objectNode();
        if (!rule.has("all")) {
            sheet.add(none, code, "whole", rule.toString());
            return;
        }
        int group = 0;
        for (JsonNode member : rule.get("all")) {
            if (member.has("fact")) {
                sheet.add(member, code);
                continue;
            }
            String word = member.propertyNames().iterator().next();
            JsonNode parts = member.get(word);
            boolean flat = word.equals("not") ? parts.has("fact") : isFlat(parts);
            if (!flat) {
                sheet.add(none, code, "member", member.toString());
            } else if (word.equals("not")) {
                sheet.add(parts, code, "not " + ++group);
            } else {
                String label = word + " " + ++group;
                parts.forEach(part -> sheet.add(part, code, label));
            }
        }
    }

    private static boolean isFlat(JsonNode parts) {
        for (JsonNode part : parts) {
            if (!part.has("fact")) {
                return false;
            }
        }
        return true;
    }

    private static void formula(Filling sheet, String code, JsonNode node, String part) {
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> formula(
                            sheet, code, each.getValue(), part.isEmpty() ? each.getKey() : part + "/" + each.getKey()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                formula(sheet, code, node.get(i), part + "/" + i);
            }
        } else {
            sheet.add(JsonNodeFactory.instance.objectNode().set("value", node), code, part);
        }
    }
}
