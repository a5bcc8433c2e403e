package org.fourplusone.gateway.route;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The calls themselves, over one pool of connections: bodies stream both ways and are not decompressed, redirects and
 * cookies are the caller's own business, and the client below never repeats a call by itself.
 */
@Component
class Exchange implements ProxyExchange, DisposableBean {

    /** Set on a request that could still be sent to another instance. */
    static final String HASTY = Exchange.class.getName() + ".hasty";

    /** Shorter than the 20 s after which a service closes an idle connection. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(10);

    private static final int CONNECTIONS = 512;

    private final CloseableHttpClient client;
    private final ProxyExchange hasty;
    private final ProxyExchange patient;

    Exchange(RouteSettings settings, GatewayMvcProperties properties) {
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS / 2)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(Timeout.of(settings.lastTimeout()))
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(1))
                        .build())
                .setKeepAliveStrategy((response, context) -> IDLE)
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
        hasty = exchange(settings.readTimeout(), properties);
        patient = exchange(settings.lastTimeout(), properties);
    }

    private ProxyExchange exchange(Duration timeout, GatewayMvcProperties properties) {
        HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(client);
        factory.setReadTimeout(timeout);
        return new RestClientProxyExchange(
                RestClient.builder().requestFactory(factory).build(), properties);
    }

    @Override
    public ServerResponse exchange(Request request) {
        boolean isHasty = request.getServerRequest().attribute(HASTY).isPresent();
        return (isHasty ? hasty : patient).exchange(request);
    }

    @Override
    public void destroy() throws Exception {
        client.close();
    }
}
