package org.fourplusone.fund.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Office;
import org.fourplusone.starter.audit.AuditLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for the offices that joint reviews ask. */
@Component
class Offices implements ApplicationRunner {
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final boolean sample;

    Offices(JdbcClient jdbc, AuditLog audit, @Value("${suite.sample:false}") boolean sample) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.sample = sample;
    }

    /** With the sample accounts the second expert answers for every office; drawn for a case, that person does not on it. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (sample && all().isEmpty()) {
            for (Office office : Office.values()) {
                insert(office, "expert2");
            }
        }
    }

    Map<Office, List<String>> all() {
        Map<Office, List<String>> members = new EnumMap<>(Office.class);
        jdbc.sql("SELECT office, username FROM office_member ORDER BY office, username")
                .query((row, number) -> members.computeIfAbsent(
                                Office.valueOf(row.getString(1)), office -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        return members;
    }

    boolean isMember(Office office, String person) {
        return jdbc.sql("SELECT COUNT(*) FROM office_member WHERE office = :office AND username = :person")
                        .param("office", office.name())
                        .param("person", person)
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Office office, String person) {
        if (insert(office, person)) {
            audit.record("OFFICES", "ADD_MEMBER", null, Map.of("office", office, "username", person));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Office office, String person) {
        int removed = jdbc.sql("DELETE FROM office_member WHERE office = :office AND username = :person")
                .param("office", office.name())
                .param("person", person)
                .update();
        if (removed == 1) {
            audit.record("OFFICES", "REMOVE_MEMBER", Map.of("office", office, "username", person), null);
        }
    }

    private boolean insert(Office office, String person) {
        if (isMember(office, person)) {
            return false;
        }
        try {
            jdbc.sql("INSERT INTO office_member (office, username) VALUES (:office, :person)")
                    .param("office", office.name())
                    .param("person", person)
                    .update();
            return true;
        } catch (DuplicateKeyException other) {
            return false; // another instance wrote it in the same moment
        }
    }
}
