package org.fourplusone.industry.enterprise;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that order the changes of the register.
 *
 * <p>A number is taken first thing inside the transaction that makes the change. The row stays locked until that
 * transaction ends, so that changes become visible in the order of their numbers and a reader who has seen number n has
 * missed nothing below n.
 */
@Repository
public class ChangeNumbers {

    private final JdbcClient database;

    ChangeNumbers(JdbcClient database) {
        this.database = database;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public long next() {
        return take(1);
    }

    /** Takes several consecutive numbers and returns the first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long take(int count) {
        database.sql("UPDATE change_sequence SET last_number = last_number + :count WHERE id = 1")
                .param("count", count)
                .update();
        return newest() - count + 1;
    }

    /** The newest number whose change can be read. */
    public long newest() {
        return database.sql("SELECT last_number FROM change_sequence WHERE id = 1")
                .query(Long.class)
                .single();
    }
}
