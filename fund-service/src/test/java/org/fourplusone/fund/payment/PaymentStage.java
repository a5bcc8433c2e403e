package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fourplusone.fund.Cases;
import org.fourplusone.fund.Neighbours;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.audit.AuditLog;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The running service, the people and the moves that lead to a paid award; its subclasses share one service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(StoppedDatabase.class)
public abstract class PaymentStage {
    protected static final Cases.MovedClock CLOCK = new Cases.MovedClock("payment");
    protected static final String NAME = "聊城示例新能源客车有限公司";
    protected static final String NUMBER = "6222001234567890";
    protected static final String ONE_OFF =
            "{\"method\":\"ONE_OFF\",\"instalments\":[{\"trigger\":\"APPROVED\",\"share\":\"1.00\"}]}";
    protected static final String TWO_PARTS = """
            {"method":"INSTALMENTS","instalments":[{"trigger":"PROJECT_STARTED","share":"0.30","fact":"project.started"},
             {"trigger":"PROJECT_IN_PRODUCTION","share":"0.70","fact":"project.inProduction","documents":["E13","E14"]}]}""";

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected AuditLog audit;

    @Autowired
    protected Filings filings;

    @Autowired
    ConfirmedAccounts accounts;

    protected Person intake;
    protected Person payer;
    protected Person releaser;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        for (Line line : Line.values()) {
            Neighbours.offer(item(line), "VERIFY", line.name(), "");
        }
        Neighbours.register(registry, "fundpay");
        registry.add("fund.recovery.offset", () -> "true");
        CLOCK.register(registry);
        CLOCK.set("2026-11-23");
    }

    /** An item of that line whose call is open. */
    protected static String item(Line line) {
        return "M01-0" + (line.ordinal() + 1);
    }

    @BeforeEach
    protected void people() {
        CLOCK.set("2026-11-23");
        intake = Person.officer(port, "intake", "INTAKE");
        payer = Person.officer(port, "payer", "PAYER");
        releaser = Person.officer(port, "releaser", "RELEASER");
        Neighbours.facts(Neighbours.FIRST, Cases.cleanFacts(""));
        Cases.judgedEligible(Neighbours.FIRST);
    }

    /** The same call by eight at once. */
    protected static List<Person.Answer> together(Supplier<Person.Answer> call) {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(call, callers)).limit(8).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            callers.shutdown();
        }
    }

    protected String confirmed(Line line, String amount, String record, String payout) {
        String filing = Cases.approved(jdbc, transaction, ledger, Neighbours.FIRST, NAME, line, amount, record, payout);
        CLOCK.set("2026-11-23");
        String notice = intake.post("/notices", Map.of("filings", List.of(filing)))
                .expect(201)
                .json()
                .path("id")
                .asString();
        CLOCK.set("2026-12-01");
        intake.post("/notices/" + notice + "/close", Map.of()).expect(200);
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
        return filing;
    }

    protected String instalment(String filing, int position) {
        return payer.get("/filings/" + filing + "/instalments")
                .json()
                .get(position)
                .path("id")
                .asString();
    }

    protected String request(String filing, int position) {
        String id = instalment(filing, position);
        payer.post("/instalments/" + id + "/request", account(NAME)).expect(200);
        return id;
    }

    protected JsonNode batch(String... instalments) {
        return payer.post("/batches", Map.of("instalments", List.of(instalments)))
                .expect(201)
                .json();
    }

    protected JsonNode sent(String... instalments) {
        JsonNode batch = batch(instalments);
        String id = batch.path("id").asString();
        releaser.post("/batches/" + id + "/release", Map.of()).expect(200);
        releaser.post("/batches/" + id + "/send", Map.of()).expect(200);
        return batch;
    }

    protected Person.Answer report(JsonNode batch, String status, String reason) {
        return status(file(
                batch.path("messageId").asString(),
                batch.path("payments").get(0).path("endToEndId").asString(),
                status,
                reason));
    }

    protected Person.Answer status(String xml) {
        return releaser.send("POST", "/payment-status", xml.getBytes(StandardCharsets.UTF_8), xml());
    }

    protected static Map<String, String> xml() {
        return Map.of(
                "Content-Type",
                "application/xml",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    protected static String file(String message, String endToEndId, String status, String reason) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-12-01T10:00:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId>
                <TxSts>%s</TxSts>%s</TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>""".formatted(message, message, endToEndId, status, reason);
    }

    protected static Map<String, Object> account(String holder) {
        return Map.of("account", Map.of("name", holder, "number", NUMBER, "bank", "示例银行聊城分行", "cnaps", "313651027012"));
    }

    protected String stateOf(String filing) {
        return jdbc.sql("SELECT state FROM filing WHERE id = ?")
                .param(filing)
                .query(String.class)
                .single();
    }

    /** Reserved, committed, in transit, paid. */
    protected List<Long> balances(String filing) {
        return jdbc.sql("SELECT reserved, committed, in_transit, paid FROM filing_balance WHERE filing_id = ?")
                .param(filing)
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    protected void assertSound(String filing, String batch) {
        assertThat(jdbc.sql("SELECT SUM(amount) FROM entry").query(Long.class).single())
                .isZero();
        assertThat(audit.verify(filing)).isEmpty();
        assertThat(audit.of(filing)).hasSizeGreaterThan(5);
        if (batch != null) {
            assertThat(audit.verify(batch)).isEmpty();
        }
        JsonNode verification = Person.officer(port, "auditor", "AUDITOR")
                .get("/ledger/verification")
                .expect(200)
                .json();
        assertThat(verification.toString()).doesNotContain("false");
    }

    /** What industry-service was told of a filing, once it was told so often. */
    protected static List<JsonNode> told(String filing, int times) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        List<JsonNode> told = new ArrayList<>();
        while (told.size() < times && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            told = Neighbours.WRITTEN.stream()
                    .filter(written -> written.getKey().endsWith("/awards/" + filing))
                    .map(Map.Entry::getValue)
                    .toList();
        }
        return told;
    }
}
