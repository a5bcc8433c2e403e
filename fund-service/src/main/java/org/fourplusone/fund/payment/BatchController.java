package org.fourplusone.fund.payment;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.web.Accepted;
import org.fourplusone.starter.web.Download;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Batches: made by the payer, released and sent by the releaser, answered by the bank. */
@RestController
class BatchController {
    private final Batches batches;
    private final Filings filings;
    private final MakeBatch making;
    private final BatchSteps steps;
    private final WithdrawBatch withdrawing;
    private final SettlePayments settling;
    private final Repairs repairs;

    BatchController(
            Batches batches,
            Filings filings,
            MakeBatch making,
            BatchSteps steps,
            WithdrawBatch withdrawing,
            SettlePayments settling,
            Repairs repairs) {
        this.batches = batches;
        this.filings = filings;
        this.making = making;
        this.steps = steps;
        this.withdrawing = withdrawing;
        this.settling = settling;
        this.repairs = repairs;
    }

    record BatchRequest(@NotEmpty @Size(max = 500) List<@NotBlank String> instalments) {}

    record Withdrawal(@NotBlank @Size(max = 200) String reason) {}

    /**
     * What a status file did.
     *
     * @param applied payments that it changed: paid, failed, or noted to be with the bank
     * @param unknown end-to-end ids that are none of ours
     */
    record Booked(int applied, int paid, int failed, List<String> unknown, List<SettlePayments.Result> payments) {

        static Booked of(List<SettlePayments.Result> results) {
            return new Booked(
                    (int) results.stream()
                            .filter(result -> result.effect().isApplied())
                            .count(),
                    count(results, SettlePayments.Effect.PAID),
                    count(results, SettlePayments.Effect.FAILED),
                    results.stream()
                            .filter(result -> result.effect() == SettlePayments.Effect.UNKNOWN)
                            .map(SettlePayments.Result::endToEndId)
                            .toList(),
                    results);
        }

        private static int count(List<SettlePayments.Result> results, SettlePayments.Effect effect) {
            return (int)
                    results.stream().filter(result -> result.effect() == effect).count();
        }
    }

    @PostMapping("/batches")
    @Idempotent
    ResponseEntity<PaymentView.BatchView> make(@Valid @RequestBody BatchRequest request) {
        Batch batch = making.make(request.instalments().stream().distinct().toList(), Caller.current());
        String location = ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(batch.id())
                .build()
                .getPath();
        return ResponseEntity.created(URI.create(String.valueOf(location))).body(view(batch, true));
    }

    @GetMapping("/batches")
    Page<PaymentView.BatchView> list(Paging paging) {
        return Page.of(
                batches.newest(paging).stream().map(batch -> view(batch, false)).toList(), paging, batches.count());
    }

    @GetMapping("/batches/{id}")
    PaymentView.BatchView one(@PathVariable("id") String id) {
        return view(batches.get(id), true);
    }

    @PostMapping("/batches/{id}/release")
    @Idempotent
    PaymentView.BatchView release(@PathVariable("id") String id) {
        return view(steps.release(id, Caller.current()), true);
    }

    @PostMapping("/batches/{id}/send")
    @Idempotent
    PaymentView.BatchView send(@PathVariable("id") String id) {
        return view(steps.send(id, Caller.current()), true);
    }

    /** The maker takes a batch back before its release; its instalments are REQUESTED again. */
    @PostMapping("/batches/{id}/withdraw")
    @Idempotent
    PaymentView.BatchView withdraw(@PathVariable("id") String id, @Valid @RequestBody Withdrawal withdrawal) {
        return view(withdrawing.withdraw(id, withdrawal.reason().strip(), Caller.current()), true);
    }

    @PostMapping("/batches/{id}/payments/{payment}/withdraw")
    @Idempotent
    @Operation(
            summary =
                    "The maker takes one payment out of a batch before its release: its instalment is REQUESTED again, its"
                            + " money stays committed; without its last payment the batch is withdrawn")
    PaymentView.BatchView takeOut(
            @PathVariable("id") String id,
            @PathVariable("payment") String payment,
            @Valid @RequestBody Withdrawal withdrawal) {
        return view(withdrawing.takeOut(id, payment, withdrawal.reason().strip(), Caller.current()), true);
    }

    @GetMapping(value = "/batches/{id}/pain.001", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary =
                    "The message for the bank, of a batch that is sent: the same every time; each reading is recorded")
    ResponseEntity<byte[]> message(@PathVariable("id") String id) {
        return file(id, BatchOutput.Kind.PAIN_001);
    }

    @GetMapping(
            value = "/batches/{id}/treasury",
            produces = {Download.XLSX, Download.CSV})
    @Operation(
            summary =
                    "The treasury payment application (支付申请) of a batch that is sent: XLSX, or CSV when that is asked for")
    ResponseEntity<byte[]> treasury(
            @PathVariable("id") String id,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        boolean csv = Accepted.of(accept, Download.XLSX, Download.CSV).equals(Download.CSV);
        return file(id, csv ? BatchOutput.Kind.TREASURY_CSV : BatchOutput.Kind.TREASURY_XLSX);
    }

    private ResponseEntity<byte[]> file(String id, BatchOutput.Kind kind) {
        byte[] body = steps.file(id, kind, Caller.current());
        return Download.of(kind.fileName(id), kind.type())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    @PostMapping(
            value = "/payment-status",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Idempotent
    @Operation(
            summary =
                    "Takes the bank's pain.002: each payment's own status, else that of its group; the same file twice"
                            + " changes nothing")
    Booked status(@RequestBody byte[] document) {
        return Booked.of(settling.settle(PaymentStatusReader.read(document), Caller.current()));
    }

    private PaymentView.BatchView view(Batch batch, boolean withPayments) {
        return PaymentView.BatchView.of(
                batch,
                Caller.current(),
                withPayments ? lines(batch) : null,
                withPayments ? steps.readings(batch.id()) : null);
    }

    private List<PaymentView.Line> lines(Batch batch) {
        List<Payment> payments = batches.payments(batch.id());
        Map<String, Filing> cases =
                filings.all(payments.stream().map(Payment::filing).toList());
        return payments.stream()
                .map(payment -> PaymentView.Line.of(
                        payment, Objects.requireNonNull(cases.get(payment.filing())), repairs.of(payment.instalment())))
                .toList();
    }
}
