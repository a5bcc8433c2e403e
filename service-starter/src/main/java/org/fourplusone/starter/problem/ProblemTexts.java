package org.fourplusone.starter.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Turns a {@link Problem} into the RFC 9457 problem detail in the caller's language. */
public final class ProblemTexts {

    private static final String TYPE = "urn:four-plus-one:problem:";

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    ProblemTexts() {
        texts.setBasenames("problems", "starter-problems");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.CHINESE);
    }

    public ProblemDetail detail(Problem problem, HttpServletRequest request) {
        Language language = Language.of(request);
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create(TYPE + problem.code()));
        detail.setTitle(text(problem.code() + ".title", List.of(), language, reason(problem)));
        String words = problem.detail();
        detail.setDetail(words != null ? words : text(problem.code(), problem.arguments(), language, problem.code()));
        detail.setInstance(URI.create(request.getRequestURI()));
        Map<String, Object> members = new TreeMap<>(problem.properties());
        members.put("code", problem.code());
        if (!problem.fields().isEmpty()) {
            members.put(
                    "errors",
                    problem.fields().stream()
                            .map(field -> error(field, language))
                            .toList());
        }
        members.forEach(detail::setProperty);
        return detail;
    }

    private Map<String, Object> error(FieldProblem field, Language language) {
        Map<String, Object> error = new TreeMap<>();
        error.put("field", field.field());
        error.put("code", field.code());
        error.put("message", message(field, language));
        return error;
    }

    /** What is wrong with a field, in words. */
    public String message(FieldProblem field, Language language) {
        return text("field." + field.code(), field.arguments(), language, field.code());
    }

    private String text(String key, List<Object> arguments, Language language, String otherwise) {
        Object[] shown =
                arguments.stream().map(argument -> shown(argument, language)).toArray();
        String text = texts.getMessage(key, shown, otherwise, language.locale());
        return text == null ? otherwise : text;
    }

    private static Object shown(Object argument, Language language) {
        if (argument instanceof Text text) {
            return text.in(language == Language.EN ? Language.EN : Language.ZH);
        }
        return argument instanceof Money || argument instanceof Number ? argument.toString() : argument;
    }

    private static String reason(Problem problem) {
        HttpStatus status = HttpStatus.resolve(problem.status().value());
        return status == null ? problem.code() : status.getReasonPhrase();
    }
}
