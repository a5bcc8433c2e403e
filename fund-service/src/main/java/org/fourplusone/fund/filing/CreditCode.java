package org.fourplusone.fund.filing;

import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The unified social credit code (GB 32100-2015): 17 characters and a check character. */
final class CreditCode {
    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private CreditCode() {}

    static boolean isValid(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int digit = DIGITS.indexOf(code.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += digit * WEIGHTS[i];
        }
        return DIGITS.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** 400 {@code INVALID_CREDIT_CODE}. */
    static void require(String code) {
        if (!isValid(code)) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "INVALID_CREDIT_CODE");
        }
    }
}
