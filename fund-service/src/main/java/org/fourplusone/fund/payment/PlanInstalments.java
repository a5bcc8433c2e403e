package org.fourplusone.fund.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.fund.filing.Assessment;
import org.fourplusone.fund.filing.Assessments;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingConfirmed;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.starter.money.LargestRemainder;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans the instalments of a confirmed award by the schedule that was frozen with its assessment. */
@Component
class PlanInstalments {
    private final Assessments assessments;
    private final Instalments instalments;
    private final Clock clock;

    PlanInstalments(Assessments assessments, Instalments instalments, Clock clock) {
        this.assessments = assessments;
        this.instalments = instalments;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingConfirmed confirmed) {
        Filing filing = confirmed.filing();
        int position = 1;
        for (Part part : parts(filing.award(), assessments.payoutOf(filing.id()).instalments())) {
            instalments.add(Instalment.planned(
                    CaseId.next(clock),
                    filing.id(),
                    position++,
                    part.amount(),
                    part.trigger(),
                    part.fact(),
                    part.papers()));
        }
    }

    record Part(Money amount, Trigger trigger, @Nullable String fact, List<String> papers) {}

    /**
     * The parts of an award, adding up to it: by the schedule's shares, or by the stages' amounts where a stage has one.
     * Stages that earn nothing have no instalment; without a schedule all is paid at once.
     */
    static List<Part> parts(Money award, @Nullable List<Assessment.Part> schedule) {
        List<Assessment.Part> earning = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        for (Assessment.Part part : schedule == null ? List.<Assessment.Part>of() : schedule) {
            BigDecimal weight = weight(part);
            if (weight.signum() > 0) {
                earning.add(part);
                weights.add(weight);
            }
        }
        if (earning.isEmpty()) {
            return List.of(new Part(award, Trigger.APPROVED, null, List.of()));
        }
        List<Money> amounts = LargestRemainder.split(award, weights);
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < earning.size(); index++) {
            Assessment.Part part = earning.get(index);
            if (amounts.get(index).isPositive()) {
                parts.add(new Part(
                        amounts.get(index),
                        Trigger.valueOf(part.trigger()),
                        part.fact(),
                        part.documents() == null ? List.of() : part.documents()));
            }
        }
        return parts;
    }

    private static BigDecimal weight(Assessment.Part part) {
        if (part.share() != null) {
            return new BigDecimal(part.share());
        }
        return part.amount() == null ? BigDecimal.ZERO : part.amount().yuan();
    }
}
