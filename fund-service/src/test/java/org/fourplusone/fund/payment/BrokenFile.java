package org.fourplusone.fund.payment;

import java.util.Random;

/** A file as it arrives damaged. */
final class BrokenFile {

    private BrokenFile() {}

    /** A copy with one to four of its ASCII bytes changed to others. */
    static byte[] of(byte[] good, Random random) {
        byte[] broken = good.clone();
        for (int change = 0; change <= random.nextInt(4); change++) {
            int place = random.nextInt(broken.length);
            if (broken[place] >= 0) {
                broken[place] = (byte) random.nextInt(128);
            }
        }
        return broken;
    }
}
