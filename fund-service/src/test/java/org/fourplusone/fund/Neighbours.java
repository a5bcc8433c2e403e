package org.fourplusone.fund;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.test.TestTokens;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * policy-service and industry-service as the fund sees them, over real HTTP, answering recorded examples. A test sets what
 * is answered; what was written is kept for it to look at.
 */
public final class Neighbours {
    public static final String FIRST = "91371502MA3EX0013C";
    public static final String SECOND = "91371502MA3EX00217";
    public static final String THIRD = "91371502MA3EX003XY";
    public static final String FOURTH = "91371502MA3EX004X0";
    public static final String FIFTH = "91371502MA3EX0055N";

    /** What industry-service was told: path and body, oldest first. */
    public static final List<Map.Entry<String, JsonNode>> WRITTEN = new CopyOnWriteArrayList<>();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> ITEMS = new ConcurrentHashMap<>();
    private static final Map<String, String> ASSESSMENTS = new ConcurrentHashMap<>();
    private static final Map<String, String> FACTS = new ConcurrentHashMap<>();
    private static final Map<String, String> RUNS = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> ENTITLED = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, Long>> GRANTED = new ConcurrentHashMap<>();
    private static final List<String> FEED = new CopyOnWriteArrayList<>();
    private static final java.util.Set<String> UNANSWERED = ConcurrentHashMap.newKeySet();
    private static volatile boolean policyDown;
    private static volatile boolean industryDown;
    private static final HttpServer SERVER = start();

    private Neighbours() {}

