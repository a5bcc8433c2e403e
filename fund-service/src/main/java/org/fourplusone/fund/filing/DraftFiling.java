package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Call;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.call.Item;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.fund.mandate.Mandates;
import org.fourplusone.fund.mandate.Right;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Begins a filing and changes it while it is a draft or in correction. */
@Component
class DraftFiling {
    /** What a draft is begun with. */
    record Beginning(
            String itemCode,
            String creditCode,
            @Nullable String call,
            @Nullable String project,
            @Nullable List<ClaimLine.Claimed> claimLines) {}

    /** What is changed; null leaves it as it is. */
    record Changes(
            @Nullable List<ClaimLine.Claimed> claimLines,
            @Nullable Map<String, JsonNode> facts,
            @Nullable JsonNode contact,
            @Nullable String project) {}

    private final JdbcClient jdbc;
    private final Filings filings;
    private final ClaimLines claimLines;
    private final Calls calls;
    private final IndustryRegister register;
    private final FactRelay facts;
    private final Mandates mandates;
    private final Waits waits;
    private final ChangeTrail trail;
    private final JsonMapper json;
    private final Clock clock;

    DraftFiling(
            JdbcClient jdbc,
            Filings filings,
            ClaimLines claimLines,
            Calls calls,
            IndustryRegister register,
            FactRelay facts,
            Mandates mandates,
            Waits waits,
            ChangeTrail trail,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.claimLines = claimLines;
        this.calls = calls;
        this.register = register;
        this.facts = facts;
        this.mandates = mandates;
        this.waits = waits;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** A draft by the enterprise itself; on the NO_APPLICATION track {@link OpenEntitled} opens it. */
    @Transactional
    public Filing begin(Beginning beginning, Caller caller) {
        CreditCode.require(beginning.creditCode());
        if (!caller.mayActFor(beginning.creditCode())) {
            throw Problem.notFound();
        }
        mandates.require(caller, beginning.creditCode(), Right.FILE);
        Call call = openCall(beginning);
        if (Track.NO_APPLICATION.name().equals(call.item().track())) {
            throw Problem.of(
                    HttpStatus.CONFLICT, "NO_APPLICATION_NEEDED", call.item().code());
        }
        claimLines.check(beginning.claimLines(), call.item());
        String id = insert(register.enterprise(beginning.creditCode()), call, beginning.project());
        if (beginning.claimLines() != null) {
            claimLines.replace(id, beginning.claimLines());
        }
        Filing filing = filings.get(id);
        filings.note(filing, Step.APPLY, "BEGIN", new Actor(caller, "ENTERPRISE"), null, Trail.of(filing));
        return filings.get(id);
    }

    private Call openCall(Beginning beginning) {
        LocalDate today = LocalDate.now(clock);
        List<Call> known = calls.ofItem(beginning.itemCode(), today);
        if (beginning.call() != null) {
            known = known.stream()
                    .filter(call -> call.id().equals(beginning.call()))
                    .toList();
        }
        if (known.isEmpty()) {
            throw Problem.invalid(
                    new FieldProblem(beginning.call() == null ? "itemCode" : "call", "NO_CALL", beginning.itemCode()));
        }
        Call call = known.get(0);
        requireOpen(call, today);
        return call;
    }

    static void requireOpen(Call call, LocalDate today) {
        if (!call.isOpenOn(today)) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "WINDOW_CLOSED",
                            call.opensOn().toString(),
                            call.closesOn().toString())
                    .with("opensOn", call.opensOn())
                    .with("closesOn", call.closesOn());
        }
    }

    /** A new draft's row; answers its id. */
    String insert(IndustryRegister.Enterprise enterprise, Call call, @Nullable String record) {
        Item item = call.item();
        String id = CaseId.next(clock);
        jdbc.sql("INSERT INTO filing (id, year, state, version, call_id, item_code, item_version, title_zh, title_en,"
                        + " department_zh, department_en, track, line, notice_order, credit_code, enterprise_name, cluster,"
                        + " record, created_at, moved_at) VALUES (:id, :year, 'DRAFT', 1, :call, :item, :itemVersion, :titleZh, :titleEn,"
                        + " :departmentZh, :departmentEn, :track, :line, :noticeOrder, :code, :name, :cluster, :record,"
                        + " :now, :now)")
                .param("id", id)
                .param("year", call.year())
                .param("call", call.id())
                .param("item", item.code())
                .param("itemVersion", item.version())
                .param("titleZh", item.title().zh())
                .param("titleEn", item.title().en())
                .param("departmentZh", call.department().zh())
                .param("departmentEn", call.department().en())
                .param("track", item.track())
                .param("line", item.line())
                .param("noticeOrder", call.noticeOrder().name())
                .param("code", enterprise.creditCode())
                .param("name", enterprise.name())
                .param("cluster", enterprise.cluster())
                .param("record", record)
                .param("now", UtcColumn.of(clock.instant()))
                .update();
        return id;
    }

    /** Changes a draft; declared facts go to industry-service first, so that nothing is saved when it is down. */
    @Transactional
    public Filing change(Filing seen, Changes changes, Caller caller) {
        if (seen.state() != State.DRAFT && seen.state() != State.CORRECTION) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_EDITABLE", seen.state().name())
                    .with("state", seen.state().name())
                    .with(
                            "allowed",
                            seen.moves().stream().map(Move::action).distinct().toList());
        }
        waits.requireChangeable(seen);
        Item item = calls.find(seen.callId()).orElseThrow().item();
        claimLines.check(changes.claimLines(), item);
        Filing filing = changes.project() == null ? seen : withRecord(seen, changes.project());
        if (changes.facts() != null) {
            facts.declare(filing, changes.facts());
        }
        Filing locked = filings.lock(seen.id());
        if (locked.version() != seen.version()) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        waits.change(locked);
        if (changes.claimLines() != null) {
            claimLines.replace(seen.id(), changes.claimLines());
        }
        save(seen.id(), changes);
        filings.note(locked, Step.APPLY, "CHANGE", new Actor(caller, "ENTERPRISE"), null, trail.of(seen.id(), changes));
        return filings.get(seen.id());
    }

    private Filing withRecord(Filing seen, String record) {
        jdbc.sql("UPDATE filing SET record = :record WHERE id = :id")
                .param("record", record)
                .param("id", seen.id())
                .update();
        return filings.get(seen.id());
    }

    private void save(String id, Changes changes) {
        if (changes.contact() != null) {
            jdbc.sql("UPDATE filing SET contact = :contact WHERE id = :id")
                    .param("contact", changes.contact().isNull() ? null : json.writeValueAsString(changes.contact()))
                    .param("id", id)
                    .update();
        }
        if (changes.facts() != null) {
            Map<String, JsonNode> declared = new LinkedHashMap<>(declaredOf(id));
            declared.putAll(changes.facts());
            jdbc.sql("UPDATE filing SET declared = :declared WHERE id = :id")
                    .param("declared", json.writeValueAsString(declared))
                    .param("id", id)
                    .update();
        }
    }

    /** The facts declared with a filing so far. */
    Map<String, JsonNode> declaredOf(String id) {
        String declared = jdbc.sql("SELECT declared FROM filing WHERE id = :id")
                .param("id", id)
                .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        Map<String, JsonNode> facts = new LinkedHashMap<>();
        if (declared != null) {
            json.readTree(declared).properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        }
        return facts;
    }
}
