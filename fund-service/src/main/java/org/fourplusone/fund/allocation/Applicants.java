package org.fourplusone.fund.allocation;

import java.util.List;
import org.fourplusone.fund.call.Call;
import org.fourplusone.fund.filing.ExpertDraws;
import org.fourplusone.fund.filing.ExpertSeats;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The filings of a pooled call: who asks for a share, and who is not reviewed yet. */
@Component
class Applicants {
    private static final String ASKING =
            " WHERE call_id = :call AND state IN ('REVIEWED', 'ON_NOTICE', 'OBJECTED', 'NOTICED') AND recommended = 1"
                    + " AND approved IS NULL AND reviewed > 0 ORDER BY id";

    private final JdbcClient jdbc;
    private final Filings filings;
    private final ExpertDraws draws;

    Applicants(JdbcClient jdbc, Filings filings, ExpertDraws draws) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.draws = draws;
    }

    /** Recommended and not approved yet, whether their notice comes first or not. */
    List<Applicant> of(Call call) {
        List<String> ids = jdbc.sql("SELECT id FROM filing" + ASKING)
                .param("call", call.id())
                .query(String.class)
                .list();
        return filings.all(ids).values().stream().map(this::read).toList();
    }

    /** The same, locked in the order of their ids until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Applicant> lock(Call call) {
        jdbc.sql("SELECT id FROM filing" + ASKING + " FOR UPDATE")
                .param("call", call.id())
                .query(String.class)
                .list();
        return of(call);
    }

    /** How many are submitted and not reviewed yet. */
    int waiting(Call call) {
        return jdbc.sql("SELECT COUNT(*) FROM filing WHERE call_id = :call"
                        + " AND state IN ('SUBMITTED', 'CORRECTION', 'ACCEPTED')")
                .param("call", call.id())
                .query(Integer.class)
                .single();
    }

    private Applicant read(Filing filing) {
        ExpertSeats seats = draws.of(filing.id());
        Money reviewed = filing.reviewed();
        return new Applicant(
                filing.id(),
                filing.number(),
                filing.enterpriseName(),
                reviewed == null ? Money.ZERO : reviewed,
                seats.mean().orElse(null));
    }
}
