package org.fourplusone.fund;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.money.Money;
import tools.jackson.databind.JsonNode;

/** The acts of {@link CaseModel} as requests of the people whose they are. */
final class CaseActs {
    private final CaseModelIT stage;
    private final CaseModel model;
    private final Person clerk;
    private final Person reviewer;
    private final Person approver;
    private final Person chief;
    private final Person admin;
    private final String filing;
    private final String path;
    private final String holder;
    private final String bankReference;
    private String notice = "";
    private String objection = "";
    private String instalment = "";
    private JsonNode batch;
    private String recovery = "";
    private String revision = "";

    CaseActs(CaseModelIT stage, CaseModel model, String code, String item, String bankReference) {
        this.stage = stage;
        this.model = model;
        this.clerk = Person.clerk(stage.port(), "clerk-" + code, code);
        this.reviewer = Person.officer(stage.port(), "reviewer", "REVIEWER");
        this.approver = Person.officer(stage.port(), "approver", "APPROVER");
        this.chief = Person.officer(stage.port(), "chief", "APPROVER");
        this.admin = Person.officer(stage.port(), "admin", "ADMIN");
        this.bankReference = bankReference;
        JsonNode draft = clerk.post("/filings", Map.of("itemCode", item, "creditCode", code))
                .expect(201)
                .json();
        this.filing = draft.path("id").asString();
        this.holder = draft.path("enterpriseName").asString();
        this.path = "/filings/" + filing;
    }

    String filing() {
        return filing;
    }

