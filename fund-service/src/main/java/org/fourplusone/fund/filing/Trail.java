package org.fourplusone.fund.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/** What the audit chain keeps of a filing before and after a move. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trail(
        State state,
        long version,
        @Nullable Money reviewed,
        @Nullable Money approved,
        @Nullable String note,
        @Nullable String onBehalfOf) {

    static Trail of(Filing filing) {
        return of(filing, null, null);
    }

    static Trail of(Filing filing, @Nullable String note, @Nullable String onBehalfOf) {
        return new Trail(filing.state(), filing.version(), filing.reviewed(), filing.approved(), note, onBehalfOf);
    }
}
