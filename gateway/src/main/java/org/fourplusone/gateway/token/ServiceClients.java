package org.fourplusone.gateway.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The suite's own services as clients of the token endpoint, from a file that the launcher writes. */
final class ServiceClients {

    /** One entry: the audience names the services below the client, the only ones its tokens open. */
    record ServiceClient(String id, String secret, List<String> audience) {

        ServiceClient {
            Assert.hasText(id, "a service client has no id");
            Assert.isTrue(secret.length() >= 16, "the secret of " + id + " is shorter than 16 characters");
            Assert.notEmpty(audience, id + " has no audience");
            audience = List.copyOf(audience);
        }
    }

    private final Map<String, ServiceClient> byId;

    private ServiceClients(List<ServiceClient> clients) {
        byId = clients.stream().collect(Collectors.toUnmodifiableMap(ServiceClient::id, Function.identity()));
    }

    static ServiceClients in(@Nullable Path file, JsonMapper json) {
        if (file == null) {
            return new ServiceClients(List.of());
        }
        try {
            return new ServiceClients(json.readValue(Files.readString(file), new TypeReference<>() {}));
        } catch (IOException | JacksonException trouble) {
            throw new IllegalStateException("The service clients file " + file + " cannot be read: " + trouble);
        }
    }

    @Nullable
    ServiceClient find(String id) {
        return byId.get(id);
    }
}
