package org.fourplusone.industry.bulletin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a text names. */
final class TextNumbers {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    private TextNumbers() {}

    /** Numbers of the text, names of periods aside, that are none of the allowed ones; signs do not count. */
    static List<String> strangers(String text, Collection<String> allowed, String... names) {
        String rest = text;
        for (String name : names) {
            rest = rest.replace(name, " ");
        }
        List<String> unsigned =
                allowed.stream().map(number -> number.replaceFirst("^[-−]", "")).toList();
        List<String> strangers = new ArrayList<>();
        Matcher number = NUMBER.matcher(rest);
        while (number.find()) {
            if (!unsigned.contains(number.group())) {
                strangers.add(number.group());
            }
        }
        return strangers;
    }
}
