package org.fourplusone.fund.payment;

import java.text.Normalizer;
import java.util.Locale;

/** Whether an account is held by an enterprise, by the registered name. */
final class AccountHolder {

    private AccountHolder() {}

    /** Names are the same when they differ in spaces, in letter case and in full or half width of brackets and letters only. */
    static boolean isSame(String holder, String registeredName) {
        String normalised = normalise(holder);
        return !normalised.isEmpty() && normalised.equals(normalise(registeredName));
    }

    private static String normalise(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", "")
                .replace('〔', '(')
                .replace('〕', ')')
                .replace('【', '(')
                .replace('】', ')')
                .replace('[', '(')
                .replace(']', ')')
                .toUpperCase(Locale.ROOT);
    }
}
