package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fourplusone.policy.rule.FactValue.Code;
import org.fourplusone.policy.rule.FactValue.Codes;
import org.fourplusone.policy.rule.FactValue.Flag;
import org.fourplusone.policy.rule.FactValue.Num;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;

/** Facts, values and amounts in words, Chinese and English. */
public final class Wording {

    private static final BigDecimal WAN = new BigDecimal("10000");
    private static final BigDecimal YI = new BigDecimal("100000000");
    private static final Map<String, Text> UNITS = Map.of(
            "人", Text.of("人", " people"),
            "起", Text.of("起", ""),
            "个", Text.of("个", ""),
            "人年", Text.of("人年", " person-years"),
            "年", Text.of("年", " years"),
            "月", Text.of("个月", " months"),
            "㎡", Text.of("平方米", " m²"));

    private Wording() {}

    /** The fact's name; an annual fact with its year. */
    public static Text name(FactDefinition fact, int year) {
        return fact.annual()
                ? Text.of(fact.name().zh() + "（" + year + "年）", fact.name().en() + " (" + year + ")")
                : fact.name();
    }

    public static Text value(FactDefinition fact, FactValue value) {
        if (value instanceof Num num) {
            return number(fact, num.value());
        }
        if (value instanceof Flag flag) {
            Text words = fact.values().get(String.valueOf(flag.value()));
            return words != null ? words : flag.value() ? Text.of("是", "yes") : Text.of("否", "no");
        }
        if (value instanceof Codes codes) {
            List<Text> names =
                    codes.values().stream().map(code -> code(fact, code)).toList();
            return names.isEmpty() ? Text.of("无", "none") : join(names);
        }
        return code(fact, ((Code) value).value());
    }

    private static Text code(FactDefinition fact, String code) {
        Text name = fact.values().get(code);
        return name == null ? Text.of(code, code) : name;
    }

    static Text join(List<Text> texts) {
        return Text.of(
                String.join("、", texts.stream().map(Text::zh).toList()),
                String.join(", ", texts.stream().map(Text::en).toList()));
    }

    private static Text number(FactDefinition fact, BigDecimal number) {
        String unit = fact.unit();
        return switch (fact.type()) {
            case MONEY -> {
                Text amount = yuan(number);
                yield "元/亩".equals(unit)
                        ? Text.of("每亩" + amount.zh(), amount.en() + " per mu")
                        : "元·年".equals(unit) ? Text.of(amount.zh() + "·年", amount.en() + " × years") : amount;
            }
            case RATIO -> {
                String percent = plain(number.movePointRight(2)) + "%";
                yield Text.of(percent, percent);
            }
            case YEAR -> Text.of(number.toPlainString() + "年", number.toPlainString());
            default -> {
                Text words = unit == null ? Text.of("", "") : UNITS.getOrDefault(unit, Text.of(unit, " " + unit));
                yield Text.of(grouped(number) + words.zh(), grouped(number) + words.en());
            }
        };
    }

    public static Text money(Money amount) {
        return yuan(amount.yuan());
    }

    /** 1亿元, 500万元, 12,345.67元; CNY 100,000,000. */
    static Text yuan(BigDecimal yuan) {
        BigDecimal size = yuan.abs();
        String zh;
        if (size.compareTo(YI) >= 0 && isRound(size, YI)) {
            zh = plain(yuan.divide(YI)) + "亿元";
        } else if (size.compareTo(WAN) >= 0 && isRound(size, WAN)) {
            zh = plain(yuan.divide(WAN)) + "万元";
        } else {
            zh = grouped(yuan) + "元";
        }
        return Text.of(zh, "CNY " + grouped(yuan));
    }

    private static boolean isRound(BigDecimal size, BigDecimal unit) {
        return size.divide(unit).stripTrailingZeros().scale() <= 2;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** 12,345.67: thousands set off, no trailing zeros. */
    private static String grouped(BigDecimal number) {
        String digits = plain(number.abs());
        int point = digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int at = (point < 0 ? digits.length() : point) - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return number.signum() < 0 ? text.insert(0, '-').toString() : text.toString();
    }

    /** The sentence of a comparison, with the year it is read for. */
    public static Text sentence(Comparison leaf, int year) {
        Text sentence = leaf.fact().type() == FactType.BOOLEAN ? flagged(leaf, year) : compared(leaf, year);
        FactDefinition planned = leaf.planned();
        return planned == null
                ? sentence
                : Text.of(
                        sentence.zh() + "（确认前按" + planned.name().zh() + "）",
                        sentence.en() + " (until it is confirmed: "
                                + planned.name().en() + ")");
    }

    private static Text flagged(Comparison leaf, int year) {
        boolean wanted = leaf.operand() instanceof Operand.Literal literal
                && literal.value() instanceof Flag flag
                && flag.value() == (leaf.op() == Op.EQ || leaf.op() == Op.EXISTS);
        Text words = value(leaf.fact(), new Flag(wanted));
        return leaf.fact().annual()
                ? Text.of(words.zh() + "（" + year + "年）", capital(words.en()) + " (" + year + ")")
                : Text.of(words.zh(), capital(words.en()));
    }

    private static Text compared(Comparison leaf, int year) {
        Text name = name(leaf.fact(), year);
        Text operand = operand(leaf, year);
        boolean one = !(leaf.operand() instanceof Operand.Listed listed)
                || listed.values().size() == 1;
        return switch (leaf.op()) {
            case EQ -> Text.of(name.zh() + "为" + operand.zh(), name.en() + ": " + operand.en());
            case NE -> Text.of(name.zh() + "不为" + operand.zh(), name.en() + ": not " + operand.en());
            case GTE -> Text.of(name.zh() + "不低于" + operand.zh(), name.en() + ": at least " + operand.en());
            case GT -> Text.of(name.zh() + "高于" + operand.zh(), name.en() + ": more than " + operand.en());
            case LTE -> Text.of(name.zh() + "不超过" + operand.zh(), name.en() + ": at most " + operand.en());
            case LT -> Text.of(name.zh() + "低于" + operand.zh(), name.en() + ": less than " + operand.en());
            case IN ->
                one
                        ? Text.of(name.zh() + "为" + operand.zh(), name.en() + ": " + operand.en())
                        : Text.of(name.zh() + "为" + operand.zh() + "之一", name.en() + ": one of " + operand.en());
            case NOT_IN -> Text.of(name.zh() + "不属于" + operand.zh(), name.en() + ": none of " + operand.en());
            case EXISTS -> Text.of("具有" + name.zh(), name.en() + ": on record");
        };
    }

    /** What the fact is compared with, in words. */
    public static Text operand(Comparison leaf, int year) {
        Operand operand = leaf.operand();
        if (operand instanceof Operand.Literal literal) {
            return value(leaf.fact(), literal.value());
        }
        if (operand instanceof Operand.Listed listed) {
            return join(listed.values().stream()
                    .map(each -> value(leaf.fact(), each))
                    .toList());
        }
        if (operand instanceof Operand.Other other) {
            return name(other.fact(), year);
        }
        return Text.of("政策年度（" + year + "年）", "the policy year (" + year + ")");
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The value as seen, in words. */
    public static Text seen(FactDefinition fact, Seen seen) {
        return seen instanceof Seen.Known known
                ? value(fact, known.value())
                : seen instanceof Seen.None ? Text.of("无", "none") : Text.of("未知", "unknown");
    }
}
