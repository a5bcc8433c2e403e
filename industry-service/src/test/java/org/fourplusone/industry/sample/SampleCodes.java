package org.fourplusone.industry.sample;

/** Credit codes of sample enterprises, for tests in other packages. */
public final class SampleCodes {

    private SampleCodes() {}

    /** @param number place in the register, from 1 */
    public static String of(int number) {
        return Firms.creditCode(number).value();
    }
}
