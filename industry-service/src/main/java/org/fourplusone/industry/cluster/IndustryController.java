package org.fourplusone.industry.cluster;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clusters")
class IndustryController {

    private final Industries industries;
    private final Taxonomies taxonomies;
    private final Clock clock;

    IndustryController(Industries industries, Taxonomies taxonomies, Clock clock) {
        this.industries = industries;
        this.taxonomies = taxonomies;
        this.clock = clock;
    }

    /** An industry with the clusters that it counts to. */
    record Listed(String code, Text name, @Nullable Text divisionName, List<Taxonomies.Belonging> clusters) {}

    /**
     * @param classes those of GB/T 4754-2017 that the project uses, not all of the standard
     * @param divisions all 97
     */
    record Listing(String standard, LocalDate asOf, List<Listed> classes, List<Industries.Industry> divisions) {}

    @GetMapping("/industries")
    @Operation(
            summary =
                    "Industry classes of GB/T 4754-2017 that the register uses, with the clusters they count to on a day",
            description = "A class that is not listed is taken in entries as well, and shown without a name.")
    Listing list(@RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        return new Listing(
                "GB/T 4754-2017",
                day,
                industries.classes().stream()
                        .map(each -> new Listed(
                                each.code(),
                                each.name(),
                                industries.nameOf(each.code().substring(0, 2)),
                                taxonomies.belonging(each.code(), null, day)))
                        .toList(),
                industries.divisions());
    }
}
