package org.fourplusone.policy.rule;

import java.util.Map;

/** The facts that a rule is judged on: those of an enterprise, and of one of its records where the item asks for one. */
public interface Facts {

    Seen see(FactDefinition fact);

    /** The Asia/Shanghai year that {@code $POLICY_YEAR} stands for; annual facts are those of this year. */
    int policyYear();

    /** These facts with some values replaced. */
    default Facts with(Map<FactDefinition, Seen> replaced) {
        Facts original = this;
        return new Facts() {
            @Override
            public Seen see(FactDefinition fact) {
                Seen seen = replaced.get(fact);
                return seen == null ? original.see(fact) : seen;
            }

            @Override
            public int policyYear() {
                return original.policyYear();
            }
        };
    }
}
