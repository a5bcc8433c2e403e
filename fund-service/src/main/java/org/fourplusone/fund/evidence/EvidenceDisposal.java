package org.fourplusone.fund.evidence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes away the evidence of a filing that was never submitted, when its time is over. */
@Component
public class EvidenceDisposal {
    private final JdbcClient jdbc;
    private final FileStore store;

    EvidenceDisposal(JdbcClient jdbc, FileStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * Deletes the rows in the running transaction and the files once it has committed: a crash between the two leaves a
     * file that nothing names, never a row without its file.
     *
     * @return how many files
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(String filing) {
        List<String> files = jdbc.sql("SELECT stored_as FROM evidence WHERE filing_id = :filing")
                .param("filing", filing)
                .query(String.class)
                .list();
        jdbc.sql("DELETE FROM evidence WHERE filing_id = :filing")
                .param("filing", filing)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                files.forEach(store::remove);
            }
        });
        return files.size();
    }
}
