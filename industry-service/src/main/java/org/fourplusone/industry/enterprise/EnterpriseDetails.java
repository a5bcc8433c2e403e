package org.fourplusone.industry.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fourplusone.industry.cluster.Industries;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.enterprise.Closures.Closure;
import org.fourplusone.industry.enterprise.EnterpriseEntry.Ending;
import org.fourplusone.industry.enterprise.EnterpriseEntry.Predecessor;
import org.springframework.stereotype.Component;

/** Gathers what the register tells of one enterprise. */
@Component
class EnterpriseDetails {

    private final Enterprises enterprises;
    private final FormerNames names;
    private final Closures closures;
    private final Taxonomies taxonomies;
    private final Industries industries;
    private final Clock clock;

    EnterpriseDetails(
            Enterprises enterprises,
            FormerNames names,
            Closures closures,
            Taxonomies taxonomies,
            Industries industries,
            Clock clock) {
        this.enterprises = enterprises;
        this.names = names;
        this.closures = closures;
        this.taxonomies = taxonomies;
        this.industries = industries;
        this.clock = clock;
    }

    EnterpriseEntry.Detail of(Enterprise enterprise) {
        CreditCode code = new CreditCode(enterprise.creditCode());
        List<Predecessor> predecessors = closures.predecessors(code.value()).stream()
                .map(merged -> new Predecessor(merged.creditCode(), name(merged.creditCode()), merged.on()))
                .toList();
        return new EnterpriseEntry.Detail(
                enterprise.creditCode(),
                enterprise.name(),
                enterprise.cluster(),
                taxonomies.nameOf(enterprise.cluster()),
                enterprise.sizeClass(),
                enterprise.industryCode(),
                IndustryCode.section(enterprise.industryCode()),
                industries.nameOf(enterprise.industryCode()),
                industries.nameOf(enterprise.industryCode().substring(0, 2)),
                enterprise.aboveScale(),
                enterprise.street(),
                enterprise.address(),
                enterprise.established(),
                enterprise.status(),
                enterprise.sample(),
                enterprise.version(),
                names.of(code),
                taxonomies.belonging(enterprise.industryCode(), enterprise.cluster(), LocalDate.now(clock)),
                closures.of(code).map(this::ending).orElse(null),
                predecessors);
    }

    private Ending ending(Closure closure) {
        String successor = closure.successor();
        return new Ending(
                closure.kind(), closure.on(), closure.reason(), successor, successor == null ? null : name(successor));
    }

    private String name(String creditCode) {
        return enterprises
                .find(new CreditCode(creditCode))
                .map(Enterprise::name)
                .orElse(Objects.requireNonNull(creditCode));
    }
}
