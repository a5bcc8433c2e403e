package org.fourplusone.starter.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The language of an answer: Chinese unless {@code Accept-Language} prefers English; {@code mul} asks for both. */
public enum Language {
    ZH,
    EN,
    BOTH;

    private static final List<Locale> KNOWN =
            List.of(Locale.CHINESE, Locale.ENGLISH, Locale.forLanguageTag("mul"), Locale.SIMPLIFIED_CHINESE);

    /** The language of the request in hand; Chinese where there is none. */
    public static Language current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : ZH;
    }

    public static Language of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return ZH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
            if (best == null) {
                return ZH;
            }
            return switch (best.getLanguage()) {
                case "en" -> EN;
                case "mul" -> BOTH;
                default -> ZH;
            };
        } catch (IllegalArgumentException e) {
            return ZH;
        }
    }

    /** The locale whose message catalogue is used; Chinese stands for both. */
    public Locale locale() {
        return this == EN ? Locale.ENGLISH : Locale.CHINESE;
    }
}
