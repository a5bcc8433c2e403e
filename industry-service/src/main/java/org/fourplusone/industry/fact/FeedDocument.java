package org.fourplusone.industry.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.SizeClass;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/** One line of the change feed: all that is known of one enterprise now. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FeedDocument(
        long cursor,
        String creditCode,
        String name,
        @Nullable String cluster,
        @Nullable SizeClass sizeClass,
        Enterprise.Status status,
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
            List<String> claims) {}

    static FeedDocument of(Enterprise enterprise, List<Fact> history, List<Award> awards, FactDictionary dictionary) {
        FactSheet sheet = FactSheet.of(enterprise, history);
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
        return new FeedDocument(
                enterprise.changeNumber(),
                enterprise.creditCode(),
                enterprise.name(),
                enterprise.cluster(),
                enterprise.sizeClass(),
                enterprise.status(),
                own,
                records,
                sheet.knownEmpty(),
                awards.stream().map(FeedDocument::line).toList());
    }

    private static AwardLine line(Award award) {
        return new AwardLine(
                award.filing(),
                award.item(),
                award.itemVersion(),
                award.amount(),
                award.state(),
                award.on(),
                award.year(),
                award.claims());
    }
}
