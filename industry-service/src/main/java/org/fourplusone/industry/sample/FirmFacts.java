package org.fourplusone.industry.sample;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.fact.Fact;
import org.fourplusone.industry.fact.FactForms;

/** Draws what is known of a sample enterprise: from the table where a fact stands alone, here where facts hang together. */
final class FirmFacts {

    private final long seed;
    private final int policyYear;
    private final SampleTables tables;
    private final FactForms forms;
    private final Instant now;
    private final FirmRecords records;

    FirmFacts(long seed, int policyYear, SampleTables tables, FactForms forms, Instant now) {
        this.seed = seed;
        this.policyYear = policyYear;
        this.tables = tables;
        this.forms = forms;
        this.now = now;
        this.records = new FirmRecords(policyYear, tables);
    }

    List<Fact> draw(Firm firm) {
        Draw draw = new Draw(seed + 1, firm.number());
        FactList list = new FactList(forms, policyYear, now);
        Map<String, String> drawn = new HashMap<>();
        for (SampleTables.FactRow row : tables.facts) {
            if (row.isAbout(firm.group(), firm.enterprise().cluster()) && draw.happens(row.known())) {
                String value = row.values().pick(draw);
                drawn.put(row.key(), value);
                boolean common = row.key().startsWith("credit.")
                        || row.key().startsWith("safety.")
                        || row.key().startsWith("fund.")
                        || row.key().endsWith("InZone");
                list.add(row.key(), null, value, common || draw.happens(firm.group().verified));
            }
        }
        listing(drawn, draw, list);
        people(firm, drawn, draw, list);
        if (drawn.containsKey("trade.boothCount") && draw.happens(0.94)) {
            int booths = Integer.parseInt(drawn.get("trade.boothCount"));
            list.add("trade.boothActualFee", null, booths * (double) draw.between(120, 420) * 100, true);
        }
        size(firm, draw, list);
        if (firm.isIndustry() && firm.group() != Group.PIPE_TRADER) {
            output(firm, draw, list);
        }
        research(firm, draw, list);
        boolean highTech = records.honours(firm, draw, list);
        if (firm.group() == Group.ABOVE_SCALE || draw.happens(0.25)) {
            list.add("cert.HNTE.valid", null, String.valueOf(highTech), true);
        }
        records.projectsAndLoans(firm, draw, list);
        records.leases(firm, draw, list);
        land(firm, list);
        return list.facts();
    }

    /** Land and tax, drawn by themselves; nobody knows them of one in twenty. */
    private void land(Firm firm, FactList list) {
        Draw draw = new Draw(seed + 5, firm.number());
        if (firm.group() == Group.ABOVE_SCALE && draw.happens(0.95)) {
            double perMu = draw.onLogScale(600_000, 9_000_000);
            list.add("ent.landAreaMu", null, Math.max(1, Math.round(firm.revenue() / perMu * 10) / 10.0), true);
            list.add("ent.taxPaidYear", null, Firms.hundreds(firm.revenue() * draw.between(0.012, 0.075)), true);
        }
    }

    private void listing(Map<String, String> drawn, Draw draw, FactList list) {
        if ("true".equals(drawn.get("listing.restructureDone"))) {
            list.add("listing.restructureYear", null, year(draw, 60), true);
            if (draw.happens(0.9)) {
                list.add("listing.intermediaryFee", null, Firms.hundreds(draw.onLogScale(80_000, 900_000)), true);
            }
        }
        String stage = drawn.get("listing.stage");
        if (stage != null && !stage.equals("[]") && draw.happens(0.92)) {
            list.add("listing.latestStageYear", null, year(draw, 60), true);
        }
        String tier = drawn.get("listing.neeqTier");
        if (tier != null && !tier.equals("NONE") && draw.happens(0.92)) {
            list.add("listing.neeqYear", null, year(draw, 55), true);
        }
    }

