package org.fourplusone.fund.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.fund.award.CapitalAmount;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** Instalments and batches as officers and the enterprise see them: an account's number shows its last four digits only. */
final class PaymentView {

    private PaymentView() {}

    /** @param number masked, {@code ****7890} */
    record Account(String name, String number, String bank, String cnaps, List<Warning> warnings) {

        static Account of(String name, String tail, String bank, String cnaps) {
            List<Warning> warnings = Cnaps.hasGoodCheckDigit(cnaps)
                    ? List.of()
                    : List.of(new Warning(
                            "CNAPS_CHECK",
                            Text.of("联行号校验位不符，请与开户行核对", "The branch code's check digit does not fit; ask the bank")));
            return new Account(name, "****" + tail, bank, cnaps, warnings);
        }
    }

    /** Something to look at that refuses nothing. */
    record Warning(String code, Text message) {}

    record InstalmentView(
            String id,
            String filing,
            int position,
            Money amount,
            String currency,
            Trigger trigger,
            Text triggerName,
            @Nullable String fact,
            List<String> documents,
            InstalmentState state,
            Text stateName,
            @Nullable Account account,
            @Nullable String basis,
            @Nullable LocalDate paidOn,
            @Nullable String reason,
            List<Repairs.Repair> repairs,
            List<String> actions) {

        static InstalmentView of(Instalment instalment, List<Repairs.Repair> repairs, boolean mayRequest) {
            boolean open = instalment.state().next().contains(InstalmentState.REQUESTED);
            return new InstalmentView(
                    instalment.id(),
                    instalment.filing(),
                    instalment.position(),
                    instalment.amount(),
                    "CNY",
                    instalment.trigger(),
                    instalment.trigger().title(),
                    instalment.fact(),
                    instalment.papers(),
                    instalment.state(),
                    instalment.state().title(),
                    account(instalment),
                    instalment.basis(),
                    instalment.paidOn(),
                    instalment.failure(),
                    repairs,
                    open && mayRequest ? List.of("request") : List.of());
        }

        private static @Nullable Account account(Instalment instalment) {
            String holder = instalment.holder();
            String tail = instalment.numberTail();
            String bank = instalment.bank();
            String cnaps = instalment.cnaps();
            return holder == null || tail == null || bank == null || cnaps == null
                    ? null
                    : Account.of(holder, tail, bank, cnaps);
        }
    }

    /** One reading of a batch's file. */
    record Reading(Instant at, String by, BatchOutput.Kind file) {}

    /** @param payments absent in lists, as are {@code readings}, who had its files */
    record BatchView(
            String id,
            String messageId,
            Batch.State state,
            int count,
            Money sum,
            String currency,
            String sumInCapitals,
            Instant createdAt,
            String createdBy,
            @Nullable Instant releasedAt,
            @Nullable String releasedBy,
            @Nullable Instant sentAt,
            @Nullable String sentBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason,
            List<String> actions,
            @Nullable List<Line> payments,
            @Nullable List<Reading> readings) {

        static BatchView of(
                Batch batch, Caller caller, @Nullable List<Line> payments, @Nullable List<Reading> readings) {
            return new BatchView(
                    batch.id(),
                    batch.messageId(),
                    batch.state(),
                    batch.count(),
                    batch.sum(),
                    "CNY",
                    CapitalAmount.ofFen(batch.sum().fen()),
                    batch.madeAt(),
                    batch.madeBy(),
                    batch.releasedAt(),
                    batch.releasedBy(),
                    batch.sentAt(),
                    batch.sentBy(),
                    batch.withdrawnAt(),
                    batch.withdrawnReason(),
                    batch.state().actions().stream()
                            .filter(move -> batch.allows(move, caller))
                            .toList(),
                    payments,
                    readings);
        }
    }

    /**
     * @param holderIsEnterprise whether the account's holder is the enterprise by its registered name
     * @param repairs how the instalment's account was corrected before, for the releaser to check
     */
    record Line(
            String endToEndId,
            String instalment,
            String filing,
            String number,
            String enterpriseName,
            String itemCode,
            Text title,
            Money amount,
            String amountInCapitals,
            Account account,
            boolean holderIsEnterprise,
            InstalmentState state,
            Text stateName,
            @Nullable String bankStatus,
            @Nullable String reason,
            @Nullable LocalDate settledOn,
            List<Repairs.Repair> repairs) {

        static Line of(Payment payment, Filing filing, List<Repairs.Repair> repairs) {
            return new Line(
                    payment.endToEndId(),
                    payment.instalment(),
                    payment.filing(),
                    filing.number(),
                    filing.enterpriseName(),
                    filing.itemCode(),
                    filing.title(),
                    payment.amount(),
                    CapitalAmount.ofFen(payment.amount().fen()),
                    Account.of(payment.holder(), payment.numberTail(), payment.bank(), payment.cnaps()),
                    AccountHolder.isSame(payment.holder(), filing.enterpriseName()),
                    payment.state(),
                    payment.state().title(),
                    payment.bankStatus(),
                    payment.reason(),
                    payment.settledOn(),
                    repairs);
        }
    }
}
