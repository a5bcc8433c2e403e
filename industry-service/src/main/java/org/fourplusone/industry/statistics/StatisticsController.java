package org.fourplusone.industry.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fourplusone.starter.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Statistics")
class StatisticsController {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PublishedTables tables;
    private final GroupNames names;

    StatisticsController(PublishedTables tables, GroupNames names) {
        this.tables = tables;
        this.names = names;
    }

    @GetMapping(
            path = "/statistics",
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV, XLSX})
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
                                @Content(mediaType = CSV),
                                @Content(mediaType = XLSX)
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
        return switch (wanted(accept)) {
            case CSV -> file(question, CSV + ";charset=UTF-8", "csv", TableFiles.csv(answer, Language.current()));
            case XLSX -> file(question, XLSX, "xlsx", TableFiles.xlsx(answer, Language.current()));
            default ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
        };
    }

    /** The form that the caller likes best; JSON where all are alike. */
    private static String wanted(String accept) {
        List<MediaType> accepted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(accepted);
        for (MediaType type : accepted) {
            for (String form : List.of(MediaType.APPLICATION_JSON_VALUE, CSV, XLSX)) {
                if (type.includes(MediaType.parseMediaType(form))) {
                    return form;
                }
            }
        }
        return MediaType.APPLICATION_JSON_VALUE;
    }

    private static ResponseEntity<byte[]> file(Question question, String type, String extension, byte[] content) {
        String name = "statistics-" + question.measure().code() + "-"
                + question.combination().by().replace(',', '-') + "." + extension;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
