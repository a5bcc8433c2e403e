package org.fourplusone.industry.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.SizeClass;
import org.fourplusone.industry.fact.Fact;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.fourplusone.industry.fact.FactForms;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The three sample enterprises that have accounts: written out, not drawn, and rich in facts. */
final class NamedFirms {

    private final Contents contents;
    private final int policyYear;

    record Contents(String note, Map<String, String> common, List<Entry> firms) {}

    record Entry(
            int number,
            String name,
            String cluster,
            String industryCode,
            String street,
            String address,
            LocalDate established,
            int staff,
            long revenue,
            double growth,
            long assets,
            double exportShare,
            Map<String, String> facts,
            List<RecordEntry> records,
            List<String> knownEmpty) {}

    record RecordEntry(String kind, String ref, Map<String, String> facts) {}

    NamedFirms(JsonMapper json, int policyYear) {
        this.policyYear = policyYear;
        try (InputStream in = new ClassPathResource("sample/named.json").getInputStream()) {
            contents = json.readValue(in, Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Firm> firm(int number) {
        return entry(number).map(entry -> {
            SizeClass size = SizeClass.of(
                    entry.industryCode(),
                    (long) entry.staff(),
                    BigDecimal.valueOf(entry.revenue()),
                    BigDecimal.valueOf(entry.assets()));
            Enterprise enterprise = new Enterprise(
                    Firms.creditCode(number).value(),
                    entry.name(),
                    entry.cluster(),
                    entry.industryCode(),
                    size,
                    true,
                    entry.street(),
                    entry.address(),
                    entry.established(),
                    Enterprise.Status.ACTIVE,
                    true,
                    1,
                    1,
                    number);
            return new Firm(
                    number,
                    Group.ABOVE_SCALE,
                    enterprise,
                    entry.staff(),
                    entry.revenue(),
                    entry.growth(),
                    entry.assets(),
                    entry.exportShare());
        });
    }

    private Optional<Entry> entry(int number) {
        return contents.firms().stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }

    List<Fact> facts(Firm firm, FactForms forms, Instant now) {
        Entry entry = entry(firm.number()).orElseThrow();
        FactList list = new FactList(forms, policyYear, now);
        contents.common().forEach((key, value) -> list.add(key, null, value, true));
        list.add("ent.staffYearEnd", null, firm.staff(), true);
        list.add("ent.revenueYear", null, firm.revenue(), true);
        list.add("ent.assetsYearEnd", null, firm.assets(), true);
        entry.facts().forEach((key, value) -> list.add(key, null, dated(value), true));
        for (RecordEntry record : entry.records()) {
            RecordRef ref = new RecordRef(record.kind(), record.ref());
            record.facts().forEach((key, value) -> list.add(key, ref, dated(value), true));
        }
        entry.knownEmpty().forEach(list::none);
        return list.facts();
    }

    private String dated(String value) {
        return switch (value) {
            case "$Y" -> String.valueOf(policyYear);
            case "$Y-1" -> String.valueOf(policyYear - 1);
            case "$Y-2" -> String.valueOf(policyYear - 2);
            default -> value;
        };
    }
}
