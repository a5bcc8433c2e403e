package org.fourplusone.deploy.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The five processes of the suite, in the order they are listed to people. */
enum Program {
    REGISTRY("registry", "", 64),
    INDUSTRY("industry-service", "/api/industry", 224),
    POLICY("policy-service", "/api/policy", 192),
    FUND("fund-service", "/api/fund", 160),
    GATEWAY("gateway", "", 128);

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final String id;
    private final String contextPath;
    private final int heapMegabytes;

    Program(String id, String contextPath, int heapMegabytes) {
        this.id = id;
        this.contextPath = contextPath;
        this.heapMegabytes = heapMegabytes;
    }

    /** The module, the log and the name in every message. */
    String id() {
        return id;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Whether its own work weighs more than a quick start: the full compiler pays for matching alone. */
    boolean computes() {
        return this == POLICY;
    }

    String readiness() {
        return contextPath + "/actuator/health/readiness";
    }

    boolean hasSchema() {
        return this != REGISTRY;
    }

    String schema() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path jar(Path checkout) {
        return checkout.resolve(id).resolve("target").resolve(id + "-" + VERSION + ".jar");
    }

    static List<Program> services() {
        return List.of(INDUSTRY, POLICY, FUND);
    }

    /** The services it may call: calls run down this list only. The lowest has only itself to name. */
    List<Program> below() {
        return this == INDUSTRY
                ? List.of(INDUSTRY)
                : services().subList(0, services().indexOf(this));
    }

    static List<Program> withSchema() {
        return Stream.of(values()).filter(Program::hasSchema).toList();
    }
}
