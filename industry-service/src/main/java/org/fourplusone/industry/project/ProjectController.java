package org.fourplusone.industry.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Projects")
class ProjectController {

    private final Projects projects;

    ProjectController(Projects projects) {
        this.projects = projects;
    }

    /** A project as the public sees it: who builds it by name, not by code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String code,
            String name,
            Project.Level level,
            Text levelName,
            @Nullable String cluster,
            String owner,
            int planYear,
            Project.Stage stage,
            Text stageName,
            String currency,
            Money totalInvestment,
            Money yearPlan,
            Money yearDone,
            String doneThrough,
            @Nullable String startedOn,
            @Nullable String completedOn,
            boolean sample) {

        static Row of(Project project) {
            return new Row(
                    project.code(),
                    project.name(),
                    project.level(),
                    levelName(project.level()),
                    project.cluster(),
                    project.ownerName(),
                    project.planYear(),
                    project.stage(),
                    stageName(project.stage()),
                    "CNY",
                    project.totalInvestment(),
                    project.yearPlan(),
                    project.yearDone(),
                    project.doneThrough(),
                    project.startedOn() == null ? null : project.startedOn().toString(),
                    project.completedOn() == null ? null : project.completedOn().toString(),
                    project.sample());
        }

        private static Text levelName(Project.Level level) {
            return switch (level) {
                case PROVINCE -> Text.of("省级", "Province");
                case CITY -> Text.of("市级", "City");
                case ZONE -> Text.of("区级", "Zone");
            };
        }

        private static Text stageName(Project.Stage stage) {
            return switch (stage) {
                case PREPARING -> Text.of("前期", "In preparation");
                case IMPLEMENTING -> Text.of("在建", "In implementation");
                case COMPLETED -> Text.of("竣工投产", "Completed");
            };
        }
    }

    @GetMapping("/projects")
    @Operation(summary = "Key projects by level, cluster and stage, with the year's plan and what is done of it")
    Page<Row> list(
            @RequestParam(required = false) Project.@Nullable Level level,
            @RequestParam(required = false) @Nullable String cluster,
            @RequestParam(required = false) Project.@Nullable Stage stage,
            Paging paging) {
        Page<Project> page = projects.page(level, cluster, stage, paging);
        return Page.of(page.items().stream().map(Row::of).toList(), paging, page.total());
    }
}
