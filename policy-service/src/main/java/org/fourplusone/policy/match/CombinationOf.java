package org.fourplusone.policy.match;

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
import org.fourplusone.policy.match.MatchView.ChosenView;
import org.fourplusone.policy.match.MatchView.CombinationView;
import org.fourplusone.policy.match.MatchView.LeftView;
import org.fourplusone.policy.register.AwardEntry;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;

/** The best lawful combination of what was judged, and why each other item is left. */
final class CombinationOf {

    private static final Text GRANTED = Text.of("此前已享受，不重复支持", "Granted before; not granted twice");
    private static final Text UNDETERMINED = Text.of("缺少事实，尚不能判定", "Facts are missing; undetermined");
    private static final Text INELIGIBLE = Text.of("不符合条件", "Not eligible");

    private CombinationOf() {}

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
        if (judged.best().open() == Truth.FALSE) {
            return new LeftView(code, GRANTED, "GRANTED_BEFORE");
        }
        return judged.verdict() == Verdict.UNDETERMINED
                ? new LeftView(code, UNDETERMINED, "UNDETERMINED")
                : new LeftView(code, INELIGIBLE, "INELIGIBLE");
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
