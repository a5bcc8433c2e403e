package org.fourplusone.fund.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why something is refused: the clause it rests on, and what it means here. */
record Reason(
        @Nullable @Size(max = 200) String clause,
        @NotBlank @Size(max = 1000) String text) {

    static String joined(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.clause() == null ? reason.text() : reason.clause() + " " + reason.text())
                .collect(Collectors.joining("\n"));
    }
}
