package org.fourplusone.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.fourplusone.gateway.problem.CallerGone;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.token.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One route to one service. A read that fails, or is answered 502 or 503, is asked again of the next instance; a write
 * goes to one instance and is never repeated, since the gateway cannot know whether it took effect.
 */
final class Forward implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    /** Set on a routed request: which service its token is for. */
    static final String AUDIENCE = Forward.class.getName() + ".audience";

    private static final int MOST_TRIES = 3;
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Audience service;
    private final boolean isRead;
    private final Fleet fleet;
    private final Semaphore places;

    Forward(Audience service, boolean isRead, Fleet fleet, Semaphore places) {
        this.service = service;
        this.isRead = isRead;
        this.fleet = fleet;
        this.places = places;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        request.headers().contentType().filter(Forward::isForm).ifPresent(form -> {
            throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_TYPE");
        });
        if (!places.tryAcquire()) {
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY").retryAfter(Duration.ofSeconds(1));
        }
        try {
            request.attributes().put(AUDIENCE, service);
            return ask(request, next, fleet.inTurn(service.service()));
        } finally {
            places.release();
        }
    }

    private ServerResponse ask(
            ServerRequest request, HandlerFunction<ServerResponse> next, List<Fleet.Instance> instances)
            throws Exception {
        Exception failure = null;
        int triesLeft = isRead ? MOST_TRIES : 1;
        for (int i = 0; i < instances.size() && triesLeft > 0; i++) {
            Fleet.Instance instance = instances.get(i);
            if (!instance.breaker().tryAcquirePermission()) {
                continue;
            }
            triesLeft--;
            boolean isLast = triesLeft == 0 || i == instances.size() - 1;
            if (isLast) {
                request.attributes().remove(Exchange.HASTY);
            } else {
                request.attributes().put(Exchange.HASTY, true);
            }
            MvcUtils.setRequestUrl(request, instance.address());
            try {
                ServerResponse response = call(instance.breaker(), request, next);
                ClientHttpResponse source = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR);
                if (isLast || !isUnable(response)) {
                    return new Released(response, source);
                }
                if (source != null) {
                    source.close();
                }
            } catch (Exception trouble) {
                if (isNotTheInstances(trouble)) {
                    throw refusal(trouble);
                }
                failure = trouble;
            }
        }
        throw refusal(failure);
    }

    private static ServerResponse call(
            CircuitBreaker breaker, ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        long start = System.nanoTime();
        try {
            ServerResponse response = next.handle(request);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return response;
        } catch (Exception trouble) {
            if (isNotTheInstances(trouble)) {
                breaker.releasePermission();
            } else {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, trouble);
            }
            throw trouble;
        }
    }

    private static boolean isUnable(ServerResponse response) {
        int status = response.statusCode().value();
        return status == 502 || status == 503;
    }

    /** The caller's body was refused, the caller went away, or we are short of connections: no instance is to blame. */
    private static boolean isNotTheInstances(Throwable trouble) {
        return find(trouble, Refusal.class) != null
                || find(trouble, CallerGone.class) != null
                || find(trouble, ConnectionRequestTimeoutException.class) != null;
    }

    /**
     * The answer, with its connection given back even when nothing of its body is written: an unchanged version that the
     * caller holds already is answered 304 before the body is looked at.
     */
    private record Released(ServerResponse answer, @Nullable ClientHttpResponse source) implements ServerResponse {

        @Override
        public HttpStatusCode statusCode() {
            return answer.statusCode();
        }

        @Override
        public HttpHeaders headers() {
            return answer.headers();
        }

        @Override
        public MultiValueMap<String, Cookie> cookies() {
            return answer.cookies();
        }

        @Override
        public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
                throws ServletException, IOException {
            try {
                return answer.writeTo(request, response, context);
            } finally {
                if (source != null) {
                    source.close();
                }
            }
        }
    }

    private static Refusal refusal(@Nullable Exception failure) {
        if (failure == null) {
            return unavailable();
        }
        Refusal ours = find(failure, Refusal.class);
        if (ours != null) {
            return ours;
        }
        if (find(failure, CallerGone.class) != null) {
            return Refusal.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST").because(failure);
        }
        if (find(failure, ConnectionRequestTimeoutException.class) != null) {
            return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY")
                    .retryAfter(A_MOMENT)
                    .because(failure);
        }
        if (find(failure, SocketTimeoutException.class) != null
                && find(failure, ConnectTimeoutException.class) == null) {
            return Refusal.of(HttpStatus.GATEWAY_TIMEOUT, "SERVICE_TIMEOUT").because(failure);
        }
        if (find(failure, IOException.class) != null || find(failure, UncheckedIOException.class) != null) {
            return unavailable().because(failure);
        }
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL").because(failure);
    }

    private static Refusal unavailable() {
        return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE").retryAfter(A_MOMENT);
    }

    private static <T extends Throwable> @Nullable T find(Throwable trouble, Class<T> kind) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }

    /** Reading a form's parameters would eat its body; no service takes forms. */
    private static boolean isForm(MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)
                || type.getType().equals("multipart");
    }
}
