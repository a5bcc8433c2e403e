package org.fourplusone.policy.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fourplusone.starter.csv.Csv;
import org.jspecify.annotations.Nullable;

/** Changed enterprises as {@link Csv}. An empty greatest amount has no bound. */
final class ChangedCsv {

    static final String HEADER = Csv.BYTE_ORDER_MARK + "creditCode,name,cluster,sizeClass,item,change,"
            + "verdictBefore,lowBefore,highBefore,verdictAfter,lowAfter,highAfter\r\n";

    private ChangedCsv() {}

    static String line(ChangedEnterprise each) {
        List<@Nullable Object> cells = new ArrayList<>();
        Collections.addAll(
                cells, each.creditCode(), each.name(), each.cluster(), each.sizeClass(), each.item(), each.change());
        for (Standpoint stands : List.of(each.before(), each.after())) {
            Collections.addAll(cells, stands.verdict(), stands.low(), stands.high());
        }
        return Csv.line(cells);
    }
}
