package org.fourplusone.starter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditChainTests {

    private static List<AuditRecord> chain(String... actions) {
        List<AuditRecord> records = new ArrayList<>();
        String previous = AuditChain.START;
        for (String action : actions) {
            AuditRecord next = sealed(records.size() + 1, action, "{\"amount\":\"1.00\"}", previous);
            records.add(next);
            previous = next.hash();
        }
        return records;
    }

    private static AuditRecord sealed(long sequence, String action, @Nullable String detail, String previous) {
        String after = detail == null ? null : AuditChain.sha256(detail);
        AuditRecord open = with(sequence, action, after, detail, previous, "");
        return with(sequence, action, after, detail, previous, AuditChain.hash(open));
    }

    private static AuditRecord with(
            long sequence,
            String action,
            @Nullable String after,
            @Nullable String detail,
            String previous,
            String hash) {
        return new AuditRecord(
                "case",
                sequence,
                Instant.parse("2026-11-21T01:02:03.000004Z"),
                "paula",
                "PAYER",
                action,
                null,
                after,
                detail,
                previous,
                hash);
    }

    @Test
    void acceptsAWholeChain() {
        List<AuditRecord> records = chain("submit", "accept", "approve");
        assertThat(AuditChain.firstBreak(records, records.get(2).hash())).isEmpty();
        assertThat(AuditChain.firstBreak(List.of(), AuditChain.START)).isEmpty();
    }

    @Test
    void findsAChangedByte() {
        List<AuditRecord> records = chain("submit", "accept", "approve");
        AuditRecord second = records.get(1);
        records.set(1, with(2, "accepT", second.afterHash(), second.detail(), second.previous(), second.hash()));
        assertThat(AuditChain.firstBreak(records, null))
                .hasValueSatisfying(what -> assertThat(what).contains("2"));
        records.set(1, with(2, "accept", second.afterHash(), "{}", second.previous(), second.hash()));
        assertThat(AuditChain.firstBreak(records, null)).isPresent();
    }

    @Test
    void findsWhatWasRemovedSwappedOrCutOff() {
        List<AuditRecord> records = chain("submit", "accept", "approve");
        String head = records.get(2).hash();
        assertThat(AuditChain.firstBreak(List.of(records.get(0), records.get(2)), head))
                .isPresent();
        assertThat(AuditChain.firstBreak(List.of(records.get(1), records.get(0), records.get(2)), head))
                .isPresent();
        assertThat(AuditChain.firstBreak(records.subList(0, 2), head)).isPresent();
    }

    @Test
    void findsAChainWrittenAnewByItsHead() {
        String head = chain("submit", "accept", "approve").get(2).hash();
        assertThat(AuditChain.firstBreak(chain("submit", "accept", "reject"), head))
                .isPresent();
    }

    @Test
    void fieldsCannotFlowIntoOneAnother() {
        AuditRecord one = with(1, "ab", "c", null, AuditChain.START, "");
        AuditRecord other = with(1, "a", "bc", null, AuditChain.START, "");
        assertThat(AuditChain.hash(one)).isNotEqualTo(AuditChain.hash(other));
    }
}
