package org.fourplusone.starter.text;

/**
 * A text in both languages of the suite.
 *
 * <p>In an HTTP answer it is one string in the caller's {@link Language}; everywhere else (stored, sent to another
 * service, or asked for with {@code Accept-Language: mul}) it is the object {@code {"zh","en"}}. Both forms are read.
 *
 * @param zh Chinese, the language of record
 * @param en English
 */
public record Text(String zh, String en) {

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** The text in one language; {@link Language#BOTH} gives both, Chinese first. */
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
            case BOTH -> zh + " / " + en;
        };
    }
}
