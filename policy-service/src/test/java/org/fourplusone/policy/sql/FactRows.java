package org.fourplusone.policy.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fourplusone.policy.register.AwardEntry;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Enterprise.RecordView;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.sql.FactTables.Column;
import org.fourplusone.policy.sql.FactTables.Table;
import org.jspecify.annotations.Nullable;

/** Enterprises as rows of the {@link FactTables}. */
final class FactRows implements AutoCloseable {

    private static final int BATCH = 500;

    private final Connection connection;
    private final Dictionary dictionary;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private int waiting;

    /** Creates the tables. */
    FactRows(Connection connection, Dictionary dictionary) throws SQLException {
        this.connection = connection;
        this.dictionary = dictionary;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (Table table : FactTables.of(dictionary).all()) {
                statement.execute(table.ddl());
                tables.put(table.name(), table);
                String marks =
                        table.columns().stream().map(column -> "?").collect(Collectors.joining(", ", " VALUES (", ")"));
                inserts.put(table.name(), connection.prepareStatement("INSERT INTO " + table.name() + marks));
            }
        }
    }

    void add(Enterprise.View view) throws SQLException {
        Map<Subject, List<RecordView>> records = new LinkedHashMap<>();
        for (Subject subject : Subject.values()) {
            if (view.knows(subject)) {
                records.put(subject, view.records(subject));
            }
        }
        add(
                view.enterprise().creditCode(),
                view.own(),
                records,
                view.enterprise().awards());
    }

    /** @param records those that are known; a kind that is not named is unknown */
    void add(String creditCode, Facts own, Map<Subject, List<RecordView>> records, List<AwardEntry> awards)
            throws SQLException {
        Map<String, Object> fixed = new LinkedHashMap<>(Map.of(FactTables.CREDIT_CODE, creditCode));
        for (Subject subject : Subject.values()) {
            fixed.put(FactTables.knows(subject), records.containsKey(subject));
        }
        insert(FactTables.ENTERPRISE, fixed, own);
        for (Map.Entry<Subject, List<RecordView>> kind : records.entrySet()) {
            for (RecordView each : kind.getValue()) {
                insert(
                        FactTables.table(kind.getKey()),
                        Map.of(FactTables.CREDIT_CODE, creditCode, "ref", each.ref()),
                        each.facts());
            }
        }
        for (AwardEntry award : awards) {
            insert(
                    FactTables.AWARD,
                    Map.of(
                            FactTables.CREDIT_CODE,
                            creditCode,
                            "filing",
                            award.filing(),
                            "item",
                            award.item(),
                            "policy_year",
                            award.year(),
                            "amount",
                            award.amount().yuan(),
                            "counts",
                            award.counts()),
                    own);
            for (String claim : award.claims()) {
                insert(
                        FactTables.CLAIM,
                        Map.of(FactTables.CREDIT_CODE, creditCode, "filing", award.filing(), "claim", claim),
                        own);
            }
        }
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void insert(String table, Map<String, Object> fixed, Facts facts) throws SQLException {
        List<Column> columns = tables.get(table).columns();
        PreparedStatement insert = inserts.get(table);
        for (int i : IntStream.range(0, columns.size()).toArray()) {
            Column column = columns.get(i);
            insert.setObject(i + 1, column.fact() == null ? fixed.get(column.name()) : value(column, facts));
        }
        insert.addBatch();
    }

    private @Nullable Object value(Column column, Facts facts) {
        if (!(facts.see(dictionary.require(column.fact())) instanceof Seen.Known known)) {
            return null;
        }
        FactValue value = known.value();
        if (value instanceof FactValue.Num num) {
            return num.value();
        }
        if (value instanceof FactValue.Flag flag) {
            return flag.value();
        }
        return value instanceof FactValue.Codes codes
                ? codes.values().contains(column.code())
                : ((FactValue.Code) value).value();
    }

    void flush() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.executeBatch();
        }
        connection.commit();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.close();
        }
    }
}
