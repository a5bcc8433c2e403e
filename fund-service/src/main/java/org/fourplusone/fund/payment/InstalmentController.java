package org.fourplusone.fund.payment;

import java.util.List;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.PayeeAccounts;
import org.fourplusone.fund.filing.State;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The instalments of an award, and the request to pay one. */
@RestController
class InstalmentController {
    private final Instalments instalments;
    private final Filings filings;
    private final RequestPayment requesting;
    private final Repairs repairs;

    InstalmentController(Instalments instalments, Filings filings, RequestPayment requesting, Repairs repairs) {
        this.instalments = instalments;
        this.filings = filings;
        this.requesting = requesting;
        this.repairs = repairs;
    }

    /** @param account absent for the one that the enterprise confirmed, where there is one */
    record PaymentRequest(PayeeAccounts.@Nullable Account account) {}

    /** In the order of their payment; empty before the notice has passed. */
    @GetMapping("/filings/{id}/instalments")
    List<PaymentView.InstalmentView> of(@PathVariable("id") String id) {
        Filing filing = filings.get(id);
        Caller caller = Caller.current();
        if (caller.has("ENTERPRISE") && !caller.mayActFor(filing.creditCode())) {
            throw Problem.notFound();
        }
        boolean mayRequest = caller.has(Move.START_PAYING.role())
                && (filing.state() == State.CONFIRMED || filing.state() == State.PAYING);
        return instalments.of(id).stream()
                .map(instalment -> view(instalment, caller, mayRequest))
                .toList();
    }

    @PostMapping("/instalments/{id}/request")
    @Idempotent
    PaymentView.InstalmentView request(@PathVariable("id") String id, @RequestBody PaymentRequest request) {
        PayeeAccounts.Account account = request.account();
        Instalment requested = requesting.request(
                id,
                account == null
                        ? null
                        : BankAccount.of(account.name(), account.number(), account.bank(), account.cnaps()),
                Caller.current());
        return view(requested, Caller.current(), true);
    }

    /** Who corrected an account is the officers' to see. */
    private PaymentView.InstalmentView view(Instalment instalment, Caller caller, boolean mayRequest) {
        List<Repairs.Repair> trail = caller.has("ENTERPRISE") ? List.of() : repairs.of(instalment.id());
        return PaymentView.InstalmentView.of(instalment, trail, mayRequest);
    }
}
