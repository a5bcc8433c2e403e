package org.fourplusone.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

class FleetTests {

    private final List<ServiceInstance> listed = new ArrayList<>();
    private final Fleet fleet = new Fleet(new Registry(listed));

    @Test
    void takesInstancesInTurn() {
        list(1, 2, 3);
        assertThat(ports()).containsExactly(1, 2, 3);
        assertThat(ports()).containsExactly(2, 3, 1);
        assertThat(ports()).containsExactly(3, 1, 2);
        assertThat(ports()).containsExactly(1, 2, 3);
    }

    @Test
    void opensTheBreakerOfAFailingInstanceOnly() {
        list(1, 2);
        Fleet.Instance failing = instance(1);
        for (int i = 0; i < 5; i++) {
            failing.breaker().tryAcquirePermission();
            failing.breaker().onError(1, TimeUnit.MILLISECONDS, new IllegalStateException());
        }
        assertThat(instance(1).breaker().tryAcquirePermission()).isFalse();
        assertThat(instance(2).breaker().tryAcquirePermission()).isTrue();
    }

    @Test
    void triesTheLastKnownInstancesWhenTheRegistryNamesNone() {
        assertThat(ports()).isEmpty();
        list(1);
        assertThat(ports()).containsExactly(1);
        listed.clear();
        assertThat(ports()).containsExactly(1);
        list(2);
        assertThat(ports()).containsExactly(2);
    }

    private void list(int... ports) {
        listed.clear();
        for (int port : ports) {
            listed.add(new DefaultServiceInstance("s:" + port, "fund-service", "127.0.0.1", port, false));
        }
    }

    private List<Integer> ports() {
        return fleet.inTurn("fund-service").stream()
                .map(instance -> instance.address().getPort())
                .toList();
    }

    private Fleet.Instance instance(int port) {
        return Stream.of(fleet.inTurn("fund-service"))
                .flatMap(List::stream)
                .filter(instance -> instance.address().equals(URI.create("http://127.0.0.1:" + port)))
                .findFirst()
                .orElseThrow();
    }

    private record Registry(List<ServiceInstance> listed) implements DiscoveryClient {

        @Override
        public String description() {
            return "a list";
        }

        @Override
        public List<ServiceInstance> getInstances(String service) {
            return List.copyOf(listed);
        }

        @Override
        public List<String> getServices() {
            return List.of("fund-service");
        }
    }
}
