package org.fourplusone.industry.statistics;

import java.time.Clock;
import java.util.List;
import org.fourplusone.industry.report.Reports;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes a vintage in two steps. The first closes it to reports and is a short transaction; the second adds up,
 * protects and freezes its cells in one transaction, so that it is published as a whole or not at all. A round that was
 * lost with its instance is begun again by the same call.
 */
@Service
public class PublishVintage {

    private static final Logger LOG = LoggerFactory.getLogger(PublishVintage.class);

    private final Reports reports;
    private final Vintages vintages;
    private final Places places;
    private final Cells cells;
    private final Concentrations concentrations;
    private final AuditLog audit;
    private final Clock clock;

    PublishVintage(
            Reports reports,
            Vintages vintages,
            Places places,
            Cells cells,
            Concentrations concentrations,
            AuditLog audit,
            Clock clock) {
        this.reports = reports;
        this.vintages = vintages;
        this.places = places;
        this.cells = cells;
        this.concentrations = concentrations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Both steps at once, within the running transaction if there is one; nothing happens if it is published. */
    @Transactional
    public void publish(String vintage) {
        if (vintages.find(vintage).filter(PublishVintage::isDone).isEmpty()) {
            begin(vintage, "system");
            freeze(vintage);
        }
    }

    /** Publishes the oldest round if none is: reports from before rounds were kept. */
    @Transactional
    public void publishFirst() {
        if (vintages.all().isEmpty()) {
            reports.oldest().ifPresent(this::publish);
        }
    }

    /**
     * Closes a vintage to reports and notes that its publication has begun.
     *
     * @throws Problem 409 {@code NOTHING_REPORTED}, or {@code VINTAGE_CLOSED} with {@code newest} if it is not published
     *     and a later one is
     */
    @Transactional
    Vintage begin(String vintage, String by) {
        reports.close(vintage);
        boolean isDone = vintages.find(vintage).filter(PublishVintage::isDone).isPresent();
        if (!isDone) {
            String newest = vintages.newest().orElse("");
            if (vintage.compareTo(newest) < 0) {
                throw Problem.of(HttpStatus.CONFLICT, "VINTAGE_CLOSED", newest).with("newest", newest);
            }
            if (!reports.has(vintage)) {
                throw Problem.of(HttpStatus.CONFLICT, "NOTHING_REPORTED", vintage);
            }
            vintages.begin(vintage, reports.years(vintage).size(), clock.instant(), by);
            audit.record("vintage-" + vintage, "PUBLISH_VINTAGE", null, null);
        }
        return vintages.find(vintage).orElseThrow();
    }

    /** Adds up and protects; does nothing if another instance is at it or it is done. */
    @Transactional
    void freeze(String vintage) {
        if (vintages.take(vintage).filter(each -> !isDone(each)).isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        List<String> earlier = vintages.published();
        Publication publication = new Publication(vintage, earlier, reports, places.asOf(vintage), cells);
        publication.addUp(concentrations);
        vintages.done(vintage, clock.instant());
        LOG.info("Added up and protected vintage {} in {} ms", vintage, (System.nanoTime() - start) / 1_000_000);
    }

    private static boolean isDone(Vintage vintage) {
        return vintage.state() == Vintage.State.DONE;
    }
}
