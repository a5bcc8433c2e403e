package org.fourplusone.fund.filing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.JsonNode;

/** industry-service's register: who an enterprise is, and its facts. */
@FeignClient(name = "industry-service", contextId = "industryRegister", path = "/api/industry")
interface IndustryRegister {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Enterprise(
            String creditCode, String name, @Nullable String cluster) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Record(String kind, String ref) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fact(
            String key,
            @Nullable String period,
            JsonNode value,
            @Nullable Record record,
            @Nullable Boolean verified) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Facts(@Nullable List<Fact> facts) {}

    /** A fact as it is written. */
    record Statement(
            String key,
            @Nullable String period,
            JsonNode value,
            @Nullable Record record) {}

    record Statements(List<Statement> facts) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Word(
            String key, @Nullable String subject, @Nullable String period) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Dictionary(List<Word> facts) {}

    @GetMapping("/enterprises/{creditCode}")
    Enterprise enterprise(@PathVariable("creditCode") String creditCode);

    @GetMapping("/facts/dictionary")
    Dictionary dictionary();

    @GetMapping("/enterprises/{creditCode}/facts")
    ResponseEntity<Facts> facts(@PathVariable("creditCode") String creditCode);

    /** Written with the caller's own token: self-declared for an enterprise, verified for an officer. */
    @PutMapping("/enterprises/{creditCode}/facts")
    void write(
            @PathVariable("creditCode") String creditCode,
            @RequestHeader("If-Match") String version,
            @RequestBody Statements statements);
}
