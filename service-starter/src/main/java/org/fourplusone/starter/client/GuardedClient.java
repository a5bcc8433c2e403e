package org.fourplusone.starter.client;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * Calls another service through its circuit breaker: broken connections, timeouts and answers of 500 and above count as
 * failures; refusals (4xx) do not. A failed call is a {@link Problem} 503 {@code UPSTREAM_DOWN}, never a made-up answer.
 */
final class GuardedClient implements Client {

    private final Client client;
    private final CircuitBreakerRegistry breakers;

    GuardedClient(Client client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.breakers = breakers;
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        String service = String.valueOf(URI.create(request.url()).getHost());
        CircuitBreaker breaker = breakers.circuitBreaker(service);
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            throw down(service);
        }
        long start = breaker.getCurrentTimestamp();
        try {
            Response response = client.execute(request, options);
            long took = breaker.getCurrentTimestamp() - start;
            if (response.status() >= 500) {
                breaker.onError(took, breaker.getTimestampUnit(), new IOException("status " + response.status()));
            } else {
                breaker.onSuccess(took, breaker.getTimestampUnit());
            }
            return response;
        } catch (IOException failure) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failure);
            throw down(service);
        } catch (RuntimeException failure) {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
            throw failure;
        }
    }

    static Problem down(String service) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "UPSTREAM_DOWN", service)
                .with("service", service);
    }
}
