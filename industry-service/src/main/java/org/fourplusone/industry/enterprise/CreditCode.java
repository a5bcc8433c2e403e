package org.fourplusone.industry.enterprise;

import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * A unified social credit code (GB 32100-2015): 18 characters, of which 9 to 17 are an organisation code with its own
 * check character (GB 11714) and the last checks the whole.
 *
 * @param value the 18 characters, upper case
 */
public record CreditCode(String value) {

    static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** @throws Problem 400 {@code INVALID_CREDIT_CODE} if it is malformed or a check character does not fit */
    public static CreditCode parse(String text) {
        return parse(text, "creditCode");
    }

    /** The same for a code in another field. */
    public static CreditCode parse(String text, String field) {
        String code = text.strip();
        if (!isValid(code)) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "INVALID_CREDIT_CODE").with("field", field);
        }
        return new CreditCode(code);
    }

    public static boolean isValid(String code) {
        return code.length() == 18
                && code.chars().allMatch(character -> CHARACTERS.indexOf(character) >= 0)
                && code.substring(2, 8).chars().allMatch(character -> character <= '9')
                && code.charAt(16) == organisationCheck(code.substring(8, 16))
                && code.charAt(17) == check(code.substring(0, 17));
    }

    /**
     * The whole code for a registration office and kind, a region and an organisation.
     *
     * @param head 2 characters, such as {@code 91} for an enterprise registered by market regulation
     * @param region 6 digits of GB/T 2260
     * @param organisation 8 characters, without check character
     */
    public static CreditCode of(String head, String region, String organisation) {
        String first17 = head + region + organisation + organisationCheck(organisation);
        return new CreditCode(first17 + check(first17));
    }

    /** (31 − Σ value·weight mod 31) mod 31, as a character. */
    static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CHARACTERS.indexOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return CHARACTERS.charAt((31 - sum % 31) % 31);
    }

    /** 11 − (Σ value·weight mod 11), where 10 is written X and 11 is written 0. */
    static char organisationCheck(String first8) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    @Override
    public String toString() {
        return value;
    }
}
