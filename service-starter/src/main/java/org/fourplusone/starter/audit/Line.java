package org.fourplusone.starter.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an export or a file of roots: a flat JSON object of texts and whole numbers, written in one way only, so
 * that a line that reads the same is the same byte by byte. Needs the JDK alone.
 */
final class Line {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Line() {}

    static Line of(String kind) {
        return new Line().with("kind", kind);
    }

    /** Adds a field; null is left out. */
    Line with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof Long number ? number : value.toString());
        }
        return this;
    }

    String kind() {
        return text("kind");
    }

    /** @throws IllegalArgumentException when there is no such text */
    String text(String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + name);
    }

    @Nullable
    String textOrNull(String name) {
        return fields.containsKey(name) ? text(name) : null;
    }

    /** @throws IllegalArgumentException when there is no such number */
    long number(String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number " + name);
    }

    /** Without the line end. */
    @Override
    public String toString() {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, name);
            json.append(':');
            if (value instanceof Long) {
                json.append(value);
            } else {
                quote(json, (String) value);
            }
        });
        return json.append('}').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029' || c == '\u0085' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /** @throws IllegalArgumentException when the text is not such a line, byte by byte */
    static Line read(String json) {
        Line line;
        try {
            line = new Reader(json).line();
        } catch (IndexOutOfBoundsException ended) {
            throw new IllegalArgumentException("it ends too early", ended);
        }
        if (!line.toString().equals(json)) {
            throw new IllegalArgumentException("it is not written as it should be");
        }
        return line;
    }

    private static final class Reader {
        private final String json;
        private int at;

        Reader(String json) {
            this.json = json;
        }

        Line line() {
            Line line = new Line();
            expect('{');
            do {
                String name = quoted();
                expect(':');
                line.fields.put(name, json.charAt(at) == '"' ? quoted() : number());
            } while (json.charAt(at++) == ',');
            at--;
            expect('}');
            if (at != json.length()) {
                throw new IllegalArgumentException("something follows its end");
            }
            return line;
        }

        private void expect(char wanted) {
            if (json.charAt(at++) != wanted) {
                throw new IllegalArgumentException("'" + wanted + "' is missing at character " + at);
            }
        }

        private Long number() {
            int from = at;
            while (Character.isDigit(json.charAt(at))) {
                at++;
            }
            return Long.valueOf(json.substring(from, at));
        }

        private String quoted() {
            expect('"');
            StringBuilder text = new StringBuilder();
            while (json.charAt(at) != '"') {
                char c = json.charAt(at++);
                if (c == '\\') {
                    char escaped = json.charAt(at++);
                    if (escaped == 'u') {
                        text.append((char) Integer.parseInt(json.substring(at, at + 4), 16));
                        at += 4;
                    } else {
                        text.append(escaped);
                    }
                } else {
                    text.append(c);
                }
            }
            at++;
            return text.toString();
        }
    }
}
