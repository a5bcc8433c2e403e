package org.fourplusone.industry.enterprise;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register's enterprises. */
@Repository
public class Enterprises {

    private static final String COLUMNS = "credit_code, name, cluster, industry_code, size_class, above_scale, street,"
            + " address, established, status, sample, version, fact_version, change_number";

    private static final String INSERT =
            "INSERT INTO enterprise (" + COLUMNS + ")" + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Enterprises(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    public Optional<Enterprise> find(CreditCode code) {
        return database.sql("SELECT " + COLUMNS + " FROM enterprise WHERE credit_code = ?")
                .param(code.value())
                .query(Enterprises::row)
                .optional();
    }

    /** Those of several codes that there are, by code. */
    public Map<String, Enterprise> findAll(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("SELECT " + COLUMNS + " FROM enterprise WHERE credit_code IN (:codes)")
                .param("codes", codes)
                .query(Enterprises::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Enterprise::creditCode, each -> each));
    }

    /**
     * The enterprise, if the caller may see it: a clerk sees those it acts for, everybody else with access sees all.
     *
     * @throws Problem 404, the same for a missing one and somebody else's
     */
    public Enterprise visible(CreditCode code, Caller caller) {
        if (isClerk(caller) && !caller.mayActFor(code.value())) {
            throw Problem.notFound();
        }
        return find(code).orElseThrow(Problem::notFound);
    }

    /** Whether the caller is nothing but an enterprise's clerk. */
    static boolean isClerk(Caller caller) {
        return caller.roles().stream().allMatch(role -> role.equals("ENTERPRISE"));
    }

    Page<Enterprise> page(EnterpriseFilter filter, Paging paging) {
        EnterpriseFilter.Where where = filter.where();
        long total = database.sql("SELECT COUNT(*) FROM enterprise" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
        List<Enterprise> rows = database.sql("SELECT " + COLUMNS + " FROM enterprise" + where.sql()
                        + " ORDER BY credit_code LIMIT :size OFFSET :offset")
                .params(where.parameters())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Enterprises::row)
                .list();
        return Page.of(rows, paging, total);
    }

    /** Those changed after a change number, in the order of their changes. */
    public List<Enterprise> changedAfter(long changeNumber, int limit) {
        return database.sql("SELECT " + COLUMNS + " FROM enterprise WHERE change_number > ?"
                        + " ORDER BY change_number LIMIT ?")
                .param(changeNumber)
                .param(limit)
                .query(Enterprises::row)
                .list();
    }

    void add(Enterprise enterprise) {
        try {
            addAll(List.of(enterprise));
        } catch (DuplicateKeyException e) {
            throw Problem.of(HttpStatus.CONFLICT, "ENTERPRISE_EXISTS", enterprise.creditCode());
        }
    }

    /** Adds many at once, within the running transaction. */
    public void addAll(List<Enterprise> enterprises) {
        batches.batchUpdate(INSERT, enterprises, 2000, (statement, enterprise) -> {
            statement.setString(1, enterprise.creditCode());
            statement.setString(2, enterprise.name());
            statement.setString(3, enterprise.cluster());
            statement.setString(4, enterprise.industryCode());
            statement.setString(5, name(enterprise.sizeClass()));
            statement.setBoolean(6, enterprise.aboveScale());
            statement.setString(7, enterprise.street());
            statement.setString(8, enterprise.address());
            statement.setDate(9, enterprise.established() == null ? null : Date.valueOf(enterprise.established()));
            statement.setString(10, enterprise.status().name());
            statement.setBoolean(11, enterprise.sample());
            statement.setLong(12, enterprise.version());
            statement.setLong(13, enterprise.factVersion());
            statement.setLong(14, enterprise.changeNumber());
        });
    }

    /** Replaces an entry, if it is still at the version before. */
    public boolean replace(Enterprise next) {
        return database.sql(
                                "UPDATE enterprise SET name = :name, cluster = :cluster, industry_code = :industryCode,"
                                        + " size_class = :sizeClass, above_scale = :aboveScale, street = :street, address = :address,"
                                        + " established = :established, status = :status, version = :version,"
                                        + " change_number = :changeNumber WHERE credit_code = :creditCode AND version = :version - 1")
                        .param("name", next.name())
                        .param("cluster", next.cluster())
                        .param("industryCode", next.industryCode())
                        .param("sizeClass", name(next.sizeClass()))
                        .param("aboveScale", next.aboveScale())
                        .param("street", next.street())
                        .param("address", next.address())
                        .param("established", next.established())
                        .param("status", next.status().name())
                        .param("version", next.version())
                        .param("changeNumber", next.changeNumber())
                        .param("creditCode", next.creditCode())
                        .update()
                == 1;
    }

    /** Notes that what is known of an enterprise has changed, if it is still at the version read. */
    public boolean factsChanged(Enterprise read, @Nullable SizeClass sizeClass, long changeNumber) {
        return database.sql("UPDATE enterprise SET fact_version = fact_version + 1, size_class = ?, change_number = ?"
                                + " WHERE credit_code = ? AND fact_version = ?")
                        .param(name(sizeClass))
                        .param(changeNumber)
                        .param(read.creditCode())
                        .param(read.factVersion())
                        .update()
                == 1;
    }

    /** What is known of an enterprise has changed: its size class now, and the number of the change. */
    public record FactsChange(String creditCode, @Nullable SizeClass sizeClass, long changeNumber) {}

    /** Notes that what is known of many has changed, within the transaction that holds the change numbers. */
    public void factsChanged(List<FactsChange> all) {
        batches.batchUpdate(
                "UPDATE enterprise SET fact_version = fact_version + 1, size_class = ?, change_number = ?"
                        + " WHERE credit_code = ?",
                all,
                1000,
                (statement, each) -> {
                    statement.setString(1, name(each.sizeClass()));
                    statement.setLong(2, each.changeNumber());
                    statement.setString(3, each.creditCode());
                });
    }

    /** Puts an enterprise into the feed again for a change that is no fact of its own. */
    public void changed(CreditCode code, long changeNumber) {
        database.sql("UPDATE enterprise SET change_number = ? WHERE credit_code = ?")
                .param(changeNumber)
                .param(code.value())
                .update();
    }

    private static @Nullable String name(@Nullable SizeClass size) {
        return size == null ? null : size.name();
    }

    private static Enterprise row(ResultSet row, int number) throws SQLException {
        String size = row.getString("size_class");
        LocalDate established = row.getObject("established", LocalDate.class);
        return new Enterprise(
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("cluster"),
                row.getString("industry_code"),
                size == null ? null : SizeClass.valueOf(size),
                row.getBoolean("above_scale"),
                row.getString("street"),
                row.getString("address"),
                established,
                Enterprise.Status.valueOf(row.getString("status")),
                row.getBoolean("sample"),
                row.getLong("version"),
                row.getLong("fact_version"),
                row.getLong("change_number"));
    }
}
