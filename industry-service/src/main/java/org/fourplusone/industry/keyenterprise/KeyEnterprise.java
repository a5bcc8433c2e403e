package org.fourplusone.industry.keyenterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A key enterprise: above scale and in business, with what is known of it for a year.
 *
 * @param values by the code of the {@link KeyFact}
 * @param efficiency what its land yields; absent where a fact for it is missing or not verified
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyEnterprise(
        String creditCode,
        String name,
        @Nullable String cluster,
        Text clusterName,
        @Nullable String sizeClass,
        boolean sample,
        Map<String, Value> values,
        @Nullable LandEfficiency efficiency) {

    /**
     * A fact's newest value.
     *
     * @param value a decimal string, or a code
     * @param before the value of the year before
     * @param source who states it
     * @param verified whether a department stands behind it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(String value, @Nullable String before, String source, boolean verified) {}

    /** A verified number, null if there is none. */
    @Nullable
    BigDecimal verified(KeyFact fact) {
        Value value = values.get(fact.code());
        return value == null || !value.verified() ? null : new BigDecimal(value.value());
    }

    /** A number to order by, verified or not. */
    @Nullable
    BigDecimal number(KeyFact fact) {
        Value value = values.get(fact.code());
        return value == null ? null : new BigDecimal(value.value());
    }

    KeyEnterprise with(@Nullable LandEfficiency evaluated) {
        return new KeyEnterprise(creditCode, name, cluster, clusterName, sizeClass, sample, values, evaluated);
    }
}
