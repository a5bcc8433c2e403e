package org.fourplusone.fund.payment;

/**
 * The bank branch code of the Chinese national payment system (联行号): 3 digits bank, 4 city, 4 branch, 1 check by ISO
 * 7064 MOD 11,10. Published lists hold a few codes with another check digit, so a wrong one is a warning and no refusal.
 */
final class Cnaps {

    private Cnaps() {}

    static boolean isCode(String text) {
        return text.matches("[0-9]{12}");
    }

    /** Whether the last of 12 digits is the check digit of the first 11. */
    static boolean hasGoodCheckDigit(String code) {
        return isCode(code) && code.charAt(11) - '0' == checkDigit(code.substring(0, 11));
    }

    /** ISO 7064 MOD 11,10 over the digits given. */
    static int checkDigit(String digits) {
        int product = 10;
        for (int position = 0; position < digits.length(); position++) {
            int sum = (digits.charAt(position) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}
