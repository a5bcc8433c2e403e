package org.fourplusone.gateway.token;

import org.fourplusone.gateway.token.ServiceClients.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;

/** Both kinds of clients as the authorization server sees them; they only ever get client credentials. */
final class Clients implements RegisteredClientRepository {

    /** The client setting that holds the audience of a service client. */
    static final String AUDIENCE = "suite.client.audience";

    private final ServiceClients services;
    private final ProgramClients programs;

    Clients(ServiceClients services, ProgramClients programs) {
        this.services = services;
        this.programs = programs;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are written by the accounts file");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        ServiceClient service = services.find(id);
        if (service != null) {
            return credentialsOnly(id, Secrets.quick(service.secret()))
                    .scope("service")
                    .clientSettings(
                            settings().setting(AUDIENCE, service.audience()).build())
                    .build();
        }
        return programs.find(id)
                .map(program -> credentialsOnly(id, program.secretHash())
                        .scopes(scopes -> scopes.addAll(program.roles()))
                        .clientSettings(settings().build())
                        .build())
                .orElse(null);
    }

    private static org.springframework.security.oauth2.server.authorization.settings.ClientSettings.Builder settings() {
        return org.springframework.security.oauth2.server.authorization.settings.ClientSettings.builder();
    }

    private static RegisteredClient.Builder credentialsOnly(String id, String secretHash) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(org.springframework.security.oauth2.server.authorization.settings.TokenSettings.builder()
                        .accessTokenTimeToLive(Tokens.LIFE)
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .build());
    }
}
