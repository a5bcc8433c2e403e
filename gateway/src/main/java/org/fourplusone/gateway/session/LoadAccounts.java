package org.fourplusone.gateway.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.fourplusone.gateway.factor.SecondFactors;
import org.fourplusone.gateway.session.Accounts.Account;
import org.fourplusone.gateway.session.AccountsFile.Client;
import org.fourplusone.gateway.session.AccountsFile.Entry;
import org.fourplusone.gateway.token.ProgramClients;
import org.fourplusone.gateway.token.ProgramClients.ProgramClient;
import org.fourplusone.gateway.token.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes over the accounts file when it is not the one taken over last: before the gateway reports itself ready, once
 * for the whole fleet, all or nothing. Who is no longer in it is switched off; without a file nothing changes.
 */
@Component
class LoadAccounts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(LoadAccounts.class);

    private final SessionSettings settings;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final ProgramClients clients;
    private final Secrets secrets;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    LoadAccounts(
            SessionSettings settings,
            Accounts accounts,
            SecondFactors factors,
            ProgramClients clients,
            Secrets secrets,
            JdbcClient database,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.settings = settings;
        this.accounts = accounts;
        this.factors = factors;
        this.clients = clients;
        this.secrets = secrets;
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path file = settings.accountsFile();
        if (file == null || Files.notExists(file)) {
            return;
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException trouble) {
            throw new IllegalStateException("The accounts file " + file + " cannot be read: " + trouble);
        }
        String hash = sha256(text);
        if (hash.equals(loaded(""))) {
            return;
        }
        try {
            AccountsFile wanted = AccountsFile.parse(text, json);
            transaction.executeWithoutResult(status -> take(wanted, hash));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("The accounts file " + file + " cannot be used: " + wrong.getMessage());
        }
    }

    /** A second gateway waits at the locked row and then finds the work done. */
    private void take(AccountsFile wanted, String hash) {
        if (hash.equals(loaded(" FOR UPDATE"))) {
            return;
        }
        accounts.disableListed();
        clients.disableAll();
        List<Account> hashed =
                wanted.accounts().parallelStream().map(this::hashed).toList();
        hashed.forEach(accounts::save);
        for (Entry entry : wanted.accounts()) {
            if (entry.totpSecret() != null) {
                factors.take(entry.username(), entry.totpSecret());
            }
        }
        wanted.clients().stream().map(this::hashed).forEach(clients::save);
        database.sql("UPDATE accounts_file SET sha256 = ? WHERE id = 1")
                .param(hash)
                .update();
        log.info(
                "Loaded {} accounts and {} clients",
                hashed.size(),
                wanted.clients().size());
    }

    private Account hashed(Entry entry) {
        return new Account(entry.person(), secrets.encode(entry.password()));
    }

    private ProgramClient hashed(Client client) {
        return new ProgramClient(
                client.id(),
                client.isRandom() ? Secrets.quick(client.secret()) : secrets.encode(client.secret()),
                client.scopes());
    }

    private String loaded(String lock) {
        return database.sql("SELECT sha256 FROM accounts_file WHERE id = 1" + lock)
                .query(String.class)
                .single();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
