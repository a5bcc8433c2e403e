package org.fourplusone.gateway.token;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Other people's programs: each holds roles and no enterprise, and calls through the gateway only. */
@Component
public class ProgramClients {

    private final JdbcClient database;

    ProgramClients(JdbcClient database) {
        this.database = database;
    }

    /** A client as stored; the secret is a hash. */
    public record ProgramClient(String id, String secretHash, List<String> roles) {}

    /** The client, unless it is unknown or switched off. */
    public Optional<ProgramClient> find(String id) {
        return database.sql("SELECT id, secret_hash, roles FROM program_client WHERE id = ? AND enabled")
                .param(id)
                .query((row, number) -> new ProgramClient(
                        row.getString("id"),
                        row.getString("secret_hash"),
                        List.of(row.getString("roles").split(","))))
                .optional();
    }

    /** Writes the client, switched on. */
    public void save(ProgramClient client) {
        database.sql("""
                        INSERT INTO program_client (id, secret_hash, roles, enabled) VALUES (:id, :hash, :roles, TRUE)
                        ON DUPLICATE KEY UPDATE secret_hash = :hash, roles = :roles, enabled = TRUE""")
                .param("id", client.id())
                .param("hash", client.secretHash())
                .param("roles", String.join(",", client.roles()))
                .update();
    }

    /** Switches every client off; those still wanted are saved again afterwards, in the same transaction. */
    public void disableAll() {
        database.sql("UPDATE program_client SET enabled = FALSE").update();
    }
}
