package org.fourplusone.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.deploy.local.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole gateway on a free port with a real schema, its files in a folder, and a fixed list of instances. */
final class GatewayProcess implements AutoCloseable {

    static final String ACCOUNTS = """
            {"accounts":[
              {"username":"clerk","password":"clerk-password-1","displayName":"办事员 示例","roles":["ENTERPRISE"],
               "creditCodes":["91371502MA3EX0013C","91371502MA3EX00217"]},
              {"username":"admin","password":"admin-password-1","displayName":"系统管理员 示例","roles":["ADMIN"]},
              {"username":"reviewer","password":"reviewer-password-1","roles":["REVIEWER"],"totpSecret":"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}],
             "clients":[{"id":"demo-reader","secret":"demo-reader-secret-0123456789","scopes":["ANALYST","AUDITOR"]}]}""";
    static final String SERVICE_CLIENTS = """
            [{"id":"fund-service","secret":"fund-service-secret-0123456789",
              "audience":["policy-service","industry-service"]}]""";

    private final ConfigurableApplicationContext context;
    private final Path files;

    private GatewayProcess(ConfigurableApplicationContext context, Path files) {
        this.context = context;
        this.files = files;
    }

    /** Starts it; {@code instances} are {@code service=port} pairs, {@code settings} win over everything. */
    static GatewayProcess start(
            TestDatabase database, Path files, Map<String, List<Integer>> instances, String... settings) {
        try {
            Files.createDirectories(files);
            if (!Files.exists(files.resolve("accounts.json"))) {
                Files.writeString(files.resolve("accounts.json"), ACCOUNTS);
            }
            Files.writeString(files.resolve("service-clients.json"), SERVICE_CLIENTS);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        Map<String, Object> properties = new HashMap<>();
        database.register((name, value) -> properties.put(name, value.get()));
        properties.put("server.port", 0);
        properties.put("eureka.client.enabled", false);
        properties.put("suite.issuer", "http://127.0.0.1:18100");
        properties.put("suite.key-file", files.resolve("token-key.json"));
        properties.put("suite.factor-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("suite.accounts-file", files.resolve("accounts.json"));
        properties.put("suite.service-clients-file", files.resolve("service-clients.json"));
        instances.forEach((service, ports) -> {
            for (int i = 0; i < ports.size(); i++) {
                properties.put(
                        "spring.cloud.discovery.client.simple.instances." + service + "[" + i + "].uri",
                        "http://127.0.0.1:" + ports.get(i));
            }
        });
        for (String setting : settings) {
            properties.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        String[] arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new GatewayProcess(new SpringApplicationBuilder(GatewayApplication.class).run(arguments), files);
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    Path files() {
        return files;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Caller caller() {
        return new Caller(port());
    }

    @Override
    public void close() {
        context.close();
    }
}
