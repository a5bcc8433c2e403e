package org.fourplusone.policy.sql;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.FactValue.Code;
import org.fourplusone.policy.rule.FactValue.Flag;
import org.fourplusone.policy.rule.FactValue.Num;
import org.fourplusone.starter.text.Text;

/** Values and words as they stand in a statement: nothing that is written here can end its literal or its line. */
final class Literal {

    private Literal() {}

    static String of(FactValue value) {
        if (value instanceof Num num) {
            return num.value().toPlainString();
        }
        if (value instanceof Flag flag) {
            return Logic.of(flag.value());
        }
        if (value instanceof Code code) {
            return text(code.value());
        }
        throw new IllegalArgumentException("no literal of a list: " + value);
    }

    /**
     * A text between quotes. With a backslash or a control character, which servers read differently by their settings,
     * it stands in hexadecimal.
     */
    static String text(String value) {
        boolean plain = value.codePoints().allMatch(c -> c != '\\' && !isBreak(c));
        return plain
                ? "'" + value.replace("'", "''") + "'"
                : "_utf8mb4 X'" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)) + "'";
    }

    static String texts(Collection<String> values) {
        return values.stream().map(Literal::text).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A comment to the end of the line, Chinese first. */
    static String comment(Text text) {
        String words = text.zh().equals(text.en()) ? text.zh() : text.zh() + " / " + text.en();
        return ("-- " + withoutBreaks(words)).stripTrailing();
    }

    /** Words between quotes, for people only: what could be read differently is a blank. */
    static String words(String words) {
        return text(withoutBreaks(words).replace('\\', ' '));
    }

    private static String withoutBreaks(String words) {
        StringBuilder line = new StringBuilder();
        words.codePoints().map(c -> isBreak(c) ? ' ' : c).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isBreak(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
