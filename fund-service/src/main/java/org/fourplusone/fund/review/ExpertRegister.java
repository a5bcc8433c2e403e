package org.fourplusone.fund.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The register of experts that draws are made from. */
@Component
class ExpertRegister implements ApplicationRunner {
    /**
     * @param qualification field and titles
     * @param enterprises credit codes of whom the expert is employed by or tied to
     */
    record Expert(
            String username,
            String name,
            boolean active,
            @Nullable String qualification,
            List<String> enterprises) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final boolean sample;

    ExpertRegister(JdbcClient jdbc, JsonMapper json, @Value("${suite.sample:false}") boolean sample) {
        this.jdbc = jdbc;
        this.json = json;
        this.sample = sample;
    }

    /** With the sample accounts come their two experts. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (sample && all().isEmpty()) {
            try {
                keep(new Expert("expert", "专家一 示例", true, null, List.of()));
                keep(new Expert("expert2", "专家二 示例", true, null, List.of()));
            } catch (DuplicateKeyException other) {
                // another instance wrote them in the same moment
            }
        }
    }

    List<Expert> all() {
        return jdbc.sql("SELECT username, name, active, qualification, enterprises FROM expert ORDER BY username")
                .query((row, number) -> new Expert(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        enterprises(row.getString(5))))
                .list();
    }

    Optional<Expert> find(String username) {
        return all().stream().filter(known -> known.username().equals(username)).findFirst();
    }

    void keep(Expert expert) {
        String sql = find(expert.username()).isPresent()
                ? "UPDATE expert SET name = :name, active = :active, qualification = :qualification,"
                        + " enterprises = :enterprises WHERE username = :username"
                : "INSERT INTO expert (username, name, active, qualification, enterprises)"
                        + " VALUES (:username, :name, :active, :qualification, :enterprises)";
        jdbc.sql(sql)
                .param("username", expert.username())
                .param("name", expert.name())
                .param("active", expert.active())
                .param("qualification", expert.qualification())
                .param("enterprises", json.writeValueAsString(expert.enterprises()))
                .update();
    }

    private List<String> enterprises(@Nullable String stored) {
        return stored == null ? List.of() : List.of(json.readValue(stored, String[].class));
    }
}
