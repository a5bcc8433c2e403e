package org.fourplusone.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.util.concurrent.Semaphore;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.token.Audience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code /api/industry}, {@code /api/policy} and {@code /api/fund} to the service of that name; reads and writes are two
 * routes. A service's own machinery ({@code actuator}) has none, and nothing else under {@code /api} is routed.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private final Fleet fleet;
    private final RouteSettings settings;

    Routes(Fleet fleet, RouteSettings settings) {
        this.fleet = fleet;
        this.settings = settings;
    }

    @Bean
    RouterFunction<ServerResponse> industryRoutes() {
        return to(Audience.INDUSTRY);
    }

    @Bean
    RouterFunction<ServerResponse> policyRoutes() {
        return to(Audience.POLICY);
    }

    @Bean
    RouterFunction<ServerResponse> fundRoutes() {
        return to(Audience.FUND);
    }

    private RouterFunction<ServerResponse> to(Audience service) {
        String path = "/api/" + service.segment();
        RequestPredicate below = RequestPredicates.path(path + "/**");
        Semaphore places = new Semaphore(settings.atOnce());
        RouterFunction<ServerResponse> machinery = RouterFunctions.route(
                RequestPredicates.path(path + "/actuator/**").or(RequestPredicates.path(path)), request -> {
                    throw Refusal.notFound();
                });
        RouterFunction<ServerResponse> reads = route(service.service() + "-reads")
                .route(
                        RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                                .and(below),
                        http())
                .filter(new Forward(service, true, fleet, places))
                .build();
        RouterFunction<ServerResponse> writes = route(service.service() + "-writes")
                .route(
                        RequestPredicates.methods(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
                                .and(below),
                        http())
                .filter(new Forward(service, false, fleet, places))
                .build();
        RouterFunction<ServerResponse> others = RouterFunctions.route(below, request -> {
            throw Refusal.of(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED");
        });
        return machinery.and(reads).and(writes).and(others);
    }
}
