package org.fourplusone.fund;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.fourplusone.starter.security.Access;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what; whose case it is and who did what on it, the features check. */
@Configuration(proxyBeanMethods = false)
class FundAccess {
    private static final String[] CASE_READERS = {
        "ENTERPRISE", "INTAKE", "REVIEWER", "EXPERT", "APPROVER", "PAYER", "RELEASER", "AUDITOR"
    };
    private static final String[] LEDGER_READERS = {"INTAKE", "REVIEWER", "APPROVER", "PAYER", "RELEASER", "AUDITOR"};

    private static final String[] BUDGET_READERS = {
        "INTAKE", "REVIEWER", "APPROVER", "PAYER", "RELEASER", "AUDITOR", "ADMIN"
    };

    @Bean
    Access access() {
        return Access.rules()
                .allow(GET, "/fund")
                .toAnyone()
                .allow(GET, "/ledger/verification")
                .to("AUDITOR")
                .allow(GET, "/ledger/*")
                .to(BUDGET_READERS)
                .allow(GET, "/budget/**")
                .to(BUDGET_READERS)
                .allow(POST, "/budget/revisions")
                .to("ADMIN")
                .allow(POST, "/budget/revisions/*/confirm")
                .to("APPROVER", "ADMIN")
                .allow(POST, "/budget/revisions/*/discard")
                .to("APPROVER", "ADMIN")
                .allow(POST, "/budget/years/*/close")
                .to("ADMIN")
                .allow(GET, "/calls")
                .toSignedIn()
                .allow(POST, "/calls")
                .to("INTAKE")
                .allow(POST, "/calls/*/close")
                .to("INTAKE")
                .allow(GET, "/filings")
                .to(CASE_READERS)
                .allow(POST, "/filings")
                .to("ENTERPRISE")
                .allow(GET, "/filings/*/instalments")
                .to(CASE_READERS)
                .allow(GET, "/filings/**")
                .to(CASE_READERS)
                .allow(PATCH, "/filings/*")
                .to("ENTERPRISE")
                .allow(PUT, "/filings/*/evidence/*")
                .to("ENTERPRISE")
                .allow(POST, "/filings/*/submit")
                .to("ENTERPRISE")
                .allow(POST, "/filings/*/withdraw")
                .to("ENTERPRISE")
                .allow(POST, "/filings/*/recall")
                .to("INTAKE")
                .allow(POST, "/entitlements")
                .to("INTAKE")
                .allow(GET, "/entitlements/**")
                .to(LEDGER_READERS)
                .allow(POST, "/filings/*/accept")
                .to("INTAKE")
                .allow(POST, "/filings/*/refuse")
                .to("INTAKE")
                .allow(POST, "/filings/*/return")
                .to("INTAKE")
                .allow(POST, "/filings/*/experts")
                .to("INTAKE", "REVIEWER")
                .allow(POST, "/filings/*/scores")
                .to("EXPERT")
                .allow(POST, "/filings/*/review")
                .to("REVIEWER")
                .allow(POST, "/filings/*/approve")
                .to("APPROVER")
                .allow(POST, "/filings/*/reject")
                .to("APPROVER")
                .allow(GET, "/experts")
                .to("INTAKE", "REVIEWER", "AUDITOR", "ADMIN")
                .allow(PUT, "/experts/*")
                .to("INTAKE", "ADMIN")
                .allow(GET, "/queue")
                .to(CASE_READERS)
                .allow(POST, "/notices")
                .to("INTAKE")
                .allow(GET, "/notices")
                .toAnyone()
                .allow(GET, "/notices/*")
                .toAnyone()
                .allow(POST, "/notices/*/objections")
                .toAnyone()
                .allow(POST, "/notices/*/close")
                .to("INTAKE")
                .allow(GET, "/objections")
                .to("INTAKE", "AUDITOR")
                .allow(POST, "/objections/*/screen")
                .to("INTAKE")
                .allow(POST, "/objections/*/answer")
                .to("INTAKE")
                .allow(POST, "/instalments/*/request")
                .to("PAYER")
                .allow(GET, "/batches")
                .to("PAYER", "RELEASER", "AUDITOR")
                .allow(POST, "/batches")
                .to("PAYER")
                .allow(GET, "/batches/*/pain.001")
                .to("RELEASER")
                .allow(GET, "/batches/**")
                .to("PAYER", "RELEASER", "AUDITOR")
                .allow(POST, "/batches/*/release")
                .to("RELEASER")
                .allow(POST, "/batches/*/send")
                .to("RELEASER")
                .allow(POST, "/payment-status")
                .to("RELEASER")
                .allow(GET, "/letters/*")
                .to(CASE_READERS)
                .allow(GET, "/awards")
                .toAnyone()
                .allow(GET, "/audit")
                .to("AUDITOR")
                .allow(GET, "/audit/verification")
                .to("AUDITOR");
    }
}
