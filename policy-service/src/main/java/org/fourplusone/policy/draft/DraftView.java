package org.fourplusone.policy.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A draft as a person sees it.
 *
 * @param kind ITEM or PACKAGE
 * @param content the item as the item schema says, or the package
 * @param title in both languages only as asked for
 * @param hands who wrote or submitted it, and so may not publish it
 * @param sentences the conditions in words, with their clauses, the common ones first; none for a package
 * @param benefit what it would pay, in one sentence
 * @param faults pointers of what no longer fits the dictionary or the terms of today; empty if it can be published
 * @param preview what a package would change
 * @param actions the moves open to this person now
 * @param version the entity tag
 */
record DraftView(
        String id,
        Draft.Kind kind,
        @Nullable String code,
        @Nullable Long base,
        DraftMove.State state,
        Text title,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String submittedBy,
        @Nullable FairCompetition review,
        @Nullable String returned,
        @Nullable String publishedBy,
        @Nullable Integer publishedVersion,
        @Nullable LocalDate inForceFrom,
        List<String> hands,
        JsonNode content,
        List<SentenceView> sentences,
        @Nullable Text benefit,
        List<String> faults,
        @Nullable PackagePreview preview,
        List<String> actions,
        long version) {

    /** @param common whether all items share it */
    record SentenceView(Text clause, Text text, boolean common) {}

    /** A draft in the list. */
    record Listed(
            String id,
            Draft.Kind kind,
            @Nullable String code,
            @Nullable Long base,
            DraftMove.State state,
            Text title,
            String createdBy,
            Instant createdAt,
            Instant updatedAt,
            @Nullable String submittedBy,
            @Nullable String returned,
            @Nullable String publishedBy,
            @Nullable Integer publishedVersion,
            @Nullable LocalDate inForceFrom,
            long version) {

        static Listed of(Draft draft) {
            return new Listed(
                    draft.id(),
                    draft.kind(),
                    draft.code(),
                    draft.base(),
                    draft.state(),
                    draft.title(),
                    draft.createdBy(),
                    draft.createdAt(),
                    draft.updatedAt(),
                    draft.submittedBy(),
                    draft.returned(),
                    draft.publishedBy(),
                    draft.publishedVersion(),
                    draft.inForceFrom(),
                    draft.version());
        }
    }

    static DraftView of(
            Draft draft,
            @Nullable Item item,
            List<FieldProblem> faults,
            @Nullable PackagePreview preview,
            int year,
            Caller caller) {
        return new DraftView(
                draft.id(),
                draft.kind(),
                draft.code(),
                draft.base(),
                draft.state(),
                draft.title(),
                draft.createdBy(),
                draft.createdAt(),
                draft.updatedAt(),
                draft.submittedBy(),
                draft.review(),
                draft.returned(),
                draft.publishedBy(),
                draft.publishedVersion(),
                draft.inForceFrom(),
                draft.hands().stream().sorted().toList(),
                draft.content(),
                item == null ? List.of() : sentences(item, year),
                item == null ? null : item.formula().sentence(),
                faults.stream().map(FieldProblem::field).toList(),
                preview,
                draft.actions(caller),
                draft.version());
    }

    static List<SentenceView> sentences(Item item, int year) {
        return item.leaves().stream()
                .map(leaf -> new SentenceView(leaf.clause(), Wording.sentence(leaf, year), leaf.common()))
                .toList();
    }
}
