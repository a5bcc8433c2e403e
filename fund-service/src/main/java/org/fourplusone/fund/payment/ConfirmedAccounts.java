package org.fourplusone.fund.payment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.PayeeAccounts;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the accounts that enterprises confirmed; the number is encrypted and bound to its filing. */
@Component
class ConfirmedAccounts implements PayeeAccounts {
    private final JdbcClient jdbc;
    private final AccountVault vault;
    private final Clock clock;

    ConfirmedAccounts(JdbcClient jdbc, AccountVault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public void check(Filing filing, Account account) {
        require(filing, read(account));
    }

    /** 400 {@code INVALID}, 409 {@code ACCOUNT_NOT_OWN}. */
    static void require(Filing filing, BankAccount account) {
        List<FieldProblem> problems = account.problems();
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        if (!AccountHolder.isSame(account.name(), filing.enterpriseName())) {
            throw Problem.of(HttpStatus.CONFLICT, "ACCOUNT_NOT_OWN", account.name(), filing.enterpriseName())
                    .with("registeredName", filing.enterpriseName());
        }
    }

    @Override
    public void keep(Filing filing, Account given, Caller caller) {
        BankAccount account = read(given);
        jdbc.sql(
                        "INSERT INTO confirmed_account (filing_id, holder, number_lock, number_tail, bank, cnaps, confirmed_by,"
                                + " confirmed_at) VALUES (:filing, :holder, :number, :tail, :bank, :cnaps, :by, :at)")
                .param("filing", filing.id())
                .param("holder", account.name())
                .param("number", vault.lock(account.number(), filing.id()))
                .param("tail", account.tail())
                .param("bank", account.bank())
                .param("cnaps", account.cnaps())
                .param("by", caller.username())
                .param("at", UtcColumn.of(clock.instant()))
                .update();
    }

    @Override
    public Optional<Shown> of(String filing) {
        return jdbc.sql("SELECT holder, number_tail, bank FROM confirmed_account WHERE filing_id = :filing")
                .param("filing", filing)
                .query((row, number) -> new Shown(
                        row.getString("holder"), "****" + row.getString("number_tail"), row.getString("bank")))
                .optional();
    }

    /** The whole account, to pay to it. */
    Optional<BankAccount> whole(String filing) {
        return jdbc.sql("SELECT holder, number_lock, bank, cnaps FROM confirmed_account WHERE filing_id = :filing")
                .param("filing", filing)
                .query((row, number) -> new BankAccount(
                        row.getString("holder"),
                        vault.open(row.getBytes("number_lock"), filing),
                        row.getString("bank"),
                        row.getString("cnaps")))
                .optional();
    }

    private static BankAccount read(Account account) {
        return BankAccount.of(account.name(), account.number(), account.bank(), account.cnaps());
    }
}
