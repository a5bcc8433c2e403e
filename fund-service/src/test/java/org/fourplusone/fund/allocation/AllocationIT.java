package org.fourplusone.fund.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIFTH;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.SECOND;
import static org.fourplusone.fund.Neighbours.THIRD;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ReviewStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A pooled call over HTTP on a real database: both ways shown, one proposed, confirmed by another, and no award above it. */
class AllocationIT extends ReviewStage {
    @Test
    void aPooledCallIsSharedByRankAndTiesAreStated() {
        String call = pooled("R03-01");
        intake.get("/calls/CALL-2026-R01-01/allocation").refused(409, "NOT_POOLED");
        String first = scored(FIRST, 90);
        String second = scored(SECOND, 80);
        String third = accepted("R03-01", THIRD, List.of());
        Map<String, Object> ranked = Map.of("method", "RANKED", "amount", "500000.00");
        intake.post(call + "/allocate", ranked).refused(409, "CALL_STILL_OPEN");
        intake.post(call + "/close", Map.of()).expect(200);
        assertThat(intake.post(call + "/allocate", ranked)
                        .refused(409, "REVIEWS_OPEN")
                        .path("waiting")
                        .asInt())
                .isEqualTo(1);
        score(third, 80);
        approver.post(first + "/approve", approval("300000.00")).refused(409, "NOT_ALLOCATED");
        intake.post(call + "/allocate", Map.of("method", "RANKED", "amount", "0.00"))
                .refused(400, "INVALID");
        intake.post(call + "/allocate", Map.of("method", "RANKED", "amount", "60000000.01"))
                .refused(409, "LINE_EXHAUSTED");

        JsonNode preview =
                intake.get(call + "/allocation?amount=500000.00").expect(200).json();
        assertThat(preview.path("oversubscribed").asBoolean()).isTrue();
        assertThat(preview.path("requested").asString()).isEqualTo("900000.00");
        JsonNode rows = preview.path("page").path("items");
        assertThat(rows.findValuesAsString("PRO_RATA")).containsExactly("166666.67", "166666.67", "166666.66");
        assertThat(rows.findValuesAsString("RANKED")).containsExactly("300000.00", "100000.00", "100000.00");
        assertThat(rows.findValuesAsString("place")).containsExactly("1", "2", "2");
        assertThat(rows.get(2).path("tied").asBoolean()).isTrue();
        assertThat(rows.get(0).path("score").asString()).isEqualTo("90.00");
        assertThat(intake.get(call + "/allocation?method=RANKED").expect(200).body())
                .doesNotContain("PRO_RATA");

        JsonNode proposal = intake.post(call + "/allocate", ranked).expect(201).json();
        Map<String, Object> confirm = Map.of("allocation", proposal.path("id").asString());
        intake.post(call + "/allocation/confirm", confirm).refused(409, "SAME_PERSON");
        approver.post(first + "/approve", approval("300000.00")).refused(409, "NOT_ALLOCATED");
        reviewer.post(call + "/allocation/confirm", Map.of("allocation", "none"))
                .refused(404, "NOT_FOUND");
        reviewer.post(call + "/allocation/confirm", confirm).expect(200);
        reviewer.post(call + "/allocation/confirm", confirm).refused(409, "ALLOCATED");
        intake.post(call + "/allocate", ranked).refused(409, "ALLOCATED");
        assertThat(intake.get(call + "/allocation")
                        .json()
                        .path("proposal")
                        .path("appliedBy")
                        .asString())
                .isEqualTo("reviewer");

        assertThat(approver.post(second + "/approve", approval("100000.01"))
                        .refused(409, "AMOUNT_TOO_HIGH")
                        .path("most")
                        .asString())
                .isEqualTo("100000.00");
        approver.post(second + "/approve", approval("100000.00")).expect(200);
    }

    @Test
    void aProposalThatIsOutOfDateIsNotApplied() {
        String call = pooled("R03-02");
        reviewed("R03-02", FIRST);
        String path = reviewed("R03-02", FIFTH);
        intake.post(call + "/close", Map.of()).expect(200);
        Map<String, Object> proRata = Map.of("method", "PRO_RATA", "amount", "100000.01");
        JsonNode proposal = intake.post(call + "/allocate", proRata).expect(201).json();
        Person.clerk(port, "clerk-" + FIFTH, FIFTH)
                .post(path + "/withdraw", Map.of())
                .expect(200);
        Map<String, Object> confirm = Map.of("allocation", proposal.path("id").asString());
        reviewer.post(call + "/allocation/confirm", confirm).refused(409, "ALLOCATION_STALE");
        assertThat(intake.get(call + "/allocation").json().path("page").path("items"))
                .hasSize(2);
        Person.officer(port, "intake2", "INTAKE")
                .post(call + "/allocate", proRata)
                .expect(201);
        assertThat(intake.get(call + "/allocation")
                        .json()
                        .path("page")
                        .path("items")
                        .findValuesAsString("PRO_RATA"))
                .containsExactly("100000.01");
    }

    private String pooled(String item) {
        intake.post("/calls/CALL-2026-" + item + "/close", Map.of()).expect(200);
        Map<String, Object> call =
                Map.of("itemCode", item, "opensOn", "2026-06-01", "closesOn", "2026-06-30", "allocation", "POOLED");
        return "/calls/"
                + intake.post("/calls", call).expect(201).json().path("id").asString();
    }

    private String scored(String creditCode, int score) {
        String path = accepted("R03-01", creditCode, List.of());
        score(path, score);
        return path;
    }

    private void score(String path, int score) {
        String expert = intake.post(path + "/experts", Map.of())
                .expect(200)
                .json()
                .path("experts")
                .path(0)
                .path("expert")
                .asString();
        Person.officer(port, expert, "EXPERT")
                .post(path + "/scores", Map.of("score", score, "opinion", "同意"))
                .expect(200);
        Map<String, Object> review = new HashMap<>(review("300000.00"));
        review.put("audit", Map.of("document", "示例审字〔2026〕5号", "amount", "300000.00"));
        reviewer.post(path + "/review", review).expect(200);
    }
}
