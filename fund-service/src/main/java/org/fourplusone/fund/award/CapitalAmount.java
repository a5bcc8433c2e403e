package org.fourplusone.fund.award;

import java.util.ArrayList;
import java.util.List;

/**
 * An amount of renminbi in capital characters (人民币大写), as payment documents carry it by 支付结算办法, annex 1: 整 after
 * 元, nothing after 角 and 分; one 零 for inner zeros, and 零 for a missing 角 before 分. Where the rules allow two forms
 * ({@code 107000.53}) the one without 零 is written; both are read.
 */
public final class CapitalAmount {

    /** The largest amount that can be written, in fen: all digits of 万亿. */
    public static final long MAX_FEN = 999_999_999_999_999_999L;

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String PREFIX = "人民币";

    private CapitalAmount() {}

    /**
     * @param fen 0 to {@link #MAX_FEN}
     * @return for example {@code 人民币壹万陆仟肆佰零玖元零贰分}
     */
    public static String ofFen(long fen) {
        if (fen < 0 || fen > MAX_FEN) {
            throw new IllegalArgumentException("No capital form for " + fen + " fen");
        }
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cent = (int) (fen % 10);
        StringBuilder text = new StringBuilder(PREFIX);
        if (yuan > 0 || fen == 0) {
            text.append(yuan == 0 ? "零" : whole(yuan)).append('元');
        }
        if (jiao == 0 && cent == 0) {
            return text.append('整').toString();
        }
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append('角');
        } else if (yuan > 0) {
            text.append('零');
        }
        if (cent > 0) {
            text.append(DIGITS.charAt(cent)).append('分');
        }
        return text.toString();
    }

    private static String whole(long yuan) {
        long high = yuan / 100_000_000;
        long low = yuan % 100_000_000;
        if (high == 0) {
            return eight(low);
        }
        return eight(high) + "亿" + (low > 0 && low < 10_000_000 ? "零" : "") + (low > 0 ? eight(low) : "");
    }

    private static String eight(long number) {
        int high = (int) (number / 10_000);
        int low = (int) (number % 10_000);
        if (high == 0) {
            return four(low);
        }
        return four(high) + "万" + (low > 0 && low < 1_000 ? "零" : "") + (low > 0 ? four(low) : "");
    }

    private static String four(int number) {
        StringBuilder text = new StringBuilder();
        boolean zero = false;
        int scale = 1_000;
        for (int place = 3; place >= 0; place--, scale /= 10) {
            int digit = number / scale % 10;
            if (digit == 0) {
                zero = true;
                continue;
            }
            if (zero && !text.isEmpty()) {
                text.append('零');
            }
            zero = false;
            text.append(DIGITS.charAt(digit)).append(PLACES[place]);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #ofFen} writes, and the other allowed form with 零 after 万 or 亿 or with 整 after 角.
     *
     * @return fen
     * @throws IllegalArgumentException when the text is not an amount in capital characters
     */
    public static long toFen(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Not an amount in capitals: " + text);
        }
        String rest = text.substring(PREFIX.length());
        int yuanEnd = rest.indexOf('元');
        long yuan = yuanEnd < 0 ? 0 : number(rest.substring(0, yuanEnd));
        int cents = cents(rest.substring(yuanEnd + 1));
        long fen = Math.addExact(Math.multiplyExact(yuan, 100L), cents);
        List<String> allowed = new ArrayList<>(List.of(ofFen(fen)));
        allowed.add(ofFen(fen) + "整");
        if (!allowed.contains(text) && !allowed.contains(withoutOptionalZeros(text))) {
            throw new IllegalArgumentException("Not an amount in capitals: " + text);
        }
        return fen;
    }

    private static long number(String digits) {
        long total = 0;
        long section = 0;
        int digit = 0;
        for (char character : digits.toCharArray()) {
            int value = DIGITS.indexOf(character);
            if (value >= 0) {
                digit = value;
                continue;
            }
            switch (character) {
                case '拾' -> section += digit * 10L;
                case '佰' -> section += digit * 100L;
                case '仟' -> section += digit * 1_000L;
                case '万' -> {
                    total = (total + section + digit) * 10_000L - total * 9_999L;
                    section = 0;
                }
                case '亿' -> {
                    total = (total + section + digit) * 100_000_000L;
                    section = 0;
                }
                default -> throw new IllegalArgumentException("Not a capital character: " + character);
            }
            digit = 0;
        }
        return total + section + digit;
    }

    private static int cents(String text) {
        int cents = 0;
        int digit = 0;
        for (char character : text.toCharArray()) {
            int value = DIGITS.indexOf(character);
            if (value >= 0) {
                digit = value;
            } else if (character == '角') {
                cents += digit * 10;
                digit = 0;
            } else if (character == '分') {
                cents += digit;
                digit = 0;
            } else if (character != '整') {
                throw new IllegalArgumentException("Not a capital character: " + character);
            }
        }
        return cents;
    }

    private static String withoutOptionalZeros(String text) {
        return text.replaceAll("(?<=[万亿])零(?=[壹贰叁肆伍陆柒捌玖]仟)", "").replaceAll("(?<=元)零(?=[壹贰叁肆伍陆柒捌玖]角)", "");
    }
}
