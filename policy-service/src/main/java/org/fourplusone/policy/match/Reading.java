package org.fourplusone.policy.match;

import org.fourplusone.policy.register.FactView;
import org.fourplusone.policy.rule.Truth;

/**
 * The compiled conditions judged on the facts of one enterprise, or of one of its records: a bit for each place, true,
 * and true or unknown. Places of conditions on the enterprise alone are judged once and shared by its records.
 */
final class Reading {

    static final int FALSE = 0;
    static final int UNKNOWN = 1;
    static final int TRUE = 3;

    /** A comparison, or a group of places before it. */
    interface Step {

        /** {@link #FALSE}, {@link #UNKNOWN} or {@link #TRUE}. */
        int on(Reading reading, FactView facts, long[] numbers);
    }

    /**
     * Places of conditions: on the enterprise, and on its record.
     *
     * @param own a bit for each place on the enterprise, as far as any is set
     * @param ofRecord likewise on the record
     */
    record Places(long[] own, long[] ofRecord) {

        /** Whether all are met. */
        int all(Reading on) {
            long missing = 0;
            for (int word = 0; word < own.length; word++) {
                missing |= own[word] & ~on.ownPossible[word];
            }
            for (int word = 0; word < ofRecord.length; word++) {
                missing |= ofRecord[word] & ~on.possible[word];
            }
            if (missing != 0) {
                return FALSE;
            }
            for (int word = 0; word < own.length; word++) {
                missing |= own[word] & ~on.ownTruth[word];
            }
            for (int word = 0; word < ofRecord.length; word++) {
                missing |= ofRecord[word] & ~on.truth[word];
            }
            return missing == 0 ? TRUE : UNKNOWN;
        }

        /** Whether one that is on the enterprise alone is certainly not met. */
        boolean failsOn(Reading on) {
            for (int word = 0; word < own.length; word++) {
                if ((own[word] & ~on.ownPossible[word]) != 0) {
                    return true;
                }
            }
            return false;
        }

        /** Whether any is met. */
        int any(Reading on) {
            long possible = 0;
            long truth = 0;
            for (int word = 0; word < own.length; word++) {
                possible |= own[word] & on.ownPossible[word];
                truth |= own[word] & on.ownTruth[word];
            }
            for (int word = 0; word < ofRecord.length; word++) {
                possible |= ofRecord[word] & on.possible[word];
                truth |= ofRecord[word] & on.truth[word];
            }
            return truth != 0 ? TRUE : possible != 0 ? UNKNOWN : FALSE;
        }
    }

    final FactView facts;
    private final long[] ownTruth;
    private final long[] ownPossible;
    private final long[] truth;
    private final long[] possible;

    private Reading(FactView facts, long[] ownTruth, long[] ownPossible, long[] truth, long[] possible) {
        this.facts = facts;
        this.ownTruth = ownTruth;
        this.ownPossible = ownPossible;
        this.truth = truth;
        this.possible = possible;
    }

    private static final long[] NOTHING = {};

    static Reading ofEnterprise(FactView facts, Sheet sheet) {
        long[] truth = new long[sheet.words()];
        long[] possible = new long[truth.length];
        Reading reading = new Reading(facts, truth, possible, NOTHING, NOTHING);
        sheet.judge(reading, facts, truth, possible);
        return reading;
    }

    /** The same enterprise with one of its records, or with what is known of there being one. */
    Reading with(FactView ofRecord, Sheet sheet) {
        long[] recordTruth = new long[sheet.words()];
        long[] recordPossible = new long[recordTruth.length];
        Reading reading = new Reading(ofRecord, ownTruth, ownPossible, recordTruth, recordPossible);
        sheet.judge(reading, ofRecord, recordTruth, recordPossible);
        return reading;
    }

    /** {@link #FALSE}, {@link #UNKNOWN} or {@link #TRUE} at a place. */
    int at(boolean isOwn, int place) {
        long[] isTrue = isOwn ? ownTruth : truth;
        long[] isPossible = isOwn ? ownPossible : possible;
        return (int) ((isTrue[place >>> 6] >>> place & 1) << 1 | isPossible[place >>> 6] >>> place & 1);
    }

    static int bits(Truth truth) {
        return truth == Truth.TRUE ? TRUE : truth == Truth.UNKNOWN ? UNKNOWN : FALSE;
    }

    static Truth truth(int bits) {
        return bits == TRUE ? Truth.TRUE : bits == UNKNOWN ? Truth.UNKNOWN : Truth.FALSE;
    }
}
