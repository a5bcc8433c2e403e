package org.fourplusone.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever went wrong into one problem detail: nothing of a cause reaches the caller, unexpected ones the log. */
@Component
public class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** Writes the problem unless the answer has already begun. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable trouble) throws IOException {
        if (trouble instanceof AsyncRequestNotUsableException) {
            log.debug("{} {}: the caller has gone away", request.getMethod(), request.getRequestURI());
            return;
        }
        Refusal refusal = refusal(trouble);
        if (refusal.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), trouble);
        } else if (refusal.status().is5xxServerError()) {
            log.warn(
                    "{} {}: {} ({})", request.getMethod(), request.getRequestURI(), refusal.code(), trouble.toString());
        }
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(refusal.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        byte[] body = json.writeValueAsBytes(body(refusal, language(request), request.getRequestURI()));
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    /** The refusal a failure stands for; {@code INTERNAL} for everything nobody thought of. */
    static Refusal refusal(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_BUSY")
                        .retryAfter(A_MOMENT);
            }
            if (cause instanceof HttpMessageNotReadableException) {
                return Refusal.invalid(new Refusal.FieldError("", "NOT_JSON"));
            }
            if (cause instanceof SocketTimeoutException) {
                return Refusal.of(HttpStatus.GATEWAY_TIMEOUT, "SERVICE_TIMEOUT");
            }
            if (cause instanceof ResourceAccessException) {
                return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE")
                        .retryAfter(A_MOMENT);
            }
            if (cause instanceof ErrorResponse answer) {
                return ofStatus(answer.getStatusCode().value());
            }
        }
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL");
    }

    /** The refusal for a bare status, as the servlet container reports it. */
    static Refusal ofStatus(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || known.is2xxSuccessful() || known == HttpStatus.INTERNAL_SERVER_ERROR) {
            return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL");
        }
        return switch (known) {
            case UNAUTHORIZED -> Refusal.of(known, "UNAUTHENTICATED");
            case FORBIDDEN -> Refusal.of(known, "FORBIDDEN");
            case NOT_FOUND -> Refusal.notFound();
            case METHOD_NOT_ALLOWED -> Refusal.of(known, "METHOD_NOT_ALLOWED");
            case NOT_ACCEPTABLE -> Refusal.of(known, "NOT_ACCEPTABLE");
            case CONTENT_TOO_LARGE -> Refusal.of(known, "TOO_LARGE", 1);
            case UNSUPPORTED_MEDIA_TYPE -> Refusal.of(known, "UNSUPPORTED_TYPE");
            case SERVICE_UNAVAILABLE -> Refusal.of(known, "BUSY").retryAfter(A_MOMENT);
            default -> Refusal.of(known, known.is4xxClientError() ? "BAD_REQUEST" : "INTERNAL");
        };
    }

    private static Body body(Refusal refusal, Locale language, String path) {
        ResourceBundle texts = ResourceBundle.getBundle("problems", language, NO_FALLBACK);
        List<Field> errors = refusal.errors().stream()
                .map(error -> new Field(error.field(), error.code(), text(texts, "field." + error.code())))
                .toList();
        return new Body(
                "urn:four-plus-one:problem:" + refusal.code(),
                text(texts, refusal.code() + ".title"),
                refusal.status().value(),
                new MessageFormat(text(texts, refusal.code()), language).format(refusal.arguments()),
                path,
                refusal.code(),
                errors.isEmpty() ? null : errors);
    }

    private static String text(ResourceBundle texts, String key) {
        try {
            return texts.getString(key);
        } catch (MissingResourceException missing) {
            log.error("No text for {} in {}", key, texts.getLocale());
            return key;
        }
    }

    /** Chinese unless the caller asks for English first. */
    static Locale language(HttpServletRequest request) {
        String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (asked == null) {
            return Locale.CHINESE;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(asked), LANGUAGES);
            return found == null ? Locale.CHINESE : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.CHINESE;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String code,
            @Nullable List<Field> errors) {}

    private record Field(String field, String code, String message) {}
}
