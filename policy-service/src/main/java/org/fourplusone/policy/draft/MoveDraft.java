package org.fourplusone.policy.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.Items;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Moves drafts from hand to hand; each step is one transaction with its audit record. */
@Service
class MoveDraft {

    private final Drafts drafts;
    private final Items items;
    private final ItemVersions versions;
    private final PublishItem publishItem;
    private final PublishPackage publishPackage;
    private final AuditLog audit;
    private final Clock clock;

    MoveDraft(
            Drafts drafts,
            Items items,
            ItemVersions versions,
            PublishItem publishItem,
            PublishPackage publishPackage,
            AuditLog audit,
            Clock clock) {
        this.drafts = drafts;
        this.items = items;
        this.versions = versions;
        this.publishItem = publishItem;
        this.publishPackage = publishPackage;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void submit(Draft draft, FairCompetition review, Caller by) {
        draft.require(DraftMove.SUBMIT);
        List<FieldProblem> faults = new ArrayList<>();
        if (review.reviewedOn().isAfter(LocalDate.now(clock))) {
            faults.add(new FieldProblem("fairCompetition.reviewedOn", "NOT_AFTER_TODAY"));
        }
        if (review.validTo().isBefore(review.validFrom())) {
            faults.add(new FieldProblem(
                    "fairCompetition.validTo", "NOT_BEFORE", review.validFrom().toString()));
        }
        if (review.validTo().isBefore(review.reviewedOn())) {
            faults.add(new FieldProblem(
                    "fairCompetition.validTo", "NOT_BEFORE", review.reviewedOn().toString()));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        drafts.submitted(draft, review, by.username());
        audit.record(draft.id(), "DRAFT_SUBMITTED", null, review);
    }

    @Transactional
    public void giveBack(Draft draft, String reason) {
        draft.require(DraftMove.RETURN);
        drafts.returned(draft, reason);
        audit.record(draft.id(), "DRAFT_RETURNED", draft.review(), Map.of("reason", reason));
    }

    @Transactional
    public void discard(Draft draft) {
        draft.require(DraftMove.DISCARD);
        drafts.discarded(draft);
        audit.record(draft.id(), "DRAFT_DISCARDED", Map.of("state", draft.state()), null);
    }

    /**
     * Publishes what was submitted.
     *
     * @param from after today
     * @param to the last day, or null; an item only
     * @throws Problem 409 SAME_PERSON, ILLEGAL_MOVE, REVIEW_NOT_COVERING, BASE_CHANGED or OVERLAPS; 400 for dates
     */
    @Transactional
    public void publish(Draft read, LocalDate from, @Nullable LocalDate to, Caller by) {
        // One publication at a time; what was read before waiting may be old.
        versions.nextStamp();
        Draft draft = drafts.require(read.id());
        if (draft.version() != read.version()) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        draft.require(DraftMove.PUBLISH);
        if (draft.hands().contains(by.username())) {
            throw Problem.of(HttpStatus.CONFLICT, "SAME_PERSON");
        }
        checkDates(from, to);
        FairCompetition review = draft.review();
        if (review == null || !review.covers(from)) {
            throw Problem.of(HttpStatus.CONFLICT, "REVIEW_NOT_COVERING", String.valueOf(from))
                    .with("validFrom", review == null ? null : review.validFrom())
                    .with("validTo", review == null ? null : review.validTo());
        }
        int version = draft.kind() == Draft.Kind.ITEM
                ? publishItem.publish(draft, from, to)
                : publishPackage.publish(draft, from, to);
        drafts.published(draft, version, from, by.username());
        audit.record(
                draft.id(),
                "DRAFT_PUBLISHED",
                Map.of("state", draft.state()),
                Map.of("version", version, "inForceFrom", from, "content", draft.content()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                items.refresh();
            }
        });
    }

    private void checkDates(LocalDate from, @Nullable LocalDate to) {
        List<FieldProblem> faults = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (!from.isAfter(today)) {
            faults.add(new FieldProblem("inForceFrom", "AFTER", today.toString()));
        }
        if (from.isAfter(today.plusYears(5))) {
            faults.add(new FieldProblem(
                    "inForceFrom", "NOT_AFTER", today.plusYears(5).toString()));
        }
        if (to != null && to.isBefore(from)) {
            faults.add(new FieldProblem("inForceTo", "NOT_BEFORE", from.toString()));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
