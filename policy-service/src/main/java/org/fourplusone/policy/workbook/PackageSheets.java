package org.fourplusone.policy.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a package stands in a workbook. One row is one object, one column one member; an empty cell is an absent member, a
 * list is its codes with commas between, an empty list {@code []}. Texts that a spreadsheet could take for a formula are
 * led by an apostrophe, which is taken off again when read.
 *
 * <ul>
 *   <li>{@code conditions}: one row a comparison. {@code group} is empty for a member of the rule's {@code all}, or
 *       {@code any 1}, {@code all 2}, {@code not 3} for consecutive rows that stand in such a group. What is nested deeper
 *       stands as JSON in the column {@code tree} of one row, {@code group} then being {@code member}, or {@code whole} for
 *       a rule that is no {@code all}.
 *   <li>{@code formula}: one row a value; {@code part} is its place, such as {@code bands/0/amount}.
 *   <li>{@code settings}: the yearly cap and the marks of illustration.
 * </ul>
 */
final class PackageSheets {

    private PackageSheets() {}

    /** What a column's cells hold. */
    enum Kind {
        TEXT,
        WHOLE,
        FLAG,
        LIST,
        /** True or false, a whole number, a text, or a JSON list. */
        VALUE
    }

    /** @param path the member's pointer in the row's object */
    record Column(String name, String path, Kind kind) {}

    record Layout(String name, List<Column> columns) {}

    static final String ITEM = "item";
    static final String GROUP = "group";
    static final String TREE = "tree";

    private static Column text(String name) {
        return new Column(name, "/" + name.replace('.', '/'), Kind.TEXT);
    }

    private static Column of(String name, Kind kind) {
        return new Column(name, "/" + name.replace('.', '/'), kind);
    }

    static final Layout ARTICLES = new Layout(
            "articles", List.of(of("no", Kind.WHOLE), text("title.zh"), text("title.en"), of("items", Kind.LIST)));

    static final Layout ITEMS = new Layout(
            "items",
            List.of(
                    text("code"),
                    of("article", Kind.WHOLE),
                    of("illustrative", Kind.FLAG),
                    text("clause.zh"),
                    text("clause.en"),
                    text("title.zh"),
                    text("title.en"),
                    of("clusters", Kind.LIST),
                    text("line"),
                    text("driver"),
                    text("track"),
                    text("department"),
                    text("window.from"),
                    text("window.to"),
                    text("record"),
                    of("confirmation", Kind.LIST),
                    new Column("questions", "/form/questions", Kind.LIST),
                    text("stacking.rule"),
                    text("stacking.group"),
                    text("stacking.scope"),
                    text("stacking.key"),
                    text("payout.method"),
                    text("amountBasis"),
                    text("fairCompetitionRisk"),
                    text("note.zh"),
                    text("note.en"),
                    of("sources", Kind.LIST)));

    private static final List<Column> COMPARISON = List.of(
            text("clause.zh"), text("clause.en"), text("fact"), text("op"), of("value", Kind.VALUE), text("planned"));

    static final Layout COMMON = new Layout("common", COMPARISON);

    static final Layout CONDITIONS = new Layout(
            "conditions",
            Stream.of(
                            List.of(new Column(ITEM, "", Kind.TEXT), new Column(GROUP, "", Kind.TEXT)),
                            COMPARISON,
                            List.of(new Column(TREE, "", Kind.TEXT)))
                    .flatMap(List::stream)
                    .toList());

    static final Layout FORMULA = new Layout(
            "formula",
            List.of(new Column(ITEM, "", Kind.TEXT), new Column("part", "", Kind.TEXT), of("value", Kind.VALUE)));

    static final Layout DOCUMENTS = children("documents", text("code"), of("required", Kind.FLAG), text("stage"));

    static final Layout CLAIM_LINES =
            children("claimLines", text("kind"), text("fact"), text("measure"), of("fields", Kind.LIST));

    static final Layout INSTALMENTS =
            children("instalments", text("trigger"), text("share"), text("fact"), of("documents", Kind.LIST));

    static final Layout NAMES = new Layout(
            "names",
            List.of(
                    new Column("list", "", Kind.TEXT),
                    text("code"),
                    text("name.zh"),
                    text("name.en"),
                    of("system", Kind.FLAG)));

    static final Layout SOURCES = new Layout(
            "sources", List.of(text("key"), text("text.zh"), text("text.en"), text("ref"), of("confirmed", Kind.FLAG)));

    static final Layout SETTINGS =
            new Layout("settings", List.of(new Column("setting", "", Kind.TEXT), of("value", Kind.VALUE)));

    static final List<Layout> ALL = List.of(
            ARTICLES,
            ITEMS,
            CONDITIONS,
            FORMULA,
            DOCUMENTS,
            CLAIM_LINES,
            INSTALMENTS,
            COMMON,
            NAMES,
            SOURCES,
            SETTINGS);

    private static Layout children(String name, Column... columns) {
        return new Layout(
                name,
                Stream.concat(Stream.of(new Column(ITEM, "", Kind.TEXT)), Arrays.stream(columns))
                        .toList());
    }

    /** Where an item's rows of a sheet of children stand in it. */
    static String listOf(Layout children) {
        return switch (children.name()) {
            case "documents" -> "/documents";
            case "claimLines" -> "/form/claimLines";
            default -> "/payout/schedule";
        };
    }

    /** Which lists of the terms the sheet of names holds, and what their key is called. */
    static final Map<String, String> NAMED = Map.of("documents", "code", "departments", "code", "claimLines", "kind");

    static final List<String> NAMED_LISTS = List.of("documents", "departments", "claimLines");

    static final String YEAR_CAP = "yearCapPerEnterprise";
    static final String ILLUSTRATIVE_ARTICLES = "articles.illustrative";
    static final String ILLUSTRATIVE_TERMS = "terms.illustrative";

    private static final String STARTERS = "'=+-@\t\r\n＝＋－＠";

    static String guarded(String text) {
        return !text.isEmpty() && STARTERS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
