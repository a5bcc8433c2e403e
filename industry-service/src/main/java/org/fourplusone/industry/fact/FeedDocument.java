package org.fourplusone.industry.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.enterprise.Closures.Closure;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.SizeClass;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of the change feed: all that is known of one enterprise now.
 *
 * @param closedOn the first day on which it was no more; null while it is active
 * @param successor credit code of the enterprise that it was merged into
 * @param predecessors what was merged into it; it answers for their awards, which are among its own with {@code of}, and
 *     for what they owe: while one of them has an open recovery order, so has it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FeedDocument(
        long cursor,
        String creditCode,
        String name,
        @Nullable String cluster,
        @Nullable SizeClass sizeClass,
        Enterprise.Status status,
        @Nullable LocalDate closedOn,
        @Nullable String successor,
        List<String> predecessors,
        List<Line> facts,
        List<RecordLines> records,
        Collection<String> knownEmpty,
        List<AwardLine> awards) {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            String key, @Nullable String period, @Nullable Object value, String source, boolean verified) {}

    record RecordLines(String kind, String ref, List<Line> facts) {}

    record AwardLine(
            String filing,
            String item,
            int itemVersion,
            Money amount,
            Award.State state,
            LocalDate on,
            int year,
            List<String> claims,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String of) {}

    /** What a feed document is made of besides the entry itself. */
    record Sources(
            Map<String, List<Fact>> histories,
            Map<String, List<Award>> awards,
            Map<String, Closure> closures,
            Map<String, List<Closure>> predecessors) {}

    static FeedDocument of(Enterprise enterprise, Sources sources, FactDictionary dictionary) {
        String code = enterprise.creditCode();
        FactSheet sheet = FactSheet.of(enterprise, sources.histories().getOrDefault(code, List.of()));
        List<Closure> predecessors = sources.predecessors().getOrDefault(code, List.of());
        List<AwardLine> awards = new ArrayList<>(lines(sources.awards().get(code), null));
        predecessors.forEach(each -> awards.addAll(lines(sources.awards().get(each.creditCode()), each.creditCode())));
        List<Line> own = new ArrayList<>();
        Map<RecordRef, List<Line>> ofRecords = new LinkedHashMap<>();
        for (Fact fact : sheet.facts()) {
            Line line = new Line(
                    fact.key(),
                    fact.period(),
                    FactJson.value(dictionary.find(fact.key()), fact.value()),
                    fact.source(),
                    fact.verified());
            RecordRef record = fact.record();
            if (record == null) {
                own.add(line);
            } else {
                ofRecords.computeIfAbsent(record, key -> new ArrayList<>()).add(line);
            }
        }
        List<RecordLines> records = new ArrayList<>();
        ofRecords.forEach((record, lines) -> records.add(new RecordLines(record.kind(), record.ref(), lines)));
        if (predecessors.stream().anyMatch(each -> owes(sources.histories().get(each.creditCode())))) {
            own.removeIf(line -> line.key().equals(RecordRecoveryOrder.FACT));
            own.add(new Line(RecordRecoveryOrder.FACT, null, true, "DEPARTMENT", true));
        }
        Closure closure = sources.closures().get(code);
        return new FeedDocument(
                enterprise.changeNumber(),
                enterprise.creditCode(),
                enterprise.name(),
                enterprise.cluster(),
                enterprise.sizeClass(),
                enterprise.status(),
                closure == null ? null : closure.on(),
                closure == null ? null : closure.successor(),
                predecessors.stream().map(Closure::creditCode).toList(),
                own,
                records,
                sheet.knownEmpty(),
                awards);
    }

    /** Whether an enterprise's newest word on it is an open recovery order. */
    private static boolean owes(@Nullable List<Fact> history) {
        boolean owes = false;
        for (Fact fact : history == null ? List.<Fact>of() : history) {
            if (fact.key().equals(RecordRecoveryOrder.FACT)) {
                owes = "true".equals(fact.value());
            }
        }
        return owes;
    }

    private static List<AwardLine> lines(@Nullable List<Award> awards, @Nullable String of) {
        return awards == null
                ? List.of()
                : awards.stream().map(award -> line(award, of)).toList();
    }

    private static AwardLine line(Award award, @Nullable String of) {
        return new AwardLine(
                award.filing(),
                award.item(),
                award.itemVersion(),
                award.amount(),
                award.state(),
                award.on(),
                award.year(),
                award.claims(),
                of);
    }
}
