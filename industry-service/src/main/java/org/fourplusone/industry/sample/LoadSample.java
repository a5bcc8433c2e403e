package org.fourplusone.industry.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.enterprise.ChangeNumbers;
import org.fourplusone.industry.enterprise.Closures;
import org.fourplusone.industry.enterprise.Closures.Closure;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.enterprise.FormerNames;
import org.fourplusone.industry.fact.Fact;
import org.fourplusone.industry.fact.FactForms;
import org.fourplusone.industry.fact.Facts;
import org.fourplusone.industry.project.ProjectFile;
import org.fourplusone.industry.project.ProjectFiles;
import org.fourplusone.industry.report.Report;
import org.fourplusone.industry.report.Reports;
import org.fourplusone.industry.statistics.PublishVintage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the sample register at the first start, in one transaction: it is there as a whole or not at all. The row of
 * {@code first_load} stays locked meanwhile; a second instance that starts at the same time waits for it. The service
 * reports itself ready only after its runners, so nobody is sent to a half-filled register.
 */
@Component
@ConditionalOnProperty("suite.sample")
class LoadSample implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LoadSample.class);
    private static final int PORTION = 523;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Enterprises enterprises;
    private final FormerNames names;
    private final Closures closures;
    private final Facts facts;
    private final Reports reports;
    private final PublishVintage publish;
    private final ProjectFiles projects;
    private final ChangeNumbers changes;
    private final FactForms forms;
    private final JsonMapper json;
    private final Clock clock;

    LoadSample(
            JdbcClient database,
            TransactionTemplate transaction,
            Enterprises enterprises,
            FormerNames names,
            Closures closures,
            Facts facts,
            Reports reports,
            PublishVintage publish,
            ProjectFiles projects,
            ChangeNumbers changes,
            FactForms forms,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.enterprises = enterprises;
        this.names = names;
        this.closures = closures;
        this.facts = facts;
        this.reports = reports;
        this.publish = publish;
        this.projects = projects;
        this.changes = changes;
        this.forms = forms;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isLoaded()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the sample register is not there after " + PATIENCE.toMinutes()
                        + " minutes: another instance loads it, or the database gives no connection");
            }
            Thread.sleep(500);
        }
    }

    private boolean isLoaded() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> loadedOnce()));
        } catch (CannotCreateTransactionException noConnection) {
            LOG.info("The sample register waits for the database: {}", noConnection.toString());
            return false;
        }
    }

    /** Loads if nobody has; false if another instance is at it. */
    private boolean loadedOnce() {
        List<Boolean> loaded = database.sql("SELECT loaded_at IS NOT NULL FROM first_load WHERE name = 'sample'"
                        + " FOR UPDATE SKIP LOCKED")
                .query(Boolean.class)
                .list();
        if (loaded.isEmpty()) {
            return false;
        }
        if (!loaded.get(0)) {
            load();
        } else {
            publish.publishFirst();
        }
        return true;
    }

    private void load() {
        long start = System.nanoTime();
        Instant now = clock.instant();
        SampleRegister register = new SampleRegister(SampleRegister.SEED, LocalDate.now(clock), now, forms, json);
        LOG.info("Loading the sample register, seed {}", SampleRegister.SEED);
        if (changes.take(Group.total()) != 1) {
            throw new IllegalStateException("the register is not empty; the sample is only loaded into an empty one");
        }
        Loading loading = new Loading();
        register.deliver(loading, PORTION);
        loading.flush();
        publish.publish(register.lastMonth().toString());
        String digest = loading.digest.hex();
        database.sql("UPDATE first_load SET seed = ?, digest = ?, loaded_at = ? WHERE name = 'sample'")
                .param(SampleRegister.SEED)
                .param(digest)
                .param(LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        LOG.info(
                "Loaded the sample register: {} enterprises, {} facts, {} reports in {} s, digest {}",
                Group.total(),
                loading.factCount,
                loading.reportCount,
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
                digest);
    }

    /** Writes what it is given in large batches. */
    private final class Loading implements SampleRegister.Taker {

        private final Digest digest = new Digest();
        private final List<Facts.Row> rows = new ArrayList<>();
        private int factCount;
        private int reportCount;
        private int tenth;

        @Override
        public void enterprises(List<Enterprise> portion) {
            digest.enterprises(portion);
            enterprises.addAll(portion);
        }

        @Override
        public void formerNames(List<FormerNames.Row> list) {
            digest.formerNames(list);
            names.addAll(list);
        }

        @Override
        public void closures(List<Closure> list) {
            digest.closures(list);
            closures.addAll(list);
        }

        @Override
        public void facts(String creditCode, long changeNumber, List<Fact> list) {
            digest.facts(creditCode, changeNumber, list);
            for (int i = 0; i < list.size(); i++) {
                rows.add(new Facts.Row(creditCode, changeNumber, i, list.get(i)));
            }
        }

        @Override
        public void reports(List<Report> portion) {
            digest.reports(portion);
            reports.addAll(portion);
            reportCount += portion.size();
        }

        @Override
        public void projects(List<ProjectFile> list) {
            digest.projects(list);
            projects.addAll(list);
        }

        @Override
        public void portionDone(int done) {
            flush();
            if (done * 10 / Group.total() > tenth) {
                tenth = done * 10 / Group.total();
                LOG.info("Sample register: {} of {} enterprises", done, Group.total());
            }
        }

        void flush() {
            facts.addAll(rows);
            factCount += rows.size();
            rows.clear();
        }
    }
}
