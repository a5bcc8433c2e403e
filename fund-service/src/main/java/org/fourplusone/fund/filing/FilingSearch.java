package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Filings by their number or by part of their enterprise's name or their item's title. Names and titles are few: the text is
 * looked for among them, and the filings are found by enterprise and item.
 */
@Component
class FilingSearch {
    private static final int MOST_NAMED = 2_000;
    /** So many that they are looked for along the list, and not one by one. */
    private static final int MANY = 500;

    private static final String ENTERPRISES = "SELECT credit_code FROM (SELECT DISTINCT enterprise_name, credit_code"
            + " FROM filing) e WHERE enterprise_name LIKE :part ESCAPE '!'";
    private static final String OTHERS = "SELECT credit_code FROM (SELECT DISTINCT enterprise_name, credit_code"
            + " FROM filing) e GROUP BY credit_code HAVING MAX(enterprise_name LIKE :part ESCAPE '!') = 0";
    private static final String ITEMS = "SELECT item_code FROM (SELECT DISTINCT title_zh, item_code FROM filing) t"
            + " WHERE title_zh LIKE :part ESCAPE '!'";

    private final JdbcClient jdbc;

    FilingSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what has to hold of a filing to be found; nothing for a blank text. */
    void add(@Nullable String search, List<String> conditions, Map<String, Object> values) {
        if (search == null || search.isBlank()) {
            return;
        }
        if (search.length() > 100) {
            throw Problem.invalid(new FieldProblem("search", "LENGTH", 1, 100));
        }
        String text = search.strip();
        String part = "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        List<String> ways = new ArrayList<>();
        List<String> enterprises = named(ENTERPRISES, part);
        if (enterprises.size() == MOST_NAMED) {
            ways.add(most(part, values));
        } else if (!enterprises.isEmpty()) {
            ways.add("credit_code IN (:enterprises)");
            values.put("enterprises", enterprises);
        }
        String digits = text.replaceFirst("(?i)^LC\\d{4}-?", "");
        if (!digits.isEmpty() && digits.length() <= 12 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            ways.add("serial = :serial");
            values.put("serial", Long.parseLong(digits));
        } else {
            List<String> items =
                    jdbc.sql(ITEMS).param("part", part).query(String.class).list();
            if (!items.isEmpty()) {
                ways.add("item_code IN (:items)");
                values.put("items", items);
            }
        }
        conditions.add(found(ways, enterprises.size() >= MANY));
    }

    private List<String> named(String sql, String part) {
        return jdbc.sql(sql + " LIMIT " + MOST_NAMED)
                .param("part", part)
                .query(String.class)
                .list();
    }

    /** A part of so many names is often one of nearly all: then the others are fewer. */
    private String most(String part, Map<String, Object> values) {
        List<String> others = named(OTHERS, part);
        if (others.isEmpty()) {
            return "TRUE";
        }
        if (others.size() < MOST_NAMED) {
            values.put("others", others);
            return "credit_code NOT IN (:others)";
        }
        values.put("part", part);
        return "credit_code IN (" + ENTERPRISES + ")";
    }

    /** Each way by its own index, save where most filings are found anyway. */
    private static String found(List<String> ways, boolean most) {
        if (ways.isEmpty()) {
            return "1 = 0";
        }
        if (ways.size() == 1 || most) {
            return "(" + String.join(" OR ", ways) + ")";
        }
        String each = String.join(" UNION SELECT id FROM filing WHERE ", ways);
        return "id IN (SELECT id FROM (SELECT id FROM filing WHERE " + each + ") found)";
    }
}
