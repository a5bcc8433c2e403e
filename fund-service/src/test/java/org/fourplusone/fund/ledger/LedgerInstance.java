package org.fourplusone.fund.ledger;

import java.nio.charset.StandardCharsets;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.audit.AuditAutoConfiguration;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.idempotency.IdempotencyAutoConfiguration;
import org.fourplusone.starter.idempotency.IdempotencyKeys;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.time.TimeAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's room alone as one instance of the service has it: own beans, own connections, own writer. */
final class LedgerInstance implements AutoCloseable {
    @Import({
        Balances.class,
        BudgetLines.class,
        EntryTally.class,
        Ledger.class,
        LedgerPortions.class,
        LedgerReport.class,
        Postings.class,
        ReservationGroup.class,
        ReservationQueue.class
    })
    @ImportAutoConfiguration({
        AuditAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        IdempotencyAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TimeAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static final class Room {}

    final Ledger ledger;
    final ReservationQueue queue;
    final ReservationGroup group;
    final TransactionTemplate transaction;
    final BudgetLines lines;
    final JdbcClient jdbc;
    final AuditLog audit;
    final IdempotencyKeys keys;
    private final ConfigurableApplicationContext context;

    LedgerInstance(TestDatabase database, int connections) {
        SpringApplicationBuilder room = new SpringApplicationBuilder(Room.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false);
        context = room.run(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.maximum-pool-size=" + connections,
                "--spring.datasource.hikari.connection-timeout=30000");
        ledger = context.getBean(Ledger.class);
        queue = context.getBean(ReservationQueue.class);
        group = context.getBean(ReservationGroup.class);
        transaction = context.getBean(TransactionTemplate.class);
        lines = context.getBean(BudgetLines.class);
        jdbc = context.getBean(JdbcClient.class);
        audit = context.getBean(AuditLog.class);
        keys = context.getBean(IdempotencyKeys.class);
    }

    /** Gives a line its first money. */
    void appropriate(int year, Line line, Money amount) {
        BudgetDocument document = new BudgetDocument("test", "test-1");
        transaction.executeWithoutResult(status ->
                lines.appropriate(year, line, amount, document, new Cause("APPROPRIATE", line + "/" + year, null)));
    }

    LineBalance line(int year, Line line) {
        return lines.of(year).stream()
                .filter(row -> row.line() == line)
                .findFirst()
                .orElseThrow();
    }

    LedgerReport.Verification verify() {
        return context.getBean(LedgerReport.class).verify();
    }

    /** What a caller asks of the queue, with the rows that the product keeps beside it. */
    Reservation reservation(int year, Line line, String filing, Money amount) {
        byte[] answer = "{\"filing\":\"%s\",\"reserved\":\"%s\"}"
                .formatted(filing, amount)
                .getBytes(StandardCharsets.UTF_8);
        return new Reservation(
                year,
                line,
                filing,
                amount,
                new Cause("FIRST_COME", filing, "clerk"),
                audit.entry(filing, "FIRST_COME", null, java.util.Map.of("reserved", amount)),
                new IdempotencyKeys.Answered("clerk", "key-" + filing, new byte[32], answer));
    }

    /** The same rows in a transaction of its own, the hot row last: one transaction per reservation. */
    void reserveAlone(Reservation wanted) {
        transaction.executeWithoutResult(status -> {
            keys.keep(java.util.List.of(wanted.request()));
            audit.append(java.util.List.of(wanted.trail()));
            ledger.reserve(wanted.policyYear(), wanted.line(), wanted.filing(), wanted.amount(), wanted.cause());
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
