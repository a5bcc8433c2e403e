package org.fourplusone.fund.payment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.ledger.Movements;
import org.fourplusone.fund.ledger.UtcColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files of released batches. They are written in the transaction of the release and only read from then on, encrypted at
 * rest: whatever is configured, renamed or updated later, the same batch is the same file to the byte.
 */
@Component
class BatchFiles {
    /** @param sha256 of {@code body}, in hexadecimal */
    record Stored(byte[] body, String sha256) {}

    private final JdbcClient jdbc;
    private final List<BatchOutput> outputs;
    private final Batches batches;
    private final Filings filings;
    private final Movements movements;
    private final AccountVault vault;
    private final PayerAccount payer;
    private final Clock clock;

    BatchFiles(
            JdbcClient jdbc,
            List<BatchOutput> outputs,
            Batches batches,
            Filings filings,
            Movements movements,
            AccountVault vault,
            PayerAccount payer,
            Clock clock) {
        this.jdbc = jdbc;
        this.outputs = outputs;
        this.batches = batches;
        this.filings = filings;
        this.movements = movements;
        this.vault = vault;
        this.payer = payer;
        this.clock = clock;
    }

    /** Writes every form, in the running transaction. 409 {@code PAYER_ACCOUNT_MISSING} */
    void write(Batch released) {
        PaymentOrder order = order(released);
        outputs.forEach(output -> keep(released.id(), output.kind(), output.write(order)));
    }

    /** The file as it was written; a batch released before this form was known gets it now, once. */
    Stored read(Batch released, BatchOutput.Kind kind) {
        return find(released.id(), kind).orElseGet(() -> {
            BatchOutput output = outputs.stream()
                    .filter(each -> each.kind() == kind)
                    .findFirst()
                    .orElseThrow();
            return keep(released.id(), kind, output.write(order(released)));
        });
    }

    private Optional<Stored> find(String batch, BatchOutput.Kind kind) {
        return jdbc.sql("SELECT body, sha256 FROM batch_file WHERE batch_id = :batch AND kind = :kind")
                .param("batch", batch)
                .param("kind", kind.name())
                .query((row, number) ->
                        new Stored(vault.unseal(row.getBytes("body"), row(batch, kind)), row.getString("sha256")))
                .optional();
    }

    private Stored keep(String batch, BatchOutput.Kind kind, byte[] body) {
        Stored file = new Stored(body, sha256(body));
        jdbc.sql("INSERT INTO batch_file (batch_id, kind, sha256, body, written_at)"
                        + " VALUES (:batch, :kind, :sha256, :body, :at)")
                .param("batch", batch)
                .param("kind", kind.name())
                .param("sha256", file.sha256())
                .param("body", vault.seal(body, row(batch, kind)))
                .param("at", UtcColumn.of(clock.instant()))
                .update();
        return file;
    }

    private static String row(String batch, BatchOutput.Kind kind) {
        return batch + "/" + kind.name();
    }

    private PaymentOrder order(Batch batch) {
        Instant released = Objects.requireNonNull(batch.releasedAt());
        List<Payment> payments = batches.leaving(batch.id());
        Map<String, Filing> cases =
                filings.all(payments.stream().map(Payment::filing).distinct().toList());
        Map<String, Movements.Budget> budgets = movements.budgetsOf(
                "PUT_IN_BATCH", payments.stream().map(Payment::endToEndId).toList());
        return new PaymentOrder(
                batch.messageId(),
                released,
                LocalDate.ofInstant(released, clock.getZone()),
                payer.account(),
                payments.stream()
                        .map(payment -> transfer(
                                payment,
                                Objects.requireNonNull(cases.get(payment.filing())),
                                Objects.requireNonNull(budgets.get(payment.endToEndId()))))
                        .toList());
    }

    private PaymentOrder.Transfer transfer(Payment payment, Filing filing, Movements.Budget budget) {
        return new PaymentOrder.Transfer(
                payment.endToEndId(),
                payment.amount(),
                new BankAccount(
                        payment.holder(),
                        vault.open(payment.numberLock(), payment.endToEndId()),
                        payment.bank(),
                        payment.cnaps()),
                filing.number(),
                filing.creditCode(),
                filing.itemCode(),
                filing.title(),
                budget);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
