package org.fourplusone.industry.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.industry.project.Project.Level;
import org.fourplusone.industry.project.ProjectQuestion.Standing;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/projects")
@Tag(name = "Projects")
class ProjectController {

    private static final List<Csv.Column<ProjectView.Row>> CSV_COLUMNS = List.of(
            new Csv.Column<>("code", ProjectView.Row::code),
            new Csv.Column<>("name", ProjectView.Row::name),
            new Csv.Column<>("level", ProjectView.Row::level),
            new Csv.Column<>("cluster", ProjectView.Row::cluster),
            new Csv.Column<>("owner", ProjectView.Row::owner),
            new Csv.Column<>("planYear", ProjectView.Row::planYear),
            new Csv.Column<>("stage", ProjectView.Row::stage),
            new Csv.Column<>("totalInvestment", ProjectView.Row::totalInvestment),
            new Csv.Column<>("yearPlan", ProjectView.Row::yearPlan),
            new Csv.Column<>("yearDone", ProjectView.Row::yearDone),
            new Csv.Column<>("doneThrough", ProjectView.Row::doneThrough),
            new Csv.Column<>("completion", ProjectView.Row::completion),
            new Csv.Column<>("timeProgress", ProjectView.Row::timeProgress),
            new Csv.Column<>("behind", ProjectView.Row::behind),
            new Csv.Column<>(
                    "stalled",
                    row -> String.join(
                            " ", row.stalled().stream().map(Enum::name).toList())),
            new Csv.Column<>("startedOn", ProjectView.Row::startedOn),
            new Csv.Column<>("completedOn", ProjectView.Row::completedOn),
            new Csv.Column<>("sample", ProjectView.Row::sample));

    private final ProjectFiles files;
    private final KeepProject keep;
    private final ProjectPatch patches;
    private final Clock clock;

    ProjectController(ProjectFiles files, KeepProject keep, ProjectPatch patches, Clock clock) {
        this.files = files;
        this.keep = keep;
        this.patches = patches;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Key projects with the year's plan and what is done of it; as text/csv all that are asked for")
    Page<ProjectView.Row> list(@ParameterObject ProjectQuestion question, Paging paging) {
        return Page.cut(rows(question), paging);
    }

    @GetMapping(produces = Download.CSV)
    ResponseEntity<byte[]> csv(@ParameterObject ProjectQuestion question) {
        return Download.csv("projects-" + LocalDate.now(clock) + ".csv", Csv.table(CSV_COLUMNS, rows(question)));
    }

    private List<ProjectView.Row> rows(ProjectQuestion question) {
        return asked(question).stream().map(ProjectView.Row::of).toList();
    }

    @GetMapping("/summary")
    @Operation(summary = "Key projects added up: start rate with its base, completion against the time, definitions")
    ProjectSummary summary(
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable String cluster,
            @RequestParam(required = false) @Nullable Integer planYear) {
        LocalDate today = LocalDate.now(clock);
        List<Standing> standings = asked(new ProjectQuestion(null, level, cluster, null, planYear, null, null, null));
        return ProjectSummary.of(standings, Progress.passed(planYear == null ? today.getYear() : planYear, today));
    }

    private List<Standing> asked(ProjectQuestion question) {
        return question.of(files.all(), LocalDate.now(clock));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One key project with its months; its team is told to officers alone")
    ResponseEntity<ProjectView.Detail> one(@PathVariable String code) {
        ProjectFile file = files.find(code).orElseThrow(Problem::notFound);
        boolean officer = Caller.find()
                .map(caller -> caller.hasAny("INTAKE", "REVIEWER", "APPROVER", "AUDITOR", "ADMIN"))
                .orElse(false);
        if (officer) {
            keep.lookedAt(file);
        }
        return answer(ResponseEntity.ok(), file, officer);
    }

    @PostMapping
    @Operation(summary = "Adds a key project; 409 PROJECT_EXISTS")
    ResponseEntity<ProjectView.Detail> add(@Valid @RequestBody ProjectEntry entry) {
        ProjectFile file = keep.add(entry);
        URI location = ServletUriComponentsBuilder.fromCurrentRequest()
                .pathSegment(file.project().code())
                .build()
                .toUri();
        return answer(ResponseEntity.created(URI.create(location.getRawPath())), file, true);
    }

    @PutMapping("/{code}")
    @Operation(summary = "Replaces a key project with its months and team; needs If-Match")
    ResponseEntity<ProjectView.Detail> replace(
            @PathVariable String code, IfMatch ifMatch, @Valid @RequestBody ProjectEntry entry) {
        return answer(ResponseEntity.ok(), keep.replace(code, ifMatch, entry), true);
    }

    @PatchMapping("/{code}")
    @Operation(
            summary = "A JSON merge patch (RFC 7396) of a key project; lists are replaced as a whole; needs If-Match")
    ResponseEntity<ProjectView.Detail> change(@PathVariable String code, IfMatch ifMatch, @RequestBody JsonNode patch) {
        ProjectFile old = files.find(code).orElseThrow(Problem::notFound);
        ifMatch.require(old.version());
        return answer(ResponseEntity.ok(), keep.replace(code, IfMatch.of(old.version()), patches.of(old, patch)), true);
    }

    private ResponseEntity<ProjectView.Detail> answer(
            ResponseEntity.BodyBuilder answer, ProjectFile file, boolean officer) {
        Progress progress = Progress.of(file.project(), file.milestones(), LocalDate.now(clock));
        return answer.eTag(Versions.tag(file.version())).body(ProjectView.detail(file, progress, officer));
    }
}
