package org.fourplusone.starter.house;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Access;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that uses all of the starter. */
@SpringBootApplication
class StarterApplication {

    @Bean
    Access access() {
        return Access.rules()
                .allow(HttpMethod.GET, "/audit/**")
                .to("AUDITOR")
                .allow(HttpMethod.GET, "/public")
                .toAnyone()
                .allow(HttpMethod.GET, "/numbers")
                .toAnyone()
                .allow(HttpMethod.GET, "/typed")
                .toAnyone()
                .allow(HttpMethod.GET, "/mine")
                .toSignedIn()
                .allow(HttpMethod.POST, "/pay")
                .to("PAYER")
                .allow(HttpMethod.POST, "/release")
                .withFactor()
                .to("PAYER")
                .allow(HttpMethod.POST, "/tangle")
                .to("PAYER")
                .allow(HttpMethod.PUT, "/edit")
                .to("PAYER");
    }

    record Payment(Money amount, @Nullable String mood) {}

    record Receipt(String id, Money amount, Text words) {}

    @RestController
    static class Desk {

        private final JdbcClient database;
        private final AuditLog audit;
        private final Clock clock;

        Desk(JdbcClient database, AuditLog audit, Clock clock) {
            this.database = database;
            this.audit = audit;
            this.clock = clock;
        }

        @GetMapping("/public")
        Map<String, Object> open() {
            return Map.of("hello", Text.of("你好", "hello"), "today", LocalDate.now(clock));
        }

        @GetMapping("/numbers")
        Page<Integer> numbers(Paging paging) {
            return Page.cut(IntStream.range(0, 45).boxed().toList(), paging);
        }

        @GetMapping("/typed")
        List<Integer> typed(@RequestParam int number) {
            return List.of(number);
        }

        @GetMapping("/mine")
        String mine() {
            return Caller.current().username();
        }

        @PostMapping("/pay")
        @Idempotent
        ResponseEntity<Receipt> pay(@RequestBody Payment payment) {
            audit.record("case-1", "pay", null, payment);
            if ("refuse".equals(payment.mood)) {
                throw Problem.of(HttpStatus.CONFLICT, "STALE_VERSION").with("available", Money.ofYuan(7));
            }
            if ("fail".equals(payment.mood)) {
                throw new IllegalStateException("secret inner detail");
            }
            if ("slow".equals(payment.mood)) {
                database.sql("SELECT SLEEP(1)").query(Integer.class).single();
            }
            int paid = audit.of("case-1").size();
            return ResponseEntity.status(HttpStatus.CREATED)
                    .header("Location", "/payments/" + paid)
                    .body(new Receipt("payment-" + paid, payment.amount, Text.of("已付", "paid")));
        }

        /** Touches one case, takes its time, and touches another: beside one that goes the other way, a deadlock. */
        @PostMapping("/tangle")
        @Idempotent
        void tangle(@RequestParam String first, @RequestParam String then) {
            audit.record(first, "touch", null, null);
            database.sql("SELECT SLEEP(0.3)").query(Integer.class).single();
            audit.record(then, "touch", null, null);
        }

        @PostMapping("/release")
        @Idempotent
        String release() {
            audit.record("case-1", "release", null, Map.of());
            return "released";
        }

        @PutMapping("/edit")
        void edit(IfMatch ifMatch) {
            ifMatch.require(3);
        }
    }
}
