package org.fourplusone.industry.statistics;

/**
 * One cell of a table as it was added up.
 *
 * @param cluster code, NONE for enterprises in no cluster
 * @param part month or quarter, 0 for a year
 * @param through the last month it covers
 * @param value fen, or persons
 * @param base the same period of the year before, on the footing of now
 * @param firms enterprises whose value is not zero
 * @param baseFirms enterprises whose base is not zero
 */
record Cell(String cluster, int year, int part, int through, long value, long base, int firms, int baseFirms) {

    static final int FEWEST = 3;

    /** Whether value or base would tell of fewer than three enterprises. A plain zero tells of none. */
    boolean isSmall() {
        return isSmall(firms) || isSmall(baseFirms);
    }

    private static boolean isSmall(int count) {
        return count > 0 && count < FEWEST;
    }
}
