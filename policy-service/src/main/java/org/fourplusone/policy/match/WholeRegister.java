package org.fourplusone.policy.match;

import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Register;
import org.fourplusone.policy.register.RegisterFeed;
import org.fourplusone.starter.money.Money;
import org.springframework.stereotype.Component;

/** Judges the whole register. */
@Component
public class WholeRegister {

    private final Items items;
    private final Register register;
    private final RegisterFeed feed;

    WholeRegister(Items items, Register register, RegisterFeed feed) {
        this.items = items;
        this.register = register;
        this.feed = feed;
    }

    /**
     * Judges every enterprise against these items, which need not be published.
     *
     * @param asOf the date to speak for; its year is the policy year
     * @param provenOnly takes what an enterprise merely declares as unknown
     * @throws org.fourplusone.starter.problem.Problem 503 if there has never been a full register
     */
    public RegisterRun run(List<Item> items, LocalDate asOf, boolean provenOnly) {
        RegisterFeed.Freshness freshness = feed.catchUp();
        long cursor = register.cursor();
        List<Enterprise> enterprises = register.all();
        List<ItemRun> runs = items.stream()
                .map(item -> new ItemRun(item, enterprises.size()))
                .toList();
        for (int row = 0; row < enterprises.size(); row++) {
            Judge judge = new Judge(
                    this.items, enterprises.get(row).view(asOf.getYear(), provenOnly, this.items.dictionary()));
            for (ItemRun run : runs) {
                Judgement judged = judge.judge(run.item());
                Money high = judged.award().high();
                run.set(
                        row,
                        judged.verdict(),
                        judged.award().low().fen(),
                        high == null ? ItemRun.UNBOUNDED : high.fen());
            }
        }
        return new RegisterRun(asOf, cursor, freshness.stale(), freshness.asOf(), enterprises, runs);
    }

    /** One enterprise in all detail, as the run judged it. */
    Judgement judge(Enterprise enterprise, Item item, LocalDate asOf, boolean provenOnly) {
        return new Judge(items, enterprise.view(asOf.getYear(), provenOnly, items.dictionary())).judge(item);
    }
}
