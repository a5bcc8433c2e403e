package org.fourplusone.policy.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.policy.diff.Words;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.text.Text;

/** How to read the figures of a simulation, in words. */
final class Notes {

    private Notes() {}

    static List<Text> of(
            Plan plan, boolean unbounded, boolean lawful, int touched, boolean stale, Instant registerAsOf) {
        List<Text> notes = new ArrayList<>();
        notes.add(Text.of(
                "金额按每家企业对每一条分别申报相加：必需为符合条件者的最低额之和，可能为符合条件和尚不能判定者的最高额之和；未扣除同类就高、补差和企业年度上限。",
                "Costs are sums as if every enterprise filed for every item: certain adds the least amounts of the eligible,"
                        + " possible the most of the eligible and the undetermined; exclusive groups and the yearly cap of an"
                        + " enterprise are not deducted."));
        if (plan.isProvenOnly()) {
            notes.add(Text.of("企业自行填报而未经核实的事实按未知处理。", "What an enterprise merely declares counts as unknown."));
        }
        List<String> missing = Arrays.stream(ProgrammeLine.values())
                .filter(line -> !plan.free().containsKey(line))
                .map(Enum::name)
                .toList();
        if (!missing.isEmpty()) {
            Text names = Words.list(missing);
            notes.add(Text.of(
                    "未给出下列资金用途的可用额度，因此未作比较：" + names.zh() + "。",
                    "No free money was given for these programme lines, so nothing is compared there: " + names.en()
                            + "."));
        }
        if (unbounded) {
            notes.add(Text.of(
                    "有的金额没有上限（基数未知且条目未设上限），可能的支出不作合计。",
                    "Some amounts have no upper bound (base unknown, no cap), so the possible cost is not added up."));
        }
        notes.add(
                lawful
                        ? Text.of(
                                "受影响企业的合法最优组合已另行计算，含同类就高、此前已享受和企业年度上限，不含资金用途的可用额度。",
                                "The best lawful combinations of the enterprises touched are computed beside it, with exclusive"
                                        + " groups, what was granted before and the yearly cap, without the lines' free money.")
                        : Text.of(
                                "受影响企业有" + touched + "家，超过" + RunSimulation.MOST_LAWFUL + "家，未计算合法最优组合。",
                                "The best lawful combinations were left out: " + touched
                                        + " enterprises are touched, more than " + RunSimulation.MOST_LAWFUL + "."));
        if (stale) {
            notes.add(Text.of(
                    "产业服务暂不可用，采用截至" + registerAsOf + "的企业库。",
                    "industry-service does not answer; the register of " + registerAsOf + " was used."));
        }
        return List.copyOf(notes);
    }
}
