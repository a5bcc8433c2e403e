package org.fourplusone.fund.payment;

import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The treasury account that payments are made from: {@code suite.payer.name}, {@code .number}, {@code .bank} and {@code
 * .cnaps}. A suite with sample data has an example one.
 */
record PayerAccount(
        @Nullable String name,
        @Nullable String number,
        @Nullable String bank,
        @Nullable String cnaps) {

    static final BankAccount EXAMPLE =
            new BankAccount("聊城经济技术开发区财政金融部（示例）", "371500000000004001", "示例银行聊城分行", "313471000016");

    /** @throws Problem 409 {@code PAYER_ACCOUNT_MISSING} when none is configured or it cannot be one */
    BankAccount account() {
        BankAccount account = BankAccount.of(name, number, bank, cnaps);
        if (!account.problems().isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "PAYER_ACCOUNT_MISSING");
        }
        return account;
    }

    PayerAccount orExample(boolean sample) {
        return sample && name == null
                ? new PayerAccount(EXAMPLE.name(), EXAMPLE.number(), EXAMPLE.bank(), EXAMPLE.cnaps())
                : this;
    }
}
