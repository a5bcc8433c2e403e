package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Office;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.fund.filing.JointOpinions;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The joint review of a filing, and who answers for the offices. */
@RestController
@Tag(name = "joint review")
class JointReviewController {
    /** @param reason asked for an objection */
    record Answering(
            @NotNull JointOpinions.Answer answer,
            @Nullable @Size(min = 1, max = 1000) String reason) {}

    record Resolution(@NotBlank @Size(max = 1000) String text) {}

    record Member(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,80}")
            String username) {}

    record OfficeView(Office office, Text name, List<String> members) {}

    private final JointReview joint;
    private final JointOpinions opinions;
    private final Offices offices;
    private final FilingViews views;

    JointReviewController(JointReview joint, JointOpinions opinions, Offices offices, FilingViews views) {
        this.joint = joint;
        this.opinions = opinions;
        this.offices = offices;
        this.views = views;
    }

    @GetMapping("/filings/{id}/joint-review")
    @Operation(summary = "The offices that were asked, and what they said")
    List<JointOpinions.Opinion> of(@PathVariable String id) {
        return opinions.of(views.officers(id, Caller.current()).id());
    }

    @PostMapping("/filings/{id}/joint-review/{office}")
    @Idempotent
    @Operation(summary = "Answer for an office")
    ResponseEntity<List<JointOpinions.Opinion>> answer(
            @PathVariable String id,
            @PathVariable Office office,
            IfMatch ifMatch,
            @Valid @RequestBody Answering answering) {
        seen(id, ifMatch);
        return told(joint.answer(id, office, answering.answer(), answering.reason(), Caller.current()));
    }

    @PostMapping("/filings/{id}/joint-review/{office}/resolution")
    @Idempotent
    @Operation(summary = "Say how an office's objection was settled")
    ResponseEntity<List<JointOpinions.Opinion>> resolve(
            @PathVariable String id,
            @PathVariable Office office,
            IfMatch ifMatch,
            @Valid @RequestBody Resolution resolution) {
        seen(id, ifMatch);
        return told(joint.resolve(id, office, resolution.text().strip(), Caller.current()));
    }

    @GetMapping("/offices")
    @Operation(summary = "The offices and who answers for them")
    List<OfficeView> list() {
        Map<Office, List<String>> members = offices.all();
        return Arrays.stream(Office.values())
                .map(office -> new OfficeView(office, office.title(), members.getOrDefault(office, List.of())))
                .toList();
    }

    @PostMapping("/offices/{office}/members")
    @Idempotent
    @Operation(summary = "Let a person answer for an office")
    List<OfficeView> add(@PathVariable Office office, @Valid @RequestBody Member member) {
        offices.add(office, member.username());
        return list();
    }

    @DeleteMapping("/offices/{office}/members/{username}")
    @Idempotent
    @Operation(summary = "Let a person answer for an office no more")
    List<OfficeView> remove(@PathVariable Office office, @PathVariable String username) {
        if (username.length() > 80) {
            throw Problem.invalid(new FieldProblem("username", "LENGTH", 1, 80));
        }
        offices.remove(office, username);
        return list();
    }

    private void seen(String id, IfMatch ifMatch) {
        ifMatch.check(views.officers(id, Caller.current()).version());
    }

    private ResponseEntity<List<JointOpinions.Opinion>> told(Filing filing) {
        return ResponseEntity.ok().eTag(Versions.tag(filing.version())).body(opinions.of(filing.id()));
    }
}
