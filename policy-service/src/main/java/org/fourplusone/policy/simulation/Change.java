package org.fourplusone.policy.simulation;

import org.fourplusone.policy.item.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item as it is and as it would be.
 *
 * @param draft the draft that it comes from, or null
 * @param content the changed item as an item file says it; null where it is closed
 * @param before the version in force; null where it is new
 * @param after null where it is closed
 */
record Change(
        String code,
        @Nullable String draft,
        @Nullable JsonNode content,
        @Nullable Item before,
        @Nullable Item after) {

    Simulation.Kind kind() {
        return after == null ? Simulation.Kind.CLOSED : before == null ? Simulation.Kind.NEW : Simulation.Kind.CHANGED;
    }

    /** The version that says most of it: the new one, or the one that is closed. */
    Item item() {
        Item item = after == null ? before : after;
        if (item == null) {
            throw new IllegalStateException("a change of nothing: " + code);
        }
        return item;
    }
}
