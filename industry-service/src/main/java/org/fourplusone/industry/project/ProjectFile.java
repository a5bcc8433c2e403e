package org.fourplusone.industry.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A key project with its months and its team.
 *
 * @param milestones months of the plan year in order; empty where only the year is known
 * @param team in the order of its posts
 * @param version of this entry, from 1
 */
public record ProjectFile(Project project, List<Milestone> milestones, List<Member> team, long version) {

    /**
     * One month.
     *
     * @param month such as {@code 2026-10}
     * @param done null while nothing is reported for it
     */
    public record Milestone(
            String month, Money plan, @Nullable Money done) {

        boolean isReported() {
            return done != null;
        }
    }

    /**
     * The posts of the service team. The account of 2024 names it "1+1+N" and lists a leader of county rank, a helping
     * department, a service specialist and N departments that approve what the project needs.
     */
    public enum Post {
        LEADER("县级领导", "Leader"),
        DEPARTMENT("帮包部门", "Helping department"),
        SPECIALIST("服务专员", "Service specialist"),
        APPROVAL("要素审批部门", "Approving department");

        private final Text text;

        Post(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        Text text() {
            return text;
        }

        /** Whether a team has at most one of it. */
        boolean isSingle() {
            return this != APPROVAL;
        }
    }

    /** A member of the team; {@code contact} is personal data and shown to officers alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            Post post,
            String name,
            @Nullable String office,
            @Nullable String contact) {}
}
