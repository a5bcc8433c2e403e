package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fourplusone.fund.call.Call;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Pulls a confirmed list: opens a filing for each enterprise in it, by credit code, a bounded number in one call. Whatever
 * happens between two of them, a further call goes on where this one stopped: the settled ones are those at the front.
 */
@Component
class PullEntitlements {
    private static final int PAGE = 200;

    private final PolicyEntitlements policy;
    private final OpenEntitled opening;
    private final EntitlementPulls pulls;
    private final Calls calls;
    private final Clock clock;
    private final int most;

    PullEntitlements(
            PolicyEntitlements policy,
            OpenEntitled opening,
            EntitlementPulls pulls,
            Calls calls,
            Clock clock,
            @Value("${suite.entitlements-a-call:50}") int most) {
        this.policy = policy;
        this.opening = opening;
        this.pulls = pulls;
        this.calls = calls;
        this.clock = clock;
        this.most = most;
    }

    /**
     * How far a list is pulled.
     *
     * @param total enterprises in it
     * @param opened filings opened
     * @param skipped enterprises for which none was opened, each with a reason
     * @param left still to do: ask again
     */
    record Progress(String run, String item, int itemVersion, int total, int opened, int skipped, int left) {}

    Progress progress(String id) {
        return progress(policy.run(id));
    }

    private Progress progress(PolicyEntitlements.Run run) {
        EntitlementPulls.Numbers numbers = pulls.numbers(run.id());
        int total = run.isConfirmed() ? run.counts().included() : 0;
        int left = Math.max(0, total - numbers.opened() - numbers.skipped());
        return new Progress(run.id(), run.item(), run.itemVersion(), total, numbers.opened(), numbers.skipped(), left);
    }

    /**
     * @throws Problem 404 for no such list; 409 {@code ENTITLEMENT_NOT_CONFIRMED}, {@code WINDOW_CLOSED},
     *     {@code ENTITLEMENT_OF_ANOTHER_VERSION}; 503 while policy-service is down. What was opened before that stays.
     */
    Progress pull(String id, Caller caller) {
        PolicyEntitlements.Run run = policy.run(id);
        if (!run.isConfirmed()) {
            throw Problem.of(HttpStatus.CONFLICT, "ENTITLEMENT_NOT_CONFIRMED", run.state())
                    .with("state", run.state());
        }
        Progress before = progress(run);
        if (before.left() == 0) {
            return before;
        }
        Call call = openCall(run);
        int page = (before.opened() + before.skipped()) / PAGE;
        int done = 0;
        List<PolicyEntitlements.Entitled> rows;
        do {
            rows = policy.enterprises(id, true, page++, PAGE).items();
            Set<String> settled = pulls.settled(
                    id,
                    rows.stream().map(PolicyEntitlements.Entitled::creditCode).toList());
            for (PolicyEntitlements.Entitled row : rows) {
                if (done < most && !settled.contains(row.creditCode())) {
                    opening.open(run, row, call, caller);
                    done++;
                }
            }
        } while (done < most && rows.size() == PAGE);
        return progress(run);
    }

    private Call openCall(PolicyEntitlements.Run run) {
        LocalDate today = LocalDate.now(clock);
        Call call = calls.ofItem(run.item(), today).stream()
                .filter(each -> each.year() == run.policyYear())
                .findFirst()
                .orElseThrow(() -> Problem.invalid(new FieldProblem("run", "NO_CALL", run.item())));
        DraftFiling.requireOpen(call, today);
        return call;
    }
}
