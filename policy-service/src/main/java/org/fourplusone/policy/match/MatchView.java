package org.fourplusone.policy.match;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.combination.Combination;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.item.Item.Stacking;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.AwardEntry;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A match answer.
 *
 * @param asOf the date it speaks for
 * @param stale true if industry-service was down and the last good register answered
 * @param registerAsOf when the register was last current; null for facts in the request
 */
record MatchView(
        EnterpriseView enterprise,
        LocalDate asOf,
        int policyYear,
        boolean illustrative,
        @Nullable Boolean stale,
        @Nullable Instant registerAsOf,
        List<ItemView> items,
        CombinationView combination) {

    record EnterpriseView(
            @Nullable String creditCode,
            @Nullable String name,
            @Nullable String cluster,
            @Nullable String sizeClass) {}

    /**
     * @param capLeft what the yearly cap of the enterprise leaves
     * @param linesIgnored true if no free money was given: then the lines do not limit the choice
     * @param proven true if no lawful combination pays more
     */
    record CombinationView(
            Money total,
            List<ChosenView> chosen,
            List<LeftView> left,
            Money yearCap,
            Money capLeft,
            boolean linesIgnored,
            boolean proven) {}

    record ChosenView(String code, Money amount, @Nullable String record) {}

    /** @param why a stable code for the reason */
    record LeftView(String code, Text reason, String why) {}

    static MatchView of(
            Enterprise.View view,
            Items items,
            LocalDate asOf,
            Map<ProgrammeLine, Money> free,
            EnterpriseView enterprise) {
        Judge judge = new Judge(items, view);
        List<Judgement> judgements =
                items.inForce(asOf).stream().map(judge::judge).toList();
        List<ItemView> views =
                judgements.stream().map(each -> ItemView.of(ItemMatch.of(each, view.own()))).toList();
        return new MatchView(
                enterprise,
                asOf,
                asOf.getYear(),
                judgements.stream().anyMatch(each -> each.item().illustrative()),
                null,
                null,
                views,
                combination(judgements, view, items.yearCap(), free));
    }

    MatchView asOf(boolean isStale, Instant register) {
        return new MatchView(
                enterprise, asOf, policyYear, illustrative, isStale ? true : null, register, items, combination);
    }

    static CombinationView combination(
            List<Judgement> judgements, Enterprise.View view, Money yearCap, Map<ProgrammeLine, Money> free) {
        Money granted = view.enterprise().awards().stream()
                .filter(award -> award.counts() && award.year() == view.policyYear())
                .map(AwardEntry::amount)
                .reduce(Money.ZERO, Money::plus);
        Money capLeft = yearCap.minus(granted).max(Money.ZERO);
        List<Combination.Option> options = new ArrayList<>();
        for (Judgement each : judgements) {
            options.addAll(options(each));
        }
        Combination.Choice choice = Combination.best(options, capLeft, free);
        List<ChosenView> chosen = choice.chosen().stream()
                .map(option -> new ChosenView(option.code(), option.amount(), option.ref()))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
        return new CombinationView(
                choice.total(),
                chosen,
                left(judgements, options, choice.chosen(), capLeft, free),
                yearCap,
                capLeft,
                free.isEmpty(),
                choice.proven());
    }

    private static List<Combination.Option> options(Judgement judged) {
        Item item = judged.item();
        if (judged.verdict() != Verdict.ELIGIBLE) {
            return List.of();
        }
        List<Combination.Option> options = new ArrayList<>();
        if (item.formula() instanceof SumOfItems) {
            Set<String> keys = new HashSet<>();
            judged.records().forEach(each -> keys.addAll(keys(item, each)));
            options.add(new Combination.Option(
                    item.code(), judged.best().ref(), judged.award().low(), item.line(), keys));
        } else {
            for (Judgement.OfRecord each : judged.records()) {
                if (each.verdict() == Verdict.ELIGIBLE) {
                    options.add(new Combination.Option(
                            item.code(), each.ref(), each.award().low(), item.line(), keys(item, each)));
                }
            }
        }
        return options;
    }

    private static Set<String> keys(Item item, Judgement.OfRecord judged) {
        Stacking stacking = item.stacking();
        String key = judged.standing().key();
        return stacking.group() == null || key == null ? Set.of() : Set.of(stacking.group() + "|" + key);
    }

    private static List<LeftView> left(
            List<Judgement> judgements,
            List<Combination.Option> options,
            List<Combination.Option> chosen,
            Money capLeft,
            Map<ProgrammeLine, Money> free) {
        Map<String, String> holders = new HashMap<>();
        Set<String> codes = new HashSet<>();
        Money total = Money.ZERO;
        Map<ProgrammeLine, Money> lines = new EnumMap<>(ProgrammeLine.class);
        for (Combination.Option option : chosen) {
            codes.add(option.code());
            option.keys().forEach(key -> holders.put(key, option.code()));
            total = total.plus(option.amount());
            lines.merge(option.line(), option.amount(), Money::plus);
        }
        List<LeftView> left = new ArrayList<>();
        for (Judgement judged : judgements) {
            String code = judged.item().code();
            if (codes.contains(code)) {
                continue;
            }
            if (judged.verdict() != Verdict.ELIGIBLE) {
                left.add(notEligible(judged));
                continue;
            }
            List<Combination.Option> own = options.stream()
                    .filter(option -> option.code().equals(code))
                    .toList();
            left.add(reason(judged.item(), own, holders, capLeft.minus(total), lines, free));
        }
        return left;
    }

    private static LeftView notEligible(Judgement judged) {
        String code = judged.item().code();
        if (judged.best().standing().open() == Truth.FALSE) {
            return new LeftView(code, Text.of("此前已享受，不重复支持", "Granted before; not granted twice"), "GRANTED_BEFORE");
        }
        return judged.verdict() == Verdict.UNDETERMINED
                ? new LeftView(code, Text.of("缺少事实，尚不能判定", "Facts are missing; undetermined"), "UNDETERMINED")
                : new LeftView(code, Text.of("不符合条件", "Not eligible"), "INELIGIBLE");
    }

    private static LeftView reason(
            Item item,
            List<Combination.Option> own,
            Map<String, String> holders,
            Money capLeft,
            Map<ProgrammeLine, Money> lines,
            Map<ProgrammeLine, Money> free) {
        for (Combination.Option option : own) {
            for (String key : option.keys()) {
                String holder = holders.get(key);
                if (holder != null) {
                    return new LeftView(
                            item.code(),
                            Text.of("与" + holder + "同组，就高不重复", "Same group as " + holder + ": the higher one only"),
                            "SAME_GROUP");
                }
            }
        }
        Money line = free.get(item.line());
        Money least =
                own.stream().map(Combination.Option::amount).reduce(Money::min).orElse(Money.ZERO);
        if (line != null && least.isMoreThan(line.minus(lines.getOrDefault(item.line(), Money.ZERO)))) {
            return new LeftView(
                    item.code(),
                    Text.of("该资金用途的可用额度不足", "The programme line has not enough free money"),
                    "LINE_EXHAUSTED");
        }
        return new LeftView(
                item.code(),
                Text.of("超出企业年度上限（余" + capLeft + "元）", "Beyond the enterprise's yearly cap (CNY " + capLeft + " left)"),
                "YEAR_CAP");
    }
}
