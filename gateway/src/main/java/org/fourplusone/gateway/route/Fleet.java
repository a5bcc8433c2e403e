package org.fourplusone.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;

/**
 * The instances of each service as the registry last told, in turn, each with a circuit breaker of its own: a dead
 * instance is left out after a few failed calls, seconds before the registry has noticed, and its neighbours are not
 * punished for it.
 */
@Component
class Fleet {

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(2)
            .writableStackTraceEnabled(false)
            .build();

    /** How long the last known instances are still tried when the registry names none, say because it was restarted. */
    private static final Duration LAST_KNOWN = Duration.ofMinutes(1);

    private final DiscoveryClient registry;
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final Cache<String, List<ServiceInstance>> lastKnown =
            Caffeine.newBuilder().expireAfterWrite(LAST_KNOWN).build();
    private final Cache<URI, CircuitBreaker> breakers = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(1_000)
            .build();

    Fleet(DiscoveryClient registry) {
        this.registry = registry;
    }

    /** One instance: its address, and the breaker that every call to it asks first and tells afterwards. */
    record Instance(URI address, CircuitBreaker breaker) {}

    private List<ServiceInstance> known(String service) {
        List<ServiceInstance> told = registry.getInstances(service);
        if (told.isEmpty()) {
            return Objects.requireNonNullElse(lastKnown.getIfPresent(service), List.of());
        }
        lastKnown.put(service, told);
        return told;
    }

    /** All instances of the service, beginning with the one whose turn it is. */
    List<Instance> inTurn(String service) {
        List<Instance> instances = new ArrayList<>();
        for (ServiceInstance instance : known(service)) {
            URI address = URI.create(
                    (instance.isSecure() ? "https://" : "http://") + instance.getHost() + ":" + instance.getPort());
            instances.add(new Instance(
                    address, breakers.get(address, unused -> CircuitBreaker.of(address.toString(), BREAKER))));
        }
        if (instances.size() > 1) {
            int turn = turns.computeIfAbsent(service, unused -> new AtomicInteger())
                    .getAndIncrement();
            Collections.rotate(instances, -Math.floorMod(turn, instances.size()));
        }
        return instances;
    }
}
