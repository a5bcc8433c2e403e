package org.fourplusone.industry.statistics;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Publishes one vintage after the other in the background, and at the start those that were lost with an instance. */
@Component
class VintageWork implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(VintageWork.class);

    private final PublishVintage publish;
    private final Vintages vintages;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> new Thread(work, "vintages"));

    VintageWork(PublishVintage publish, Vintages vintages) {
        this.publish = publish;
        this.vintages = vintages;
    }

    /** Goes on as soon as the running transaction is committed. */
    void afterCommit(String vintage) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.execute(() -> work(vintage));
            }
        });
    }

    @Override
    public void run(ApplicationArguments arguments) {
        worker.execute(() -> {
            try {
                vintages.all().stream()
                        .filter(vintage -> vintage.state() == Vintage.State.RUNNING)
                        .forEach(vintage -> work(vintage.vintage()));
            } catch (DataAccessException e) {
                LOG.warn("Vintages under way are not known; publishing them again starts them: {}", e.toString());
            }
        });
    }

    private void work(String vintage) {
        try {
            publish.freeze(vintage);
        } catch (RuntimeException e) {
            LOG.error("vintage {} was not published", vintage, e);
            vintages.failed(vintage, "PUBLICATION_FAILED");
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
