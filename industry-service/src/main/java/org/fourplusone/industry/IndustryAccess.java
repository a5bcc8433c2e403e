package org.fourplusone.industry;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.stream.Stream;
import org.fourplusone.starter.security.Access;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what. */
@Configuration(proxyBeanMethods = false)
class IndustryAccess {

    private static final String[] REGISTER_READERS = {
        "ENTERPRISE",
        "SERVICE",
        "INTAKE",
        "REVIEWER",
        "EXPERT",
        "APPROVER",
        "PAYER",
        "RELEASER",
        "POLICY_EDITOR",
        "POLICY_PUBLISHER",
        "ANALYST",
        "AUDITOR",
        "ADMIN"
    };

    /** Single facts of a named enterprise are no matter for those who only count (analysts). */
    private static final String[] FACT_READERS =
            Stream.of(REGISTER_READERS).filter(role -> !role.equals("ANALYST")).toArray(String[]::new);

    @Bean
    Access access() {
        return Access.rules()
                .allow(GET, "/audit/roots")
                .toAnyone()
                .allow(GET, "/audit/key")
                .toAnyone()
                .allow(GET, "/audit/**")
                .to("AUDITOR")
                .allow(GET, "/clusters")
                .toAnyone()
                .allow(GET, "/clusters/mapping")
                .toAnyone()
                .allow(GET, "/clusters/*/chain")
                .toAnyone()
                .allow(GET, "/industries")
                .toAnyone()
                .allow(GET, "/figures")
                .toAnyone()
                .allow(GET, "/figures/*")
                .toAnyone()
                .allow(GET, "/statistics")
                .toAnyone()
                .allow(GET, "/statistics/concentration")
                .toAnyone()
                .allow(GET, "/statistics/vintages")
                .toAnyone()
                .allow(GET, "/statistics/vintages/*")
                .toAnyone()
                .allow(POST, "/statistics/vintages")
                .to("ANALYST")
                .allow(GET, "/bulletins")
                .toAnyone()
                .allow(GET, "/bulletins/*")
                .toAnyone()
                .allow(GET, "/projects")
                .toAnyone()
                .allow(GET, "/projects/*")
                .toAnyone()
                .allow(POST, "/projects")
                .to("INTAKE", "ADMIN")
                .allow(PUT, "/projects/*")
                .to("INTAKE", "ADMIN")
                .allow(PATCH, "/projects/*")
                .to("INTAKE", "ADMIN")
                .allow(GET, "/facts/dictionary")
                .toAnyone()
                .allow(GET, "/facts/feed")
                .to("SERVICE")
                .allow(GET, "/enterprises")
                .to(REGISTER_READERS)
                .allow(POST, "/enterprises")
                .to("INTAKE", "ADMIN")
                .allow(GET, "/enterprises/*")
                .to(REGISTER_READERS)
                .allow(PUT, "/enterprises/*")
                .to("INTAKE", "ADMIN")
                .allow(POST, "/enterprises/*/rename")
                .to("INTAKE", "ADMIN")
                .allow(POST, "/enterprises/*/close")
                .to("INTAKE", "ADMIN")
                .allow(POST, "/enterprises/*/merge")
                .to("INTAKE", "ADMIN")
                .allow(POST, "/enterprises/*/reopen")
                .to("INTAKE", "ADMIN")
                .allow(GET, "/enterprises/*/addresses")
                .to(REGISTER_READERS)
                .allow(POST, "/enterprises/*/addresses")
                .to("INTAKE", "ADMIN")
                .allow(GET, "/enterprises/*/scale")
                .to(FACT_READERS)
                .allow(GET, "/enterprises/*/facts/history")
                .to(FACT_READERS)
                .allow(GET, "/enterprises/*/facts")
                .to(FACT_READERS)
                .allow(PUT, "/enterprises/*/facts")
                .to("ENTERPRISE", "INTAKE", "REVIEWER")
                .allow(PUT, "/enterprises/*/awards/*")
                .to("SERVICE")
                .allow(PUT, "/enterprises/*/recovery-order")
                .to("SERVICE")
                .allow(GET, "/key-enterprises")
                .to("INTAKE", "REVIEWER", "APPROVER", "ADMIN")
                .allow(GET, "/land-efficiency")
                .to("ANALYST", "INTAKE", "REVIEWER", "APPROVER", "ADMIN")
                // Reports are a channel of their own: who brings facts brings no reports.
                .allow(POST, "/imports/reports")
                .to("ANALYST", "ADMIN")
                .allow(GET, "/imports/reports/template")
                .to("ANALYST", "ADMIN")
                .allow(POST, "/imports/*")
                .to("INTAKE", "ADMIN")
                .allow(POST, "/imports/*/*")
                .to("INTAKE", "ANALYST", "ADMIN")
                .allow(GET, "/imports")
                .to("INTAKE", "ANALYST", "ADMIN")
                .allow(GET, "/imports/**")
                .to("INTAKE", "ANALYST", "ADMIN");
    }
}
