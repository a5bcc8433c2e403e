package org.fourplusone.policy.register;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All enterprises with their facts, in memory. */
@Component
public class Register {

    private final Map<String, Enterprise> byCode = new ConcurrentHashMap<>();
    private volatile long cursor;
    private volatile @Nullable List<Enterprise> ordered;

    void put(Enterprise enterprise, long upTo) {
        byCode.put(enterprise.creditCode(), enterprise);
        cursor = upTo;
        ordered = null;
    }

    void clear() {
        byCode.clear();
        cursor = 0;
        ordered = null;
    }

    /** The newest change that is in. */
    public long cursor() {
        return cursor;
    }

    public Optional<Enterprise> find(String creditCode) {
        return Optional.ofNullable(byCode.get(creditCode));
    }

    public int size() {
        return byCode.size();
    }

    /** All of them by credit code. */
    public List<Enterprise> all() {
        List<Enterprise> all = ordered;
        if (all == null) {
            all = byCode.values().stream()
                    .sorted(Comparator.comparing(Enterprise::creditCode))
                    .toList();
            ordered = all;
        }
        return all;
    }
}
