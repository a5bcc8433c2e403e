package org.fourplusone.industry.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.fourplusone.starter.text.Text;

/** The size that the amounts of a section are written in; Chinese and English show the same digits' worth. */
enum Scale {
    LARGE(Text.of("亿元", "CNY million"), 8, 2, 6, 0),
    SMALL(Text.of("万元", "CNY million"), 4, 0, 6, 2),
    PERSONS(Text.of("人", "persons"), 0, 0, 0, 0);

    private static final BigDecimal MUCH = new BigDecimal("1000000000");

    final Text unit;
    private final int zhPlaces;
    private final int zhDigits;
    private final int enPlaces;
    private final int enDigits;

    Scale(Text unit, int zhPlaces, int zhDigits, int enPlaces, int enDigits) {
        this.unit = unit;
        this.zhPlaces = zhPlaces;
        this.zhDigits = zhDigits;
        this.enPlaces = enPlaces;
        this.enDigits = enDigits;
    }

    /** @param most the largest amount of the section, yuan */
    static Scale of(boolean money, BigDecimal most) {
        return !money ? PERSONS : most.compareTo(MUCH) >= 0 ? LARGE : SMALL;
    }

    Text write(BigDecimal exact) {
        return Text.of(write(exact, zhPlaces, zhDigits), write(exact, enPlaces, enDigits));
    }

    /** An amount within a sentence, with its unit. */
    Text inSentence(Text written) {
        return this == PERSONS
                ? Text.of(written.zh() + " 人", written.en() + " persons")
                : Text.of(written.zh() + " " + unit.zh(), "CNY " + written.en() + " million");
    }

    private static String write(BigDecimal exact, int places, int digits) {
        return String.format(
                Locale.ROOT, "%,." + digits + "f", exact.movePointLeft(places).setScale(digits, RoundingMode.HALF_UP));
    }
}