    /** Points the service at the neighbours, the database and the test gateway. */
    public static void register(DynamicPropertyRegistry registry, String schema) {
        TestDatabase.schema(schema).register(registry::add);
        TestTokens.register(registry);
        register(registry);
        registry.add("suite.files-dir", () -> "target/test-files");
        registry.add("suite.secret-key", () -> "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        registry.add("suite.sample", () -> "true");
    }

    /** Points the service at the neighbours only. */
    static void register(DynamicPropertyRegistry registry) {
        String uri = "http://127.0.0.1:" + SERVER.getAddress().getPort();
        registry.add("spring.cloud.discovery.client.simple.instances.policy-service[0].uri", () -> uri);
        registry.add("spring.cloud.discovery.client.simple.instances.industry-service[0].uri", () -> uri);
    }

    /** Offers an item; {@code extra} are further members of its JSON, led by a comma. */
    public static void offer(String code, String track, String line, String extra) {
        ITEMS.put(code, """
                {"code":"%s","version":1,"title":{"zh":"示例条目%s","en":"Sample item %s"},
                 "department":{"zh":"经济发展部","en":"Economic development"},"line":"%s","track":"%s",
                 "illustrative":true,"article":1,"window":{"from":"2026-01-01","to":"2026-12-31"}%s}""".formatted(code, code, code, line, track, extra));
    }

    /** What policy-service answers for an enterprise and item; {@code extra} are further members, led by a comma. */
    public static void judge(String creditCode, String item, String verdict, String estimate, String extra) {
        ASSESSMENTS.put(creditCode + item, """
                {"code":"%s","version":3,"verdict":"%s","estimate":%s,"illustrative":true,
                 "clauses":[{"clause":{"zh":"示例第一条","en":"Art. 1"},"text":{"zh":"营业收入不低于100万元","en":"Revenue"},
                   "state":"%s","actual":"2000000.00","threshold":"1000000.00"}],
                 "stacking":{"rule":"STACKABLE","scope":"SAME_ENTERPRISE_SAME_YEAR","kind":"ENTERPRISE_YEAR","key":"YEAR:2026","keys":["YEAR:2026"]},
                 "payout":{"method":"ONE_OFF","instalments":[{"trigger":"APPROVED","share":"1.00"}]}%s}""".formatted(
                        item, verdict, estimate, verdict.equals("ELIGIBLE") ? "MET" : "UNMET", extra));
    }

    /** An exact estimate. */
    public static String exactly(String amount) {
        return "{\"amount\":\"%s\",\"basis\":\"exact\"}".formatted(amount);
    }

    /** Puts an enterprise on industry-service's change feed; {@code facts} is a JSON list. */
    public static void feed(String creditCode, String cluster, String sizeClass, String facts) {
        FEED.add("""
                {"cursor":%d,"creditCode":"%s","cluster":"%s","sizeClass":"%s","facts":%s}""".formatted(FEED.size() + 1, creditCode, cluster, sizeClass, facts));
    }

    /**
     * Lets the register know an award of an enterprise in a group of top-ups: policy-service deducts it from every item of
     * the group, unless it is the asking filing's own or one approved later.
     */
    public static void granted(String creditCode, String group, String filing, long fen) {
        GRANTED.computeIfAbsent(creditCode + group, key -> new ConcurrentHashMap<>())
                .put(filing, fen);
    }

    public static void facts(String creditCode, String json) {
        FACTS.put(creditCode, json);
    }

    /** A list of policy-service with these enterprises included, each with 200,000.00; {@code state} such as CONFIRMED. */
    public static void list(String run, String item, String state, int year, String... creditCodes) {
        RUNS.put(run, """
                {"id":"%s","item":"%s","itemVersion":3,"policyYear":%d,"state":"%s","decidedBy":"lister","counts":{"included":%d}}""".formatted(run, item, year, state, creditCodes.length));
        ENTITLED.put(
                run,
                java.util.Arrays.stream(creditCodes)
                        .sorted()
                        .map("""
                                {"creditCode":"%s","name":"示例企业有限公司","amount":"200000.00","included":true}"""::formatted)
                        .toList());
    }

    /** Makes policy-service fail whenever it is asked about this enterprise. */
    public static void policyFailsOn(String creditCode, boolean fails) {
        if (fails) {
            UNANSWERED.add(creditCode);
        } else {
            UNANSWERED.remove(creditCode);
        }
    }

    public static void policyIsDown(boolean down) {
        policyDown = down;
    }

    public static void industryIsDown(boolean down) {
        industryDown = down;
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "neighbour");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/api/policy", Neighbours::policy);
            server.createContext("/api/industry", Neighbours::industry);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void policy(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/policy".length());
        JsonNode body = read(exchange);
        if (policyDown) {
            answer(exchange, 503, "{}");
        } else if (path.equals("/items")) {
            answer(exchange, 200, "[" + String.join(",", ITEMS.values()) + "]");
        } else if (path.startsWith("/items/") && ITEMS.containsKey(path.substring(7))) {
            answer(exchange, 200, ITEMS.get(path.substring(7)));
        } else if (path.equals("/assessments")
                && UNANSWERED.contains(body.path("creditCode").asString())) {
            answer(exchange, 503, "{}");
        } else if (path.equals("/assessments")) {
            assess(exchange, body);
        } else if (path.startsWith("/entitlement-runs/")) {
            list(exchange, path.split("/"));
        } else {
            answer(exchange, 404, "{\"code\":\"NOT_FOUND\",\"detail\":\"nothing here\"}");
        }
    }

    private static void list(HttpExchange exchange, String[] path) throws IOException {
        String run = path[2];
        if (!RUNS.containsKey(run)) {
            answer(exchange, 404, "{\"code\":\"NOT_FOUND\",\"detail\":\"nothing here\"}");
        } else if (path.length == 3) {
            answer(exchange, 200, RUNS.get(run));
        } else {
            String query = exchange.getRequestURI().getQuery();
            List<String> rows =
                    query.contains("included=true") && query.contains("page=0") ? ENTITLED.get(run) : List.of();
            answer(exchange, 200, "{\"items\":[" + String.join(",", rows) + "]}");
        }
    }

    /** Answers the VERIFIED example when there is one, else the declared one, bounded by what is claimed. */
    private static void assess(HttpExchange exchange, JsonNode request) throws IOException {
        String key =
                request.path("creditCode").asString() + request.path("item").asString();
        String verified = ASSESSMENTS.get(key + request.path("basis").asString());
        int version = request.path("version").asInt(0);
        String versioned = ASSESSMENTS.get(key + "v" + version);
        String recorded = versioned != null ? versioned : verified != null ? verified : ASSESSMENTS.get(key);
        if (recorded == null) {
            answer(exchange, 404, "{\"code\":\"NOT_FOUND\",\"detail\":\"nothing here\"}");
            return;
        }
        ObjectNode judged = (ObjectNode) JSON.readTree(recorded);
        if (versioned != null) {
            judged.put("version", version);
        }
        for (JsonNode claimed : request.path("claimed")) {
            ObjectNode estimate = (ObjectNode) judged.path("estimate");
            double award = Double.parseDouble(claimed.asString()) / 10;
            if (estimate.has("amount")
                    && award < Double.parseDouble(estimate.path("amount").asString())) {
                estimate.put("amount", String.format("%.2f", award));
            }
        }
        deduct(request, judged);
        answer(exchange, 200, judged.toString());
    }

    private static void deduct(JsonNode request, ObjectNode judged) {
        String group = judged.path("stacking").path("group").asString("");
        Map<String, Long> granted = new java.util.HashMap<>(
                GRANTED.getOrDefault(request.path("creditCode").asString() + group, Map.of()));
        granted.remove(request.path("filing").asString(""));
        request.path("later").forEach(later -> granted.remove(later.asString()));
        long sum = granted.values().stream().mapToLong(Long::longValue).sum();
        if (sum > 0 && judged.path("estimate") instanceof ObjectNode estimate && estimate.has("amount")) {
            Money whole = Money.parse(estimate.path("amount").asString());
            estimate.put("amount", whole.minus(Money.ofFen(sum)).max(Money.ZERO).toString());
            estimate.put("deducted", Money.ofFen(sum).toString());
        }
    }

    /** Records another answer for a basis, or for a version such as {@code v1}. */
    public static void judgeAs(
            String basis, String creditCode, String item, String verdict, String estimate, String extra) {
        String plain = ASSESSMENTS.get(creditCode + item);
        judge(creditCode, item, verdict, estimate, extra);
        String other = ASSESSMENTS.get(creditCode + item);
        ASSESSMENTS.put(creditCode + item + basis, other);
        if (plain != null) {
            ASSESSMENTS.put(creditCode + item, plain);
        }
    }

    private static void industry(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/industry".length());
        JsonNode body = read(exchange);
        if (industryDown) {
            answer(exchange, 503, "{}");
        } else if (exchange.getRequestMethod().equals("PUT")) {
            WRITTEN.add(Map.entry(path, body));
            answer(exchange, 200, "{}");
        } else if (path.equals("/facts/feed")) {
            int after = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1"));
            exchange.getResponseHeaders().set("X-Feed-Cursor", String.valueOf(FEED.size()));
            answer(exchange, 200, String.join("\n", FEED.subList(after, FEED.size())));
        } else if (path.equals("/facts/dictionary")) {
            answer(exchange, 200, """
                    {"facts":[{"key":"ent.revenueYear","subject":"ENTERPRISE","type":"MONEY","period":"ANNUAL"},
                     {"key":"project.filed","subject":"PROJECT","type":"BOOLEAN","period":"CURRENT"}]}""");
        } else if (path.endsWith("/facts")) {
            String creditCode = path.split("/")[2];
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            answer(exchange, 200, FACTS.getOrDefault(creditCode, "{\"facts\":[]}"));
        } else {
            String creditCode = path.substring(path.lastIndexOf('/') + 1);
            answer(
                    exchange,
                    200,
                    "{\"creditCode\":\"%s\",\"name\":\"示例企业%s有限公司\",\"cluster\":\"NEV\"}"
                            .formatted(creditCode, creditCode.substring(13)));
        }
    }

    private static JsonNode read(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            byte[] bytes = body.readAllBytes();
            return bytes.length == 0 ? JSON.nullNode() : JSON.readTree(bytes);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
