package org.fourplusone.policy.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.Items;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writing an item's draft: nothing is saved that could not be published as it stands. */
@Service
class DraftItem {

    private static final int LONGEST = 200_000;

    private final Drafts drafts;
    private final Items items;
    private final ItemVersions versions;
    private final AuditLog audit;
    private final Clock clock;

    DraftItem(Drafts drafts, Items items, ItemVersions versions, AuditLog audit, Clock clock) {
        this.drafts = drafts;
        this.items = items;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a draft.
     *
     * @param content the item, or null for a copy of its base
     * @param base the published version to start from, or null for the one in force today, or else the newest
     * @throws Problem 400 with every fault at its pointer; 404 if there is no such version to copy
     */
    @Transactional
    public String begin(String code, @Nullable JsonNode content, @Nullable Long base, Caller by) {
        List<ItemVersions.StoredItem> published = versions.published(code);
        ItemVersions.StoredItem from = base(published, base);
        if (from == null && content == null) {
            if (published.isEmpty() && code.matches("A\\d{2}-\\d{2}")) {
                throw Problem.invalid(new FieldProblem("content", "REQUIRED"));
            }
            throw Problem.notFound();
        }
        JsonNode written = content == null && from != null ? from.content() : content;
        Item item = checked(code, java.util.Objects.requireNonNull(written));
        Long of = from == null ? null : (long) from.version();
        String id = drafts.create(Draft.Kind.ITEM, code, of, written, item.title(), by.username());
        audit.record(id, "DRAFT_BEGUN", null, Map.of("code", code, "base", of == null ? 0 : of, "content", written));
        return id;
    }

    private ItemVersions.@Nullable StoredItem base(List<ItemVersions.StoredItem> published, @Nullable Long base) {
        if (base != null) {
            return published.stream()
                    .filter(each -> each.version() == base)
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(new FieldProblem("base", "UNKNOWN_CODE", base.toString())));
        }
        LocalDate today = LocalDate.now(clock);
        return published.stream()
                .filter(each -> each.isInForce(today))
                .findFirst()
                .orElse(published.isEmpty() ? null : published.get(published.size() - 1));
    }

    private Item checked(String code, JsonNode content) {
        if (content.toString().length() > LONGEST) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE");
        }
        Item item = items.read(content, "/content");
        if (!item.code().equals(code)) {
            throw Problem.invalid(new FieldProblem("/content/code", "CODE_OF_ITEM", code));
        }
        return item;
    }

    /**
     * Changes a draft by a merge patch of its content.
     *
     * @param base the version that it shall replace from now on, or null to leave it
     */
    @Transactional
    public void save(Draft draft, @Nullable JsonNode patch, @Nullable Long base, Caller by) {
        draft.require(DraftMove.SAVE);
        String code = draft.code();
        if (code == null) {
            throw Problem.of(HttpStatus.CONFLICT, "PACKAGE_NOT_EDITABLE");
        }
        if (base != null) {
            base(versions.published(code), base);
        }
        JsonNode content = patch == null ? draft.content() : merged(draft.content(), patch);
        Item item = checked(code, content);
        drafts.save(draft, base == null ? draft.base() : base, content, item.title(), by.username());
        audit.record(draft.id(), "DRAFT_SAVED", draft.content(), content);
    }

    /** RFC 7396. */
    static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target.isObject()
                ? (ObjectNode) target.deepCopy()
                : tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> each : patch.properties()) {
            if (each.getValue().isNull()) {
                merged.remove(each.getKey());
            } else {
                JsonNode before = merged.path(each.getKey());
                merged.set(each.getKey(), merged(before, each.getValue()));
            }
        }
        return merged;
    }

    static Text title(int items) {
        return Text.of("整套政策（" + items + "项）", "The whole package (" + items + " items)");
    }
}
