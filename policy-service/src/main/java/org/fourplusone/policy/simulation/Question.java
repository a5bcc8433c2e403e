package org.fourplusone.policy.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is asked. Each draft and item replaces the version in force of the same code, or is new.
 *
 * @param drafts ids of drafts
 * @param items whole items as an item file says them
 * @param close codes of items that would end
 * @param free free money of lines, such as {@code {"OTHER": "12000000.00"}}; a line left out is not compared
 * @param asOf the day to speak for, default today; its year is the policy year
 * @param basis default DECLARED
 */
record Question(
        @Nullable List<@Nullable String> drafts,
        @Nullable List<@Nullable JsonNode> items,
        @Nullable List<@Nullable String> close,
        @Nullable Map<String, @Nullable String> free,
        @Nullable LocalDate asOf,
        Simulation.@Nullable Basis basis) {}
