package org.fourplusone.fund.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.fund.filing.Assessments;
import org.fourplusone.fund.filing.ClaimLine;
import org.fourplusone.fund.filing.ClaimLines;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingConfirmed;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Paging;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The awards: published here, and told to industry-service through the outbox in the same transaction. */
@Component
public class Awards {
    private static final int CLAIMS = 3_500;

    private final JdbcClient jdbc;
    private final AwardOutbox outbox;
    private final ClaimLines claimLines;
    private final Assessments assessments;
    private final Clock clock;

    Awards(JdbcClient jdbc, AwardOutbox outbox, ClaimLines claimLines, Assessments assessments, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.claimLines = claimLines;
        this.assessments = assessments;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingConfirmed confirmed) {
        Filing filing = confirmed.filing();
        LocalDate today = LocalDate.now(clock);
        jdbc.sql(
                        "INSERT INTO award (filing_id, number, credit_code, enterprise_name, item_code, item_version, title_zh,"
                                + " title_en, line, year, amount, state, committed_on) VALUES (:filing, :number, :code, :name,"
                                + " :item, :version, :zh, :en, :line, :year, :amount, 'COMMITTED', :today)")
                .param("filing", filing.id())
                .param("number", filing.number())
                .param("code", filing.creditCode())
                .param("name", filing.enterpriseName())
                .param("item", filing.itemCode())
                .param("version", filing.itemVersion())
                .param("zh", filing.title().zh())
                .param("en", filing.title().en())
                .param("line", filing.line().name())
                .param("year", filing.year())
                .param("amount", filing.award().fen())
                .param("today", today)
                .update();
        tell(filing, Award.State.COMMITTED, today);
    }

    /** A payment of an award has reached the enterprise; {@code last} says that nothing is left to pay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(Filing filing, Money amount, boolean last) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("UPDATE award SET paid = paid + :amount, state = :state, paid_on = :today WHERE filing_id = :filing")
                .param("amount", amount.fen())
                .param("state", last ? "PAID" : "COMMITTED")
                .param("today", today)
                .param("filing", filing.id())
                .update();
        if (last) {
            tell(filing, Award.State.PAID, today);
        }
    }

    /**
     * Its final account was confirmed: from now on the award is what that says, here and in the register. With nothing left to
     * pay it is paid, and recovered when all that was paid came back before.
     *
     * @param closed whether nothing is left to pay
     * @param recovered what came back of it so far
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(Filing filing, Money amount, boolean closed, Money recovered) {
        jdbc.sql("UPDATE award SET amount = :amount WHERE filing_id = :filing")
                .param("amount", amount.fen())
                .param("filing", filing.id())
                .update();
        if (closed) {
            jdbc.sql("UPDATE award SET state = 'PAID' WHERE filing_id = :filing AND state = 'COMMITTED'")
                    .param("filing", filing.id())
                    .update();
        }
        tell(filing, stateOf(filing), LocalDate.now(clock));
        if (recovered.isPositive()) {
            recovered(filing, recovered);
        }
    }

    /** The bank sent a payment back after all: the award is committed again until it is paid anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void returned(Filing filing, Money amount) {
        int wasPaid = jdbc.sql("UPDATE award SET state = 'COMMITTED', paid_on = NULL WHERE filing_id = :filing"
                        + " AND state = 'PAID'")
                .param("filing", filing.id())
                .update();
        jdbc.sql("UPDATE award SET paid = paid - :amount WHERE filing_id = :filing")
                .param("amount", amount.fen())
                .param("filing", filing.id())
                .update();
        if (wasPaid == 1) {
            tell(filing, Award.State.COMMITTED, LocalDate.now(clock));
        }
    }

    /** Whether an enterprise has an open recovery now: told as a dated fact, which excludes it everywhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recoveryOpen(String creditCode, boolean open) {
        outbox.add(creditCode, new AwardOutbox.RecoveryTelling(open, LocalDate.now(clock)));
    }

    /** A recovery of an award is settled; an award that came back whole is no award any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recovered(Filing filing, Money recovered) {
        LocalDate today = LocalDate.now(clock);
        int whole = jdbc.sql("UPDATE award SET state = 'RECOVERED' WHERE filing_id = :filing AND paid <= :recovered"
                        + " AND state = 'PAID'")
                .param("filing", filing.id())
                .param("recovered", recovered.fen())
                .update();
        if (whole == 1) {
            tell(filing, Award.State.RECOVERED, today);
        }
    }

    private Award.State stateOf(Filing filing) {
        return Award.State.valueOf(jdbc.sql("SELECT state FROM award WHERE filing_id = :filing")
                .param("filing", filing.id())
                .query(String.class)
                .single());
    }

    /** What it comes to now: as approved, or as its final account settled it. */
    private Money amountOf(Filing filing) {
        return Money.ofFen(jdbc.sql("SELECT amount FROM award WHERE filing_id = :filing")
                .param("filing", filing.id())
                .query(Long.class)
                .single());
    }

    /** An award was taken back before any of it was paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoked(Filing filing) {
        int changed = jdbc.sql("UPDATE award SET state = 'REVOKED' WHERE filing_id = :filing AND paid = 0")
                .param("filing", filing.id())
                .update();
        if (changed == 1) {
            tell(filing, Award.State.REVOKED, LocalDate.now(clock));
        }
    }

    private void tell(Filing filing, Award.State state, LocalDate on) {
        outbox.add(
                filing.id(),
                filing.creditCode(),
                new AwardOutbox.Telling(
                        filing.itemCode(),
                        filing.itemVersion(),
                        amountOf(filing),
                        state.name(),
                        on,
                        filing.year(),
                        filing.line().name(),
                        claims(filing)));
    }

    /** What was claimed: policy-service's claim keys, and the kind and reference of each allowed line; at most what the register keeps. */
    private List<String> claims(Filing filing) {
        List<String> claims = new ArrayList<>(assessments.claimsOf(filing.id()));
        int length = 0;
        for (ClaimLine line : claimLines.of(filing.id())) {
            String claim = line.kind() + ":" + line.reference().replaceAll("\\s+", " ");
            length += claim.length() + 1;
            if (line.allowed() && claim.length() <= 200 && length < CLAIMS && claims.size() < 200) {
                claims.add(claim);
            }
        }
        return claims;
    }

    /** Newest first. */
    List<Award> newest(Paging paging) {
        return jdbc.sql("SELECT * FROM award ORDER BY committed_on DESC, filing_id DESC LIMIT :size OFFSET :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Award::of)
                .list();
    }

    /** All of them, oldest first. */
    List<Award> all() {
        return jdbc.sql("SELECT * FROM award ORDER BY committed_on, filing_id")
                .query(Award::of)
                .list();
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM award").query(Long.class).single();
    }
}
