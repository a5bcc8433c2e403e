package org.fourplusone.gateway.route;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What a caller gets to see of an answer's headers. Services set no cookies; a {@code Location} loses the instance's own
 * address; page headers are set once, by the gateway.
 */
@Component
class AnswerHeaders implements ResponseHttpHeadersFilter, Ordered {

    private static final Set<String> KEPT_BACK = Set.of(
            HttpHeaders.SET_COOKIE,
            "Server",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection",
            "Content-Security-Policy",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "Keep-Alive",
            "Date");

    @Override
    public HttpHeaders apply(HttpHeaders answered, ServerResponse response) {
        HttpHeaders shown = new HttpHeaders();
        shown.addAll(answered);
        KEPT_BACK.forEach(shown::remove);
        String location = relative(shown.getFirst(HttpHeaders.LOCATION));
        if (location != null) {
            shown.set(HttpHeaders.LOCATION, location);
        }
        return shown;
    }

    private static @Nullable String relative(@Nullable String location) {
        if (location == null) {
            return null;
        }
        try {
            URI uri = URI.create(location);
            String path = uri.getRawPath();
            if (!uri.isAbsolute() || path == null || !path.startsWith("/api/")) {
                return null;
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
