package org.fourplusone.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** One token bucket for each key, forgotten when it would be full again. */
final class Rates {

    private final LimitSettings.Rate rate;
    private final Cache<String, Bucket> buckets;

    Rates(LimitSettings.Rate rate) {
        this.rate = rate;
        long refillNanos = rate.per().toNanos() / rate.count() * rate.atOnce();
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofNanos(refillNanos).plusSeconds(60))
                .maximumSize(100_000)
                .build();
    }

    /** Takes one; or how long to wait until there is one. */
    Optional<Duration> wait(String key) {
        ConsumptionProbe probe = buckets.get(key, unused -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.atOnce()).refillGreedy(rate.count(), rate.per()))
                .build();
    }
}
