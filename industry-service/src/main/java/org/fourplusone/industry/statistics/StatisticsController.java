package org.fourplusone.industry.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.web.Accepted;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Statistics")
class StatisticsController {

    private final PublishedTables tables;
    private final GroupNames names;

    StatisticsController(PublishedTables tables, GroupNames names) {
        this.tables = tables;
        this.names = names;
    }

    @GetMapping(
            path = "/statistics",
            produces = {MediaType.APPLICATION_JSON_VALUE, Download.CSV, Download.XLSX})
    @Operation(
            summary = "A measure by a published combination, with growth, contribution and pull",
            description = "by: cluster,month; cluster,quarter; cluster,year; cluster,sizeClass,quarter; segment,year;"
                    + " industry,year. Others are refused with those. form: single or cumulative. vintage: of those"
                    + " published, the newest unless asked otherwise. cluster, sizeClass, segment, industry: only rows of these"
                    + " groups, as far as the table is cut by them. JSON, CSV or XLSX by Accept.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = Answer.class)),
                                @Content(mediaType = Download.CSV),
                                @Content(mediaType = Download.XLSX)
                            }))
    ResponseEntity<?> table(
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String growth,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable String vintage,
            @RequestParam(required = false) @Nullable String cluster,
            @RequestParam(required = false) @Nullable String sizeClass,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String industry,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
        Question question = Question.of(new Question.Words(measure, by, from, to, growth, form, vintage));
        Narrowing only =
                Narrowing.of(question.combination(), new Narrowing.Words(cluster, sizeClass, segment, industry), names);
        Answer answer = only.of(tables.answer(question));
        String name = "statistics-" + question.measure().code() + "-"
                + question.combination().by().replace(',', '-');
        return switch (Accepted.of(accept, MediaType.APPLICATION_JSON_VALUE, Download.CSV, Download.XLSX)) {
            case Download.CSV -> Download.csv(name + ".csv", TableFiles.csv(answer, Language.current()));
            case Download.XLSX -> Download.xlsx(name + ".xlsx", TableFiles.xlsx(answer, Language.current()));
            default ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
        };
    }
}