    /** The policy year in so many of a hundred cases, otherwise one of the three years before. */
    private String year(Draw draw, int now) {
        return String.valueOf(draw.happens(now / 100.0) ? policyYear : policyYear - draw.between(1, 3));
    }

    private static void people(Firm firm, Map<String, String> drawn, Draw draw, FactList list) {
        String months = drawn.get("talent.socialInsuranceMonths");
        if (months == null) {
            return;
        }
        boolean any = !months.equals("0");
        boolean verified = draw.happens(firm.group().verified);
        if (draw.happens(0.95)) {
            list.add("talent.doctorPersonYears", null, any ? draw.between(0, 6) / 2.0 : 0, verified);
            list.add("talent.masterPersonYears", null, any ? draw.between(0, 16) / 2.0 : 0, verified);
        }
        if (draw.happens(0.95)) {
            list.add("talent.maxGrantedYears", null, any ? draw.between(0, 3) : 0, verified);
        }
    }

    private static void size(Firm firm, Draw draw, FactList list) {
        boolean verified = draw.happens(firm.group().verified);
        list.add("ent.staffYearEnd", null, firm.staff(), verified);
        list.add("ent.revenueYear", null, firm.revenue(), verified);
        if (draw.happens(0.9)) {
            list.add("ent.assetsYearEnd", null, firm.assets(), verified);
        }
        boolean large = firm.group() == Group.ABOVE_SCALE;
        // Of one in twelve of the large ones too nobody knows what it once earned: its milestone is undetermined.
        if (large ? firm.number() % 12 != 0 : draw.happens(0.15)) {
            double highest = firm.previousRevenue() * draw.between(1.0, 1.12);
            list.add("ent.revenueHistoricMax", null, Firms.hundreds(highest), verified);
        }
        if (large) {
            list.add(
                    "stat.category", null, firm.isIndustry() ? "INDUSTRY" : firm.isTrade() ? "TRADE" : "SERVICE", true);
        } else if (draw.happens(0.15)) {
            list.add(
                    "stat.category",
                    null,
                    firm.isIndustry() ? "INDUSTRY" : firm.isTrade() ? "TRADE" : "SERVICE",
                    false);
        }
    }

    private static void output(Firm firm, Draw draw, FactList list) {
        if (!draw.happens(0.92)) {
            return;
        }
        boolean verified = draw.happens(firm.group().verified);
        long output = Firms.hundreds(firm.revenue() * draw.between(0.98, 1.05));
        long base = Firms.hundreds(output / (1 + firm.growth()));
        list.add("ent.outputYear", null, output, verified);
        list.add("ent.outputYoY", null, Math.round(10_000.0 * (output - base) / base) / 10_000.0, verified);
        list.add("ent.outputIncrement", null, output - base, verified);
        if (draw.happens(0.93)) {
            double quarter = draw.between(-0.12, 0.28);
            list.add("ent.outputQ1", null, Firms.hundreds(output * draw.between(0.2, 0.26)), verified);
            list.add("ent.outputQ1YoY", null, Math.round(10_000 * quarter) / 10_000.0, verified);
        }
    }

    private static void research(Firm firm, Draw draw, FactList list) {
        boolean large = firm.group() == Group.ABOVE_SCALE;
        if (!draw.happens(large ? 0.92 : firm.group() == Group.PIPE_MAKER ? 0.6 : 0.18)) {
            return;
        }
        boolean verified = draw.happens(firm.group().verified);
        boolean active = draw.happens(large ? 0.62 : 0.08);
        long expense = active ? Firms.hundreds(firm.revenue() * draw.onLogScale(0.008, 0.07)) : 0;
        list.add("rd.expenseYear", null, expense, verified);
        list.add("rd.ratio", null, Math.round(10_000.0 * expense / firm.revenue()) / 10_000.0, verified);
        list.add("rd.increment", null, Firms.hundreds(expense * draw.between(-0.2, 0.35)), verified);
        if (draw.happens(0.95)) {
            list.add("rd.zeroReport", null, String.valueOf(large && !active), true);
        }
    }
}
