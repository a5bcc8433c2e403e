package org.fourplusone.policy.simulation;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fourplusone.policy.run.Packed;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The stored simulations, the newest {@value #KEPT} of them. */
@Repository
class Simulations {

    static final int KEPT = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Simulations.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Simulations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param changed by item; packed, so that thousands of rows cost one insert
     * @throws org.springframework.dao.DuplicateKeyException if there is one with the same inputs
     */
    @Transactional
    public void add(Simulation simulation, Map<String, List<ChangedEnterprise>> changed) {
        jdbc.sql("INSERT INTO simulation (id, inputs_hash, created_at, summary, answer)"
                        + " VALUES (:id, :hash, :at, :summary, :answer)")
                .param("id", simulation.id())
                .param("hash", simulation.hash())
                .param("at", LocalDateTime.ofInstant(simulation.createdAt(), ZoneOffset.UTC))
                .param("summary", json.writeValueAsString(ListedSimulation.of(simulation)))
                .param("answer", json.writeValueAsString(simulation))
                .update();
        changed.forEach((item, rows) -> {
            for (int part = 0; part * Packed.ROWS < rows.size(); part++) {
                List<ChangedEnterprise> some =
                        rows.subList(part * Packed.ROWS, Math.min(rows.size(), (part + 1) * Packed.ROWS));
                jdbc.sql("INSERT INTO simulation_change (simulation, item, part, changed)"
                                + " VALUES (:simulation, :item, :part, :changed)")
                        .param("simulation", simulation.id())
                        .param("item", item)
                        .param("part", part)
                        .param("changed", Packed.of(out -> {
                            out.writeInt(some.size());
                            for (ChangedEnterprise each : some) {
                                each.write(out);
                            }
                        }))
                        .update();
            }
        });
    }

    Optional<Simulation> withInputs(String hash) {
        return jdbc.sql("SELECT answer FROM simulation WHERE inputs_hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    Optional<Simulation> find(String id) {
        return jdbc.sql("SELECT answer FROM simulation WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    private Simulation read(String answer) {
        return json.readValue(answer, Simulation.class);
    }

    Page<ListedSimulation> newest(Paging paging) {
        long total =
                jdbc.sql("SELECT COUNT(*) FROM simulation").query(Long.class).single();
        List<ListedSimulation> rows = jdbc
                .sql("SELECT summary FROM simulation ORDER BY created_at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(String.class)
                .list()
                .stream()
                .map(row -> json.readValue(row, ListedSimulation.class))
                .toList();
        return Page.of(rows, paging, total);
    }

    /** Gives every changed enterprise, by item and credit code; one stored part is in memory at a time. */
    void eachChanged(String id, @Nullable String item, Consumer<ChangedEnterprise> taker) {
        record Part(String item, int no) {}
        List<Part> parts = jdbc.sql("SELECT item, part FROM simulation_change"
                        + " WHERE simulation = :id AND (:item IS NULL OR item = :item) ORDER BY item, part")
                .param("id", id)
                .param("item", item)
                .query((row, n) -> new Part(row.getString("item"), row.getInt("part")))
                .list();
        for (Part part : parts) {
            byte[] packed = jdbc.sql("SELECT changed FROM simulation_change"
                            + " WHERE simulation = :id AND item = :item AND part = :part")
                    .param("id", id)
                    .param("item", part.item)
                    .param("part", part.no)
                    .query(byte[].class)
                    .single();
            Packed.<Integer>read(packed, in -> {
                int rows = in.readInt();
                for (int row = 0; row < rows; row++) {
                    taker.accept(ChangedEnterprise.read(part.item, in));
                }
                return rows;
            });
        }
    }

    /** Forgets those beyond the newest {@value #KEPT}; a failure only postpones that. */
    void prune() {
        try {
            jdbc.sql("SELECT created_at FROM simulation ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET " + KEPT)
                    .query((row, n) -> row.getObject("created_at", LocalDateTime.class))
                    .optional()
                    .ifPresent(age -> jdbc.sql("DELETE FROM simulation WHERE created_at <= :age")
                            .param("age", age)
                            .update());
        } catch (DataAccessException e) {
            LOG.warn("old simulations could not be pruned: {}", e.toString());
        }
    }
}
