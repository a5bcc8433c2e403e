package org.fourplusone.gateway.token;

import java.util.List;

/** Calls run one way: a token for a service also opens the services below it, never one above. */
public enum Audience {
    INDUSTRY("industry-service", "industry", List.of("industry-service")),
    POLICY("policy-service", "policy", List.of("policy-service", "industry-service")),
    FUND("fund-service", "fund", List.of("fund-service", "policy-service", "industry-service"));

    /** The gateway as an audience: what programs present here. */
    public static final String GATEWAY = "gateway";

    private final String service;
    private final String segment;
    private final List<String> claim;

    Audience(String service, String segment, List<String> claim) {
        this.service = service;
        this.segment = segment;
        this.claim = claim;
    }

    /** The service's name in the registry. */
    public String service() {
        return service;
    }

    /** The service's place in public paths: {@code /api/<segment>/…}. */
    public String segment() {
        return segment;
    }

    List<String> claim() {
        return claim;
    }
}
