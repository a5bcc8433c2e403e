package org.fourplusone.industry.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.enterprise.Closures.Closure;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.FormerNames;
import org.fourplusone.industry.fact.Fact;
import org.fourplusone.industry.fact.FactForms;
import org.fourplusone.industry.project.ProjectFile;
import org.fourplusone.industry.report.Report;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole sample register, drawn from a seed: the same seed and month give the same register, byte for byte. Nothing
 * in it is real, and every enterprise's name says 示例.
 */
final class SampleRegister {

    static final long SEED = 20190041L;

    private final long seed;
    private final YearMonth last;
    private final Instant now;
    private final Firms firms;
    private final NamedFirms named;
    private final PastNames past;
    private final FirmFacts facts;
    private final FirmReports reports;
    private final FactForms forms;

    /** @param today the policy year is its year; the newest reports are of the month before */
    SampleRegister(long seed, LocalDate today, Instant now, FactForms forms, JsonMapper json) {
        SampleTables tables = new SampleTables();
        this.seed = seed;
        this.last = YearMonth.from(today).minusMonths(1);
        this.now = now;
        this.forms = forms;
        this.firms = new Firms(seed, today.getYear(), tables);
        this.named = new NamedFirms(json, today.getYear());
        this.past = new PastNames(seed, today);
        this.facts = new FirmFacts(seed, today.getYear(), tables, forms, now);
        this.reports = new FirmReports(seed, last);
    }

    YearMonth lastMonth() {
        return last;
    }

    /** Takes the register in portions; facts and reports belong to the enterprises of the same portion. */
    interface Taker {

        void enterprises(List<Enterprise> enterprises);

        void formerNames(List<FormerNames.Row> names);

        void closures(List<Closure> closures);

        void facts(String creditCode, long changeNumber, List<Fact> facts);

        void reports(List<Report> reports);

        void projects(List<ProjectFile> projects);

        void portionDone(int enterprises);
    }

    void deliver(Taker taker, int portion) {
        List<Firm> owners = new ArrayList<>();
        for (int from = 1; from <= Group.total(); from += portion) {
            int to = Math.min(from + portion - 1, Group.total());
            List<Firm> drawn = new ArrayList<>();
            for (int number = from; number <= to; number++) {
                int one = number;
                drawn.add(named.firm(number).orElseGet(() -> firms.draw(one)));
            }
            taker.enterprises(drawn.stream().map(Firm::enterprise).toList());
            taker.formerNames(past.names(drawn));
            taker.closures(past.closures(drawn, owners.isEmpty() ? drawn : owners));
            List<Report> monthly = new ArrayList<>();
            for (Firm firm : drawn) {
                taker.facts(firm.enterprise().creditCode(), firm.number(), facts(firm));
                if (firm.group() == Group.ABOVE_SCALE) {
                    owners.add(firm);
                    monthly.addAll(reports.draw(firm));
                }
            }
            taker.reports(monthly);
            taker.portionDone(to);
        }
        taker.projects(KeyProjects.draw(seed, last, owners));
    }

    private List<Fact> facts(Firm firm) {
        return named.firm(firm.number()).isPresent() ? named.facts(firm, forms, now) : facts.draw(firm);
    }
}
