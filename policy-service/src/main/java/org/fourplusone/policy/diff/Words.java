package org.fourplusone.policy.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Terms;
import org.fourplusone.starter.text.Text;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The names of the codes that the item schema lists ({@code catalogue/words.json}). */
public final class Words {

    private static final Map<String, Text> NAMES = read();

    private Words() {}

    private static Map<String, Text> read() {
        try (InputStream in = new ClassPathResource("catalogue/words.json").getInputStream()) {
            Map<String, Text> names = new HashMap<>();
            JsonMapper.shared()
                    .readTree(in)
                    .properties()
                    .forEach(each -> names.put(each.getKey(), Terms.text(each.getValue())));
            return Map.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name, or the code itself. */
    public static Text of(String code) {
        return NAMES.getOrDefault(code, Text.of(code, code));
    }

    public static Text list(List<String> codes) {
        return joined(codes.stream().map(Words::of).toList(), "、", ", ");
    }

    static Text joined(List<Text> texts, String zh, String en) {
        return Text.of(
                String.join(zh, texts.stream().map(Text::zh).toList()),
                String.join(en, texts.stream().map(Text::en).toList()));
    }
}
