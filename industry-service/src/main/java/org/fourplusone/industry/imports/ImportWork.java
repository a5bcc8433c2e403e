package org.fourplusone.industry.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.fourplusone.industry.enterprise.ChangeNumbers;
import org.fourplusone.industry.enterprise.Writing;
import org.fourplusone.industry.imports.Import.State;
import org.fourplusone.industry.spreadsheet.FileRefused;
import org.fourplusone.industry.spreadsheet.SheetFile;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.time.RealTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks and applies imports in the background, one after the other. Whatever is cut off has loaded nothing: a check writes
 * nothing but its findings, and applying is one transaction whose last step is to say that it is done.
 */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int WAITING = 8;
    private static final Duration EVERY = Duration.ofMillis(200);

    /** An instance that is alive says so far more often. */
    static final Duration LOST = Duration.ofMinutes(2);

    /** How long what was shown waits for a decision. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Imports imports;
    private final ImportParts parts;
    private final Loaders loaders;
    private final ChangeNumbers changes;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final AuditLog audit;
    private final Clock clock;
    private final RealTime time;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, "imports"));

    ImportWork(
            Imports imports,
            ImportParts parts,
            Loaders loaders,
            ChangeNumbers changes,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Clock clock,
            RealTime time) {
        this.imports = imports;
        this.parts = parts;
        this.loaders = loaders;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.audit = audit;
        this.clock = clock;
        this.time = time;
    }

    /** Marks what was cut off, so that nobody waits for it, and gives up what nobody decided on in a month. */
    void sweep() {
        for (String id : imports.cutOff(time.now().minus(LOST))) {
            LOG.warn("import {} was cut off by a stop of the service; nothing of it is loaded", id);
            parts.delete(id);
        }
        for (String id : imports.undecided(clock.instant().minus(KEPT))) {
            if (imports.finished(id, State.READY, State.DISCARDED, "system", clock.instant())) {
                parts.delete(id);
            }
        }
    }

    /** @return false if enough are waiting already */
    boolean check(String id, ImportKind kind) {
        return run(id, () -> checkNow(id, kind));
    }

    /** @param entry the audit record of who confirmed it */
    boolean apply(Import confirmed, AuditLog.Entry entry) {
        return run(confirmed.id(), () -> applyNow(confirmed, entry));
    }

    private boolean run(String id, Runnable work) {
        try {
            worker.execute(() -> guarded(id, work));
            return true;
        } catch (RejectedExecutionException e) {
            imports.stopped(id, State.FAILED, "TOO_MANY_IMPORTS", List.of());
            return false;
        }
    }

    private void guarded(String id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("import {} failed", id, e);
            try {
                imports.stopped(id, State.FAILED, "IMPORT_FAILED", List.of());
                parts.delete(id);
            } catch (RuntimeException unreachable) {
                LOG.warn("import {} could not be marked as failed: {}", id, unreachable.toString());
            }
        }
    }

    private void checkNow(String id, ImportKind kind) {
        Steps steps = new Steps(id);
        long cursor = changes.newest();
        Path copy = null;
        try {
            copy = Files.createTempFile("import", ".file");
            parts.copyFile(id, copy);
            SheetFile file = SheetFile.open(copy);
            steps.of(Math.max(1, file.rows() - 1));
            Findings findings = new Findings(loaders.of(kind).columns(), parts, id, steps);
            CheckFile.check(file, loaders.of(kind), findings);
            ImportParts.Counts counts = findings.end();
            if (imports.checked(id, counts, cursor) && counts.errors() > 0) {
                parts.deleteFile(id);
            }
        } catch (FileRefused refused) {
            imports.stopped(id, State.REFUSED, refused.code(), refused.arguments());
            parts.delete(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    private static void delete(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", copy, e.toString());
        }
    }

    private void applyNow(Import confirmed, AuditLog.Entry entry) {
        String id = confirmed.id();
        boolean applied;
        try {
            applied = Boolean.TRUE.equals(transaction.execute(status -> {
                boolean done = applyAll(confirmed, entry);
                if (!done) {
                    status.setRollbackOnly();
                }
                return done;
            }));
        } catch (DuplicateKeyException overtaken) {
            applied = false;
        }
        if (applied) {
            parts.delete(id);
        } else if (imports.again(id)) {
            parts.deleteFindings(id);
            checkNow(id, confirmed.kind());
        }
    }

    private boolean applyAll(Import confirmed, AuditLog.Entry entry) {
        Loader loader = loaders.of(confirmed.kind());
        Steps steps = new Steps(confirmed.id());
        steps.of(confirmed.counts().added() + confirmed.counts().changed());
        Writing writing =
                new Writing(confirmed.seenCursor(), changes.next(), entry.actor(), entry.role(), clock.instant());
        int done = 0;
        for (boolean added : new boolean[] {true, false}) {
            int part = 0;
            for (List<Change> some = parts.changes(confirmed.id(), added, part);
                    !some.isEmpty();
                    some = parts.changes(confirmed.id(), added, ++part)) {
                if (!loader.apply(some, writing)) {
                    return false;
                }
                done += some.size();
                steps.accept(done);
            }
        }
        audit.append(List.of(entry));
        return imports.finished(confirmed.id(), State.APPLYING, State.APPLIED, entry.actor(), clock.instant());
    }

    /** Tells how far the work is, not all too often, in statements of their own. */
    private final class Steps implements IntConsumer {

        private final String id;
        private int total;
        private Instant told = Instant.MIN;

        Steps(String id) {
            this.id = id;
        }

        void of(int all) {
            total = all;
            accept(0);
        }

        @Override
        public void accept(int done) {
            Instant now = time.now();
            if (told.isBefore(now.minus(EVERY))) {
                apart.executeWithoutResult(status -> imports.beat(id, done, total, now));
                told = now;
            }
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
