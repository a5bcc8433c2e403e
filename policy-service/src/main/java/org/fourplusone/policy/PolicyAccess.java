package org.fourplusone.policy;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import org.fourplusone.starter.security.Access;
import org.fourplusone.starter.security.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what of the policy service. */
@Configuration(proxyBeanMethods = false)
class PolicyAccess {

    private static final String[] OFFICERS = {
        "INTAKE", "REVIEWER", "EXPERT", "APPROVER", "PAYER", "RELEASER", "POLICY_EDITOR", "POLICY_PUBLISHER", "AUDITOR"
    };

    @Bean
    Access access() {
        return Access.rules()
                .allow(GET, "/audit/roots")
                .toAnyone()
                .allow(GET, "/audit/key")
                .toAnyone()
                .allow(GET, "/audit/**")
                .to("AUDITOR")
                .allow(GET, "/articles")
                .toAnyone()
                .allow(GET, "/items")
                .toAnyone()
                .allow(GET, "/items/{code}")
                .toAnyone()
                .allow(GET, "/items/{code}/versions")
                .toAnyone()
                .allow(GET, "/items/{code}/sql")
                .toAnyone()
                .allow(GET, "/items/{code}/verdicts")
                .to(with(OFFICERS, Caller.SERVICE))
                .allow(GET, "/items/{code}/versions/{version}")
                .toAnyone()
                .allow(GET, "/items/{code}/diff")
                .toAnyone()
                .allow(GET, "/schema/item")
                .toAnyone()
                .allow(GET, "/schema/package")
                .toAnyone()
                .allow(GET, "/package")
                .toAnyone()
                .allow(POST, "/packages")
                .to("POLICY_EDITOR")
                .allow(POST, "/items/{code}/drafts")
                .to("POLICY_EDITOR")
                .allow(GET, "/drafts")
                .to(OFFICERS)
                .allow(GET, "/drafts/{id}")
                .to(OFFICERS)
                .allow(PATCH, "/drafts/{id}")
                .to("POLICY_EDITOR")
                .allow(DELETE, "/drafts/{id}")
                .to("POLICY_EDITOR")
                .allow(POST, "/drafts/{id}/submit")
                .to("POLICY_EDITOR")
                .allow(POST, "/drafts/{id}/return")
                .to("POLICY_PUBLISHER")
                .allow(POST, "/drafts/{id}/publish")
                .to("POLICY_PUBLISHER")
                .allow(POST, "/match")
                .toAnyone()
                .allow(POST, "/rules/check")
                .to("POLICY_EDITOR", "POLICY_PUBLISHER")
                .allow(POST, "/simulations")
                .to("POLICY_EDITOR", "POLICY_PUBLISHER")
                .allow(GET, "/simulations")
                .to("POLICY_EDITOR", "POLICY_PUBLISHER")
                .allow(GET, "/simulations/{id}")
                .to("POLICY_EDITOR", "POLICY_PUBLISHER")
                .allow(GET, "/simulations/{id}/enterprises")
                .to("POLICY_EDITOR", "POLICY_PUBLISHER")
                .allow(POST, "/match-runs")
                .to(OFFICERS)
                .allow(GET, "/match-runs/{id}")
                .to(OFFICERS)
                .allow(GET, "/match-runs/{id}/enterprises")
                .to(OFFICERS)
                .allow(GET, "/items/{code}/eligible")
                .to(with(OFFICERS, Caller.SERVICE))
                .allow(GET, "/items/{code}/conditions")
                .to(with(OFFICERS, "ANALYST"))
                .allow(GET, "/coverage")
                .to(with(OFFICERS, Caller.SERVICE, "ANALYST"))
                .allow(GET, "/enterprises/{creditCode}/match")
                .to(with(OFFICERS, Caller.SERVICE, "ENTERPRISE"))
                .allow(GET, "/entitlement-runs/**")
                .to(with(OFFICERS, Caller.SERVICE))
                .allow(POST, "/entitlement-runs/**")
                .to("INTAKE")
                .allow(DELETE, "/entitlement-runs/*")
                .to("INTAKE")
                .allow(POST, "/assessments")
                .to(with(OFFICERS, Caller.SERVICE, "ENTERPRISE"));
    }

    private static String[] with(String[] roles, String... more) {
        String[] all = java.util.Arrays.copyOf(roles, roles.length + more.length);
        System.arraycopy(more, 0, all, roles.length, more.length);
        return all;
    }
}
