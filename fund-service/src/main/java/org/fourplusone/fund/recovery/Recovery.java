package org.fourplusone.fund.recovery;

import java.time.LocalDate;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Money claimed back of one filing, as stored.
 *
 * @param number as shown, {@code ZH2026-000012}
 * @param demanded what was demanded first
 * @param amount what is claimed: as demanded, or less once it was ordered after the hearing
 * @param offset what was taken from later instalments
 * @param heardUntil the last day for the enterprise's statement
 * @param decision why it was ordered or dropped
 * @param dueOn the day until which it is to be paid back, moved by each dunning
 */
public record Recovery(
        String id,
        String number,
        String filing,
        String creditCode,
        State state,
        long version,
        Ground ground,
        String reason,
        Money demanded,
        Money amount,
        Money repaid,
        Money offset,
        Money writtenOff,
        LocalDate demandedOn,
        String demandedBy,
        LocalDate heardUntil,
        @Nullable String statement,
        @Nullable LocalDate statedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy,
        @Nullable String decision,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate closedOn) {

    /** What is still to come. */
    public Money open() {
        return amount.minus(repaid).minus(offset).minus(writtenOff);
    }

    /** The states. What leads from one to another is said by {@link RecoveryMove} alone. */
    public enum State {
        DEMANDED("听取陈述申辩", "The enterprise is heard"),
        ORDERED("追回中", "To be paid back"),
        SETTLED("已结清", "Settled"),
        WRITTEN_OFF("已核销", "Written off"),
        DROPPED("不予追回", "Dropped");

        private final Text title;

        State(String zh, String en) {
            this.title = new Text(zh, en);
        }

        Text title() {
            return title;
        }
    }

    /** Why money is claimed back. */
    public enum Ground {
        CONDITIONS_BROKEN("未履行承诺或不再符合条件", "Conditions not kept"),
        FALSE_CLAIM("虚报冒领", "Claimed falsely"),
        MISUSE("挪用", "Used for something else"),
        DUPLICATE("重复享受", "Had twice"),
        PAID_IN_ERROR("错付", "Paid in error"),
        FINAL_ACCOUNT("清算多退", "More was paid than the final account allows");

        private final Text title;

        Ground(String zh, String en) {
            this.title = new Text(zh, en);
        }

        Text title() {
            return title;
        }
    }
}