    /** What has to be there before it can be asked, and the day on which it is. */
    void prepare(CaseModel.Act act) {
        switch (act) {
            case CLOSE_NOTICE -> stage.day("2026-06-25");
            case ORDER -> stage.day("2026-07-20");
            case ADMIT_OBJECTION ->
                objection = Person.nobody(stage.port())
                        .post(
                                "/notices/" + notice + "/objections",
                                Map.of(
                                        "filing",
                                        filing,
                                        "name",
                                        "王示例",
                                        "contact",
                                        "13800000000",
                                        "text",
                                        "该企业的设备发票与另一项目重复，请核实。"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
            case MOVE_BUDGET -> {
                Person.Answer proposed = admin.post("/budget/revisions", proposal());
                revision = proposed.status() == 201 ? proposed.json().path("id").asString() : "none";
            }
            default -> {
                // its subject is there
            }
        }
    }

    private Map<String, Object> proposal() {
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("year", 2026);
        proposal.put("kind", "MOVE");
        proposal.put("line", model.line.name());
        proposal.put("toLine", model.other.name());
        proposal.put("amount", Money.ofFen(model.moved).toString());
        proposal.put("document", "示例财预〔2026〕7号");
        proposal.put("datedOn", "2026-05-01");
        proposal.put("reason", "调剂");
        return proposal;
    }

    /** Two of these at once have one effect; a request may be made again, and the bank's report is answered to both. */
    boolean mayBeAskedTwice(CaseModel.Act act) {
        return act != CaseModel.Act.REQUEST && !isAlwaysAnswered(act);
    }

    /** The bank's report is read whatever it says; what it may not change it leaves. */
    boolean isAlwaysAnswered(CaseModel.Act act) {
        return act == CaseModel.Act.PAID || act == CaseModel.Act.RETURNED;
    }

    Person.Answer ask(CaseModel.Act act, String key) {
        String amount = Money.ofFen(model.amount).toString();
        return switch (act) {
            case SUBMIT -> clerk.post(path + "/submit", Map.of(), key);
            case WITHDRAW -> clerk.post(path + "/withdraw", Map.of(), key);
            case ACCEPT -> stage.intake().post(path + "/accept", Map.of(), key);
            case RETURN -> stage.intake().post(path + "/return", Map.of("points", List.of("请补交备案文件")), key);
            case REFUSE ->
                stage.intake().post(path + "/refuse", Map.of("reasons", List.of(Map.of("text", "不在受理范围"))), key);
            case REVIEW ->
                reviewer.post(path + "/review", Map.of("amount", amount, "opinion", "材料齐全", "recommend", true), key);
            case SEND_BACK -> approver.post(path + "/send-back", Map.of("reason", "请再核"), key);
            case APPROVE -> approver.post(path + "/approve", Map.of("amount", amount, "reason", "同意"), key);
            case REJECT ->
                approver.post(
                        path + "/reject", Map.of("reasons", List.of(Map.of("clause", "Art. 1", "text", "不符合条件"))), key);
            case PUBLISH -> stage.intake().post("/notices", Map.of("filings", List.of(filing)), key);
            case ADMIT_OBJECTION ->
                stage.intake()
                        .post(
                                "/objections/" + objection + "/screen",
                                Map.of("admit", true, "contactChecked", true, "reason", "情况需核实"),
                                key);
            case DISMISS_OBJECTION -> answer(false, key);
            case UPHOLD_OBJECTION -> answer(true, key);
            case CLOSE_NOTICE -> stage.intake().post("/notices/" + notice + "/close", Map.of(), key);
            case REVOKE -> chief.post(path + "/revoke", Map.of("reason", "不再符合条件"), key);
            case MOVE_BUDGET -> approver.post("/budget/revisions/" + revision + "/confirm", Map.of(), key);
            default -> payment(act, key, amount);
        };
    }

    private Person.Answer answer(boolean upheld, String key) {
        return stage.intake()
                .post("/objections/" + objection + "/answer", Map.of("text", "经核实的答复", "upheld", upheld), key);
    }

    private Person.Answer payment(CaseModel.Act act, String key, String amount) {
        return switch (act) {
            case REQUEST -> stage.payer().post("/instalments/" + instalment() + "/request", account(), key);
            case BATCH -> stage.payer().post("/batches", Map.of("instalments", List.of(instalment())), key);
            case WITHDRAW_BATCH -> stage.payer().post(batchPath() + "/withdraw", Map.of("reason", "有误"), key);
            case RELEASE -> stage.releaser().post(batchPath() + "/release", Map.of(), key);
            case SEND -> stage.releaser().post(batchPath() + "/send", Map.of(), key);
            case PAID -> report("ACSC", key);
            case RETURNED -> report("RJCT", key);
            case DEMAND ->
                reviewer.post(
                        "/recoveries",
                        Map.of("filing", filing, "amount", amount, "ground", "CONDITIONS_BROKEN", "reason", "未投产"),
                        key);
            case ORDER -> chief.post("/recoveries/" + recovery + "/order", Map.of("reason", "属实"), key);
            case DROP -> chief.post("/recoveries/" + recovery + "/drop", Map.of("reason", "不属实"), key);
            case REPAY ->
                stage.releaser()
                        .post(
                                "/recoveries/" + recovery + "/repay",
                                Map.of("amount", amount, "bankReference", bankReference, "receivedOn", "2026-06-24"),
                                key);
            default -> throw new IllegalArgumentException(act.name());
        };
    }

    /** What later acts are asked of. */
    void keep(CaseModel.Act act, List<Person.Answer> answers) {
        JsonNode answer = answers.stream()
                .filter(each -> each.status() < 300)
                .findFirst()
                .orElseThrow()
                .json();
        switch (act) {
            case PUBLISH -> notice = answer.path("id").asString();
            case BATCH -> batch = answer;
            case DEMAND -> recovery = answer.path("id").asString();
            default -> {
                // nothing that is named later
            }
        }
    }

    private String instalment() {
        if (instalment.isEmpty()) {
            instalment = stage.payer()
                    .get(path + "/instalments")
                    .expect(200)
                    .json()
                    .path(0)
                    .path("id")
                    .asString();
        }
        return instalment;
    }

    private String batchPath() {
        return "/batches/" + batch.path("id").asString();
    }

    private Person.Answer report(String status, String key) {
        byte[] file = CaseModelIT.file(
                        batch.path("messageId").asString(),
                        batch.path("payments").get(0).path("endToEndId").asString(),
                        status)
                .getBytes(StandardCharsets.UTF_8);
        return stage.releaser()
                .send(
                        "POST",
                        "/payment-status",
                        file,
                        Map.of("Content-Type", "application/xml", "Idempotency-Key", key));
    }

    private Map<String, Object> account() {
        return Map.of(
                "account",
                Map.of("name", holder, "number", "6222001234567890", "bank", "示例银行聊城分行", "cnaps", "313651027012"));
    }
}
