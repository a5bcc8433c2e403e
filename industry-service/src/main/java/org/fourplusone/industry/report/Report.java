package org.fourplusone.industry.report;

/**
 * What an enterprise reported for the months 1 to {@code month} of a year.
 *
 * @param vintage the round of publication it belongs to, such as {@code 2026-10}
 * @param values cumulative values in the order of {@link Measure}: fen, and persons for jobs
 * @param bases the same months of the year before, on the footing of now (the comparable base)
 */
public record Report(String creditCode, String vintage, int year, int month, long[] values, long[] bases) {}
