package org.fourplusone.gateway.route;

import java.util.Set;
import org.fourplusone.gateway.token.Audience;
import org.fourplusone.gateway.token.PersonAuthentication;
import org.fourplusone.gateway.token.Tokens;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service gets to see of a request's headers: a short list, and a token of our own for a proven caller. Cookies,
 * a caller's own Authorization, X-User and X-Forwarded headers and everything else stay at the door.
 */
@Component
class RoutedHeaders implements RequestHttpHeadersFilter, Ordered {

    private static final Set<String> PASSED = Set.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_NONE_MATCH,
            "Idempotency-Key",
            "traceparent",
            "tracestate");

    private final Tokens tokens;

    RoutedHeaders(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public HttpHeaders apply(HttpHeaders sent, ServerRequest request) {
        HttpHeaders passed = new HttpHeaders();
        for (String name : PASSED) {
            if (sent.containsHeader(name)) {
                passed.put(name, sent.getOrEmpty(name));
            }
        }
        // As sent: the parsed form has gained a charset.
        String type = request.servletRequest().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            passed.set(HttpHeaders.CONTENT_TYPE, type);
        }
        request.attribute(Forward.AUDIENCE).ifPresent(audience -> PersonAuthentication.current()
                .ifPresent(person -> passed.setBearerAuth(
                        tokens.of(person, PersonAuthentication.currentFactor(), (Audience) audience))));
        return passed;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
