package org.fourplusone.starter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.fourplusone.deploy.local.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** More rows than one statement takes, on a real database. */
class RowsIT {
    private static final TestDatabase SCHEMA = TestDatabase.fresh("rows");
    private static final int MANY = 300;

    private final JdbcTemplate database =
            new JdbcTemplate(new DriverManagerDataSource(SCHEMA.url(), SCHEMA.ownerUsername(), SCHEMA.ownerPassword()));

    @BeforeEach
    void table() {
        database.execute("DROP TABLE IF EXISTS numbered");
        database.execute(
                "CREATE TABLE numbered (id BIGINT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE,"
                        + " amount BIGINT NULL)");
    }

    @Test
    void rowsAreNumberedInTheirOrder() {
        List<Long> numbers = Rows.insertNumbered(database, "INSERT INTO numbered (name, amount)", "(?, ?)", rows(null));
        assertThat(numbers).isEqualTo(database.queryForList("SELECT id FROM numbered ORDER BY id", Long.class));
        assertThat(database.queryForList("SELECT name FROM numbered ORDER BY id", String.class))
                .isEqualTo(IntStream.range(0, MANY).mapToObj(RowsIT::name).toList());
    }

    @Test
    void whatIsThereAlreadyIsAddedTo() {
        Rows.insert(database, "INSERT INTO numbered (name, amount)", "(?, ?)", rows(1L), "");
        Rows.insert(
                database,
                "INSERT INTO numbered (name, amount)",
                "(?, ?)",
                rows(2L),
                "ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount)");
        assertThat(database.queryForList("SELECT amount FROM numbered", Long.class))
                .isEqualTo(LongStream.generate(() -> 3).limit(MANY).boxed().toList());
    }

    @Test
    void noRowsAreNoStatement() {
        Rows.insert(database, "INSERT INTO nowhere (name)", "(?)", List.of(), "");
        assertThat(Rows.insertNumbered(database, "INSERT INTO nowhere (name)", "(?)", List.of()))
                .isEmpty();
    }

    private static List<@Nullable Object[]> rows(@Nullable Long amount) {
        return IntStream.range(0, MANY).mapToObj(n -> Rows.of(name(n), amount)).toList();
    }

    private static String name(int n) {
        return "row" + n;
    }
}
