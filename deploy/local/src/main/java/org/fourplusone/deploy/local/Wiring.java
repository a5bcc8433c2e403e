package org.fourplusone.deploy.local;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What each process is told by its environment: where the others are, its secrets, its schema. */
record Wiring(
        Map<Program, Integer> ports,
        StateFolder state,
        Secrets secrets,
        Migrator migrator,
        boolean withSample,
        boolean withMovableClock) {
    private static final String EUREKA_USER = "eureka";

    String address() {
        return "http://127.0.0.1:" + port(Program.GATEWAY);
    }

    int port(Program program) {
        Integer port = ports.get(program);
        if (port == null) {
            throw new IllegalStateException(program + " has no port");
        }
        return port;
    }

    String url(Program program, String path) {
        return "http://127.0.0.1:" + port(program) + path;
    }

    /** Writes what the gateway knows of the services that ask it for tokens: {@code [{"id","secret","audience":[…]}]}. */
    void writeServiceClients() {
        String clients = Program.services().stream()
                .map(program -> "{\"id\": \"%s\", \"secret\": \"%s\", \"audience\": [%s]}"
                        .formatted(
                                program.id(),
                                clientSecret(program),
                                program.below().stream()
                                        .map(below -> '"' + below.id() + '"')
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
        StateFolder.writePrivately(state.serviceClients(), clients);
    }

    private String clientSecret(Program program) {
        return secrets.password("client-" + program.id());
    }

    Map<String, String> environment(Program program) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port(program)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        String eurekaPassword = secrets.password("eureka");
        environment.put(
                "EUREKA_CLIENT_SERVICEURL_DEFAULTZONE",
                "http://" + EUREKA_USER + ":" + eurekaPassword + "@127.0.0.1:" + port(Program.REGISTRY) + "/eureka/");
        if (program == Program.REGISTRY) {
            environment.put("SPRING_SECURITY_USER_NAME", EUREKA_USER);
            environment.put("SPRING_SECURITY_USER_PASSWORD", eurekaPassword);
            return environment;
        }
        Schema schema = migrator.schema(program);
        environment.put("SPRING_DATASOURCE_URL", schema.url());
        environment.put("SPRING_DATASOURCE_USERNAME", schema.runtime().user());
        environment.put("SPRING_DATASOURCE_PASSWORD", schema.runtime().password());
        environment.put("SUITE_ISSUER", address());
        environment.put("SUITE_JWKSURI", address() + "/oauth2/jwks");
        environment.put("SUITE_TOKENURI", address() + "/oauth2/token");
        environment.put("SUITE_SAMPLE", Boolean.toString(withSample));
        if (withMovableClock) {
            environment.put("SUITE_CLOCKFILE", state.clock().toString());
        }
        if (program == Program.GATEWAY) {
            environment.put("SUITE_SERVICECLIENTSFILE", state.serviceClients().toString());
            if (withSample) {
                environment.put("SUITE_ACCOUNTSFILE", state.accounts().toString());
            } else {
                environment.put(
                        "SUITE_ACTIVATIONFILE", state.activationCodes().file().toString());
            }
            environment.put("SUITE_FACTORKEY", secrets.key("second-factors"));
            environment.put(
                    "SUITE_KEYFILE", state.secrets().resolve("token-key.json").toString());
        } else {
            environment.put("SUITE_CLIENTID", program.id());
            environment.put("SUITE_CLIENTSECRET", clientSecret(program));
            environment.put("SUITE_AUDITDIR", state.audit().toString());
            environment.put("SUITE_AUDITKEYFILE", state.auditKey(program).toString());
        }
        if (program == Program.FUND) {
            environment.put("SUITE_FILESDIR", state.files().toString());
            environment.put("SUITE_SECRETKEY", secrets.key("bank-accounts"));
            if (withSample) {
                environment.put("SUITE_SAMPLEMANDATES", Accounts.mandates());
            }
        }
        return environment;
    }
}
