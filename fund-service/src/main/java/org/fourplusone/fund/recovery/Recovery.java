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
 * @param amount what is claimed: as demanded, or less once it was ordered after the hearing or the bank sent a payment back
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

    /** Whether money is claimed back by it now. */
    public boolean isOpen() {
        return state == State.DEMANDED || state == State.ORDERED;
    }

    /** What is still to come; of a dropped one nothing. */
    public Money open() {
        return state == State.DROPPED
                ? Money.ZERO
                : amount.minus(repaid).minus(offset).minus(writtenOff);
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

    /** Why money is claimed back, and by what. */
    public enum Ground {
        CONDITIONS_BROKEN(
                "未履行承诺或不再符合条件", "Conditions not kept", "申报通知和你单位的申报承诺", "the call and your undertaking in the filing"),
        FALSE_CLAIM("虚报冒领", "Claimed falsely", Ground.SANCTIONS_ZH, Ground.SANCTIONS_EN),
        MISUSE("挪用", "Used for something else", Ground.SANCTIONS_ZH, Ground.SANCTIONS_EN),
        DUPLICATE(
                "重复享受",
                "Had twice",
                "申报通知中不重复享受的规定和你单位的申报承诺",
                "the call's rule against having the same twice and your undertaking in the filing"),
        PAID_IN_ERROR("错付", "Paid in error", "《中华人民共和国民法典》第九百八十五条", "Article 985 of the Civil Code"),
        FINAL_ACCOUNT(
                "清算多退", "More was paid than the final account allows", "经确认的清算结果", "the final account as confirmed");

        private static final String SANCTIONS_ZH = "《财政违法行为处罚处分条例》第十四条";
        private static final String SANCTIONS_EN = "Article 14 of the Regulations on Punishing Fiscal Violations";

        private final Text title;
        private final Text basis;

        Ground(String zh, String en, String basisZh, String basisEn) {
            this.title = new Text(zh, en);
            this.basis = new Text(basisZh, basisEn);
        }

        public Text title() {
            return title;
        }

        /** What the claim rests on, as a letter cites it. */
        public Text basis() {
            return basis;
        }
    }
}
