package org.fourplusone.industry.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fourplusone.industry.report.Measure;

/** A register of any size with ten years of monthly reports, made inside the database. */
final class Register {

    static final int FIRST_YEAR = 2016;
    static final int YEARS = 10;
    static final String VINTAGE = "2025-12";

    private static final List<String> KINDS = List.of(
            "NEV 3670", "NEV 3611", "NEV 3630", "NEV 3812", "BIOFOOD 1321", "BIOFOOD 1329", "BIOFOOD 1495", "SMARTEQ 3451",
            "SMARTEQ 3484", "SMARTEQ 3821", "HEALTH_LEISURE 6110", "HEALTH_LEISURE 8514", "STEELPIPE 3130",
            "STEELPIPE 3130", "STEELPIPE 3130", "STEELPIPE 5164", "STEELPIPE 3311", "- 6513", "- 5212", "- 4710");

    private Register() {}

    /** @return how many report rows there are */
    static long fill(Connection owner, int enterprises) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE kind (id INT PRIMARY KEY, cluster VARCHAR(20) NULL, industry CHAR(4))");
            for (int i = 0; i < KINDS.size(); i++) {
                String[] kind = KINDS.get(i).split(" ");
                statement.execute("INSERT INTO kind VALUES (" + i + ", "
                        + (kind[0].equals("-") ? "NULL" : "'" + kind[0] + "'") + ", '" + kind[1] + "')");
            }
            statement.execute("CREATE TABLE number (n INT PRIMARY KEY)");
            statement.execute("INSERT INTO number VALUES (0)");
            for (int size = 1; size < enterprises; size *= 2) {
                statement.execute("INSERT INTO number SELECT n + " + size + " FROM number WHERE n + " + size + " < "
                        + enterprises);
            }
            statement.execute("INSERT INTO enterprise (credit_code, name, cluster, industry_code, size_class, above_scale,"
                    + " status, sample, version, fact_version, change_number) SELECT CONCAT('BENCH', LPAD(n, 13, '0')),"
                    + " CONCAT('企业', n), k.cluster, k.industry, ELT(1 + MOD(n DIV 20, 3), 'L', 'M', 'S'), TRUE, 'ACTIVE',"
                    + " TRUE, 1, 0, n + 1 FROM number JOIN kind k ON k.id = MOD(n, " + KINDS.size() + ")");
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                statement.execute(reports(year));
            }
            statement.execute("ANALYZE TABLE report");
        }
        return (long) enterprises * YEARS * 12;
    }

    /** Each enterprise has its size, growth and season; what it reports is cumulative, in fen. */
    private static String reports(int year) {
        String monthly = "(200000 + MOD(n * 7919, 9973) * 300) * (1 + " + (year - FIRST_YEAR) + " * MOD(n, 7) / 100)";
        String sum = "FLOOR(" + monthly + " * (m.month + MOD(n + m.month, 5) / 10)) * 100";
        return "INSERT INTO report (credit_code, vintage, year, month, "
                + columns("%1$s, %1$s_base")
                + ") SELECT CONCAT('BENCH', LPAD(n, 13, '0')), '" + VINTAGE + "', " + year + ", m.month, "
                + Arrays.stream(Measure.values())
                        .map(measure -> measure.isStock()
                                ? "20 + MOD(n, 300), 19 + MOD(n, 300)"
                                : sum + " DIV " + (1 + measure.ordinal()) + ", " + sum + " DIV " + (1 + measure.ordinal())
                                        + " * 100 DIV 107")
                        .collect(Collectors.joining(", "))
                + " FROM number JOIN (SELECT n + 1 AS month FROM number WHERE n < 12) m";
    }

    private static String columns(String form) {
        return Arrays.stream(Measure.values())
                .map(measure -> form.formatted(measure.column()))
                .collect(Collectors.joining(", "));
    }
}
