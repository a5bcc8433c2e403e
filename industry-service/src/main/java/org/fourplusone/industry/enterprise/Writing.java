package org.fourplusone.industry.enterprise;

import java.time.Instant;

/**
 * A transaction that writes many changes, seen before against what stood in the register at a cursor. It has taken change
 * numbers first thing, so that nobody else's change can come in between.
 *
 * @param cursor the newest change when the changes were shown
 * @param first its own first change number
 * @param by who confirmed them
 * @param role in which role
 * @param at when
 */
public record Writing(long cursor, long first, String by, String role, Instant at) {

    /** Whether somebody else has changed an enterprise since the changes were shown. */
    public boolean isOvertaken(Enterprise enterprise) {
        return enterprise.changeNumber() > cursor && enterprise.changeNumber() < first;
    }
}
