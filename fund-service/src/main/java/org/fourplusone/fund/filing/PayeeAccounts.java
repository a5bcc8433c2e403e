package org.fourplusone.fund.filing;

import java.util.Optional;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;

/** The accounts that enterprises confirm for what they get without application; kept, encrypted, by the payment. */
public interface PayeeAccounts {
    /**
     * An account as it was sent.
     *
     * @param name its holder, who must be the enterprise
     * @param cnaps the bank branch's 12 digits
     */
    record Account(
            @Nullable String name,
            @Nullable String number,
            @Nullable String bank,
            @Nullable String cnaps) {

        /** Never the number: a log line must not hold it. */
        @Override
        public String toString() {
            return "Account";
        }
    }

    /** An account as it is shown: {@code number} has all but its last four digits hidden. */
    record Shown(String name, String number, String bank) {}

    /** 400 {@code INVALID} naming what is wrong with it, 409 {@code ACCOUNT_NOT_OWN} when its holder is not the enterprise. */
    void check(Filing filing, Account account);

    /** Keeps a checked account with the filing, in the running transaction. */
    void keep(Filing filing, Account account, Caller caller);

    Optional<Shown> of(String filing);
}
