package org.fourplusone.policy.rule;

import java.util.List;

/** What a fact is compared with. */
public sealed interface Operand {

    record Literal(FactValue value) implements Operand {}

    record Listed(List<FactValue> values) implements Operand {}

    /** {@code $POLICY_YEAR}, the Asia/Shanghai year of the date that is judged. */
    record PolicyYear() implements Operand {}

    /** Another fact of the same enterprise or record, written {@code $key}. */
    record Other(FactDefinition fact) implements Operand {}
}
