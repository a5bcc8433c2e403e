package org.fourplusone.policy.draft;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.diff.Change;
import org.fourplusone.policy.diff.ItemDiff;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.Items;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The published versions of an item and what changed between them, for everybody. */
@RestController
@Tag(name = "Items")
class VersionsController {

    private static final String DRAFT = "draft:";
    private static final String[] OFFICERS = {
        "INTAKE", "REVIEWER", "EXPERT", "APPROVER", "PAYER", "RELEASER", "POLICY_EDITOR", "POLICY_PUBLISHER", "AUDITOR"
    };

    private final Items items;
    private final ItemVersions versions;
    private final Drafts drafts;
    private final Clock clock;

    VersionsController(Items items, ItemVersions versions, Drafts drafts, Clock clock) {
        this.items = items;
        this.versions = versions;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * @param state PUBLISHED (not yet in force), IN_FORCE or SUPERSEDED (no longer in force)
     * @param inForceTo the last day; absent while it is open
     */
    record VersionView(
            int version,
            String state,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            boolean illustrative) {

        static VersionView of(Item item, LocalDate today) {
            return new VersionView(
                    item.version(),
                    item.isInForce(today)
                            ? "IN_FORCE"
                            : today.isBefore(item.inForceFrom()) ? "PUBLISHED" : "SUPERSEDED",
                    item.inForceFrom(),
                    item.inForceTo(),
                    item.illustrative());
        }
    }

    /** @param content the item file of this version, as the item schema says */
    record WholeVersion(
            String code,
            VersionView version,
            Text title,
            Text benefit,
            List<DraftView.SentenceView> sentences,
            JsonNode content) {}

    /** @param to a version's number, or {@code draft:ID} */
    record Diff(String code, int from, String to, List<Change> changes) {}

    @GetMapping("/items/{code}/versions")
    @Operation(summary = "The published versions of an item, newest first")
    List<VersionView> versions(@PathVariable String code) {
        LocalDate today = LocalDate.now(clock);
        List<VersionView> all = items.versions(code).stream()
                .map(item -> VersionView.of(item, today))
                .toList();
        if (all.isEmpty()) {
            throw Problem.notFound();
        }
        return all;
    }

    @GetMapping("/items/{code}/versions/{version}")
    @Operation(summary = "One published version as it stands, with its conditions in words")
    WholeVersion version(@PathVariable String code, @PathVariable int version) {
        LocalDate today = LocalDate.now(clock);
        Item item = items.version(code, version);
        return new WholeVersion(
                code,
                VersionView.of(item, today),
                item.title(),
                item.formula().sentence(),
                DraftView.sentences(item, today.getYear()),
                side(item).content());
    }

    /**
     * What changed, clause by clause, in words.
     *
     * @param from a version; without it the one before {@code to}, for a draft the one that it shall replace
     * @param to a version, or {@code draft:ID} (officers only)
     */
    @GetMapping("/items/{code}/diff")
    @Operation(summary = "The differences between two versions, or a version and a draft, clause by clause")
    Diff diff(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam String to) {
        ItemDiff.Side after = to.startsWith(DRAFT)
                ? draft(code, to.substring(DRAFT.length()))
                : side(items.version(code, number(to)));
        Item before = from == null ? before(code, to) : items.version(code, from);
        return new Diff(
                code,
                before.version(),
                to,
                ItemDiff.between(
                        side(before),
                        after,
                        items.dictionary(),
                        LocalDate.now(clock).getYear()));
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw Problem.invalid(new FieldProblem("to", "WRONG_TYPE"));
        }
    }

    private Item before(String code, String to) {
        if (to.startsWith(DRAFT)) {
            Long base = drafts.require(to.substring(DRAFT.length())).base();
            if (base != null) {
                return items.version(code, base.intValue());
            }
            throw Problem.invalid(new FieldProblem("from", "REQUIRED"));
        }
        return items.versions(code).stream()
                .filter(item -> item.version() < number(to))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(new FieldProblem("from", "REQUIRED")));
    }

    private ItemDiff.Side side(Item item) {
        JsonNode content = versions.published(item.code()).stream()
                .filter(stored -> stored.version() == item.version())
                .findFirst()
                .orElseThrow(Problem::notFound)
                .content();
        return new ItemDiff.Side(item, content);
    }

    private ItemDiff.Side draft(String code, String id) {
        if (Caller.find().filter(caller -> caller.hasAny(OFFICERS)).isEmpty()) {
            throw Problem.notFound();
        }
        Draft draft = drafts.require(id);
        if (!code.equals(draft.code())) {
            throw Problem.notFound();
        }
        return new ItemDiff.Side(items.read(draft.content(), "/content"), draft.content());
    }
}
