package org.fourplusone.fund.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Releases a batch, sends it once, and writes its message. Release is the second person's check of every account. */
@Component
class BatchSteps {
    private static final String RELEASER = "RELEASER";
    private static final String READ = "READ_BATCH_FILE";

    private final Batches batches;
    private final Instalments instalments;
    private final Filings filings;
    private final BatchFiles files;
    private final Repairs repairs;
    private final BatchGate gate;
    private final AuditLog audit;
    private final Clock clock;

    BatchSteps(
            Batches batches,
            Instalments instalments,
            Filings filings,
            BatchFiles files,
            Repairs repairs,
            BatchGate gate,
            AuditLog audit,
            Clock clock) {
        this.batches = batches;
        this.instalments = instalments;
        this.filings = filings;
        this.files = files;
        this.repairs = repairs;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * MADE → RELEASED by somebody who did nothing incompatible on any of its cases, when every line may be paid now; its files
     * are written with it.
     *
     * @throws Problem 409 {@code SAME_PERSON} with {@code filing}, {@code ILLEGAL_MOVE}, {@code BATCH_STOPPED} with {@code
     *     lines}, {@code PAYER_ACCOUNT_MISSING}; 503 {@code UPSTREAM_DOWN} when the register cannot be asked: nothing is
     *     released
     */
    @Transactional
    public Batch release(String id, Caller caller) {
        Batch batch = require(id, Batch.State.MADE, "release");
        List<Payment> leaving = batches.leaving(id);
        Map<String, Filing> cases =
                filings.all(leaving.stream().map(Payment::filing).distinct().toList());
        Map<String, Problem> registered = gate.registered(
                cases.values().stream().map(Filing::creditCode).collect(Collectors.toCollection(TreeSet::new)));
        noteOnCases(batch, "RELEASE", caller);
        gate.require(leaving, cases, registered);
        if (!batches.release(id, caller.username(), clock.instant())) {
            throw illegal(batches.get(id), "release");
        }
        repairs.check(id, caller.username());
        Batch released = batches.get(id);
        files.write(released);
        audit.record(id, "RELEASE_BATCH", batch.state(), Batch.State.RELEASED);
        return released;
    }

    /**
     * RELEASED → SENT, once for ever.
     *
     * @throws Problem 409 {@code ILLEGAL_MOVE} when it is not released or has left already; {@code SAME_PERSON}
     */
    @Transactional
    public Batch send(String id, Caller caller) {
        Batch batch = require(id, Batch.State.RELEASED, "send");
        noteOnCases(batch, "SEND", caller);
        if (!batches.send(id, caller.username(), clock.instant())) {
            throw illegal(batches.get(id), "send");
        }
        for (Payment payment : batches.leaving(id)) {
            instalments.sent(instalments.lock(payment.instalment()));
        }
        audit.record(id, "SEND_BATCH", batch.state(), Batch.State.SENT);
        return batches.get(id);
    }

    /**
     * One of its files, with whole account numbers: reading it is recorded. It can be had once the batch is sent, so that no
     * answer of the bank comes before that, and is the same every time, to the byte: whoever lost it on the way reads it again.
     *
     * @throws Problem 409 {@code ILLEGAL_MOVE} before it is sent
     */
    @Transactional
    public byte[] file(String id, BatchOutput.Kind kind, Caller caller) {
        Batch batch = batches.get(id);
        if (batch.state() != Batch.State.SENT) {
            throw illegal(batch, kind.name());
        }
        BatchFiles.Stored file = files.read(batch, kind);
        audit.record(id, READ, null, Map.of("by", caller.username(), "file", kind, "sha256", file.sha256()));
        return file.body();
    }

    /** Who had which of its files and when, oldest first. */
    List<PaymentView.Reading> readings(String id) {
        return audit.of(id).stream()
                .filter(record -> record.action().equals(READ))
                .map(record -> new PaymentView.Reading(
                        record.at(), record.actor(), BatchOutput.Kind.valueOf(fileOf(record.detail()))))
                .toList();
    }

    private static String fileOf(@Nullable String detail) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(detail))
                .path("file")
                .asString();
    }

    private void noteOnCases(Batch batch, String action, Caller caller) {
        TreeSet<String> cases = new TreeSet<>();
        batches.leaving(batch.id()).forEach(payment -> cases.add(payment.filing()));
        List<Filing> locked = cases.stream().map(filings::lock).toList();
        for (Filing filing : locked) {
            filings.note(
                    filing,
                    Step.RELEASE,
                    action,
                    new Actor(caller, RELEASER),
                    null,
                    Map.of("batch", batch.id(), "message", batch.messageId()));
        }
    }

    private Batch require(String id, Batch.State state, String move) {
        Batch batch = batches.lock(id);
        if (batch.state() != state) {
            throw illegal(batch, move);
        }
        return batch;
    }

    static Problem illegal(Batch batch, String move) {
        return Problem.of(
                        HttpStatus.CONFLICT, "ILLEGAL_MOVE", move, batch.state().name())
                .with("state", batch.state().name())
                .with("allowed", batch.state().actions());
    }
}
