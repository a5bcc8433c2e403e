package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.jspecify.annotations.Nullable;

/** Reading facts as formulas do: a number that does not exist counts as none, an unknown one stays unknown. */
final class Numbers {

    private Numbers() {}

    /** The number, zero if it is known not to exist, or null if unknown. */
    static @Nullable BigDecimal of(FactDefinition fact, Facts facts) {
        Seen seen = facts.see(fact);
        if (seen instanceof Seen.Known known) {
            return ((FactValue.Num) known.value()).value();
        }
        return seen instanceof Seen.None ? BigDecimal.ZERO : null;
    }

    /** The number of the fact, or of the planned one while the measured one is unknown. */
    static @Nullable BigDecimal of(FactDefinition fact, @Nullable FactDefinition planned, Facts facts) {
        BigDecimal number = of(fact, facts);
        return number == null && planned != null ? of(planned, facts) : number;
    }

    /** The code that a tier is chosen by: the code itself, "true" or "false"; null if unknown or none. */
    static @Nullable String code(Seen seen) {
        if (seen instanceof Seen.Known known) {
            if (known.value() instanceof FactValue.Code code) {
                return code.value();
            }
            if (known.value() instanceof FactValue.Flag flag) {
                return String.valueOf(flag.value());
            }
        }
        return null;
    }
}
