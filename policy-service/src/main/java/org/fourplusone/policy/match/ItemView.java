package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One item of a match answer.
 *
 * @param record the record that the verdict speaks of, or null
 * @param records each record's own judgement, where the item is judged by records
 * @param estimate null where the item is INELIGIBLE
 */
record ItemView(
        String code,
        int version,
        Text title,
        int article,
        Item.Track track,
        Item.ProgrammeLine line,
        boolean illustrative,
        Verdict verdict,
        List<ClauseView> clauses,
        @Nullable String record,
        @Nullable List<RecordView> records,
        @Nullable Estimate estimate,
        @Nullable NearMissView nearMiss,
        List<Item.Document> documents) {

    record RecordView(
            String ref,
            Verdict verdict,
            List<ClauseView> clauses,
            @Nullable Estimate estimate) {}

    /**
     * What it would pay.
     *
     * @param amount exact, or null if facts are missing: then from {@code low} to {@code high}
     * @param atMost true if {@code high} is the item's ceiling and no estimate
     * @param basis the formula in words
     * @param missing the facts that would make it exact
     * @param deducted what was paid before in the same group
     */
    record Estimate(
            @Nullable Money amount,
            @Nullable Money low,
            @Nullable Money high,
            @Nullable Boolean atMost,
            Text basis,
            @Nullable List<String> missing,
            @Nullable Money deducted) {}

    record NearMissView(
            List<ChangeView> changes,
            @Nullable Money wouldEarn,
            @Nullable Money wouldEarnAtMost) {}

    record ChangeView(
            String fact,
            Text name,
            @Nullable Object from,
            Object to,
            Text fromText,
            Text toText,
            Text text,
            Text clause) {}

    static ItemView of(ItemMatch match) {
        Judgement judged = match.judged();
        Item item = judged.item();
        Judgement.OfRecord best = judged.best();
        NearMiss nearMiss = match.nearMiss();
        List<RecordView> records = new ArrayList<>();
        List<ClauseView> clauses = List.of();
        for (int i = 0; i < judged.records().size(); i++) {
            Judgement.OfRecord each = judged.records().get(i);
            List<ClauseView> own = ClauseView.of(match.clauses().get(i), item, each);
            clauses = each == best ? own : clauses;
            if (each.ref() != null && item.record() != null) {
                records.add(new RecordView(
                        each.ref(), each.verdict(), own, estimate(item, each.verdict(), each::award, each)));
            }
        }
        return new ItemView(
                item.code(),
                item.version(),
                item.title(),
                item.article(),
                item.track(),
                item.line(),
                item.illustrative(),
                judged.verdict(),
                clauses,
                best.ref(),
                records.isEmpty() ? null : records,
                estimate(item, judged.verdict(), judged::award, best),
                nearMiss == null ? null : nearMiss(nearMiss, best.facts().policyYear()),
                item.documents());
    }

    static @Nullable Estimate estimate(Item item, Verdict verdict, Supplier<Award> amount, Judgement.OfRecord judged) {
        if (verdict == Verdict.INELIGIBLE) {
            return null;
        }
        Award award = amount.get();
        Money paid = judged.standing().paid();
        List<String> missing = item.formula().facts().stream()
                .filter(fact -> isMissing(fact, item, judged.facts()))
                .map(FactDefinition::key)
                .toList();
        boolean exact = award.isExact();
        return new Estimate(
                exact ? award.low() : null,
                exact ? null : award.low(),
                exact ? null : award.high(),
                !exact && award.atMost() ? true : null,
                item.formula().sentence(),
                exact || missing.isEmpty() ? null : missing,
                paid.isZero() ? null : paid);
    }

    private static boolean isMissing(FactDefinition fact, Item item, Facts facts) {
        return facts.see(fact) instanceof Seen.Unknown
                && item.leaves().stream().noneMatch(leaf -> fact.equals(leaf.planned()));
    }

    private static NearMissView nearMiss(NearMiss miss, int year) {
        Award award = miss.award();
        return new NearMissView(
                miss.changes().stream().map(change -> change(change, year)).toList(),
                award.isExact() ? award.low() : null,
                award.isExact() ? null : award.high());
    }

    private static ChangeView change(NearMiss.Change change, int year) {
        FactDefinition fact = change.fact();
        Text name = Wording.name(fact, year);
        Text to = Wording.value(fact, change.to());
        Text from = Wording.seen(fact, change.from());
        boolean known = change.from() instanceof Seen.Known;
        return new ChangeView(
                fact.key(),
                name,
                change.from() instanceof Seen.Known value ? value.value().json() : null,
                change.to().json(),
                from,
                to,
                known
                        ? Text.of(
                                name.zh() + "：由" + from.zh() + "变为" + to.zh(),
                                name.en() + ": from " + from.en() + " to " + to.en())
                        : Text.of(name.zh() + "：须为" + to.zh(), name.en() + ": must be " + to.en()),
                change.clause());
    }
}
