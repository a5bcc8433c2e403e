package org.fourplusone.fund.call;

import java.time.LocalDate;

/**
 * An opening for filings of one item (申报通知).
 *
 * @param item the item as it was when the call was opened
 * @param closed whether it was closed early
 */
public record Call(
        String id, int year, LocalDate opensOn, LocalDate closesOn, boolean closed, boolean illustrative, Item item) {

    public boolean isOpenOn(LocalDate day) {
        return !closed && !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }
}
