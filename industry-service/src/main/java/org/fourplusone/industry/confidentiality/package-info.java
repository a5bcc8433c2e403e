/**
 * Which cells of the published set are hidden, so that nobody's number can be worked out from all that is shown.
 *
 * <p><b>What is shown.</b> For a measure and a year the zone's total, clusters by month, clusters by size class and
 * quarter, chain segments and industry codes by year; growth, contribution and pull only where value and base are both
 * shown, so they are functions of shown numbers and tell nothing more. A group is shown in all periods of a year or in
 * none, and a year's values share one pattern with the bases that the next year compares itself to. Cumulative values
 * are sums of shown ones.
 *
 * <p><b>What is first hidden.</b> A group with one or two enterprises that count (not zero), or one that has more than
 * 85 %, in value or base, in any period in which the group is published. With at most 85 % the group's sum lies at least
 * 17 % above its largest member: a sum alone never puts anybody within 15 %.
 *
 * <p><b>What follows from the rest.</b> Groups are cut in two trees: total, clusters, size classes; and total, clusters,
 * segments, industry codes (of a shown industry code its part in each cluster counts as known, which is more than what
 * is shown). All that follows exactly from one tree are its leaves: a shown group less the shown groups in it. Each
 * leaf must pass the first rules itself. What follows from both trees together is a table of leaves by leaves with known
 * margins; how far an entry can move is a maximum flow through the other entries, exact, with no linear program. An
 * entry that holds an enterprise which could not move by 15 % up and down is mended by hiding the cheapest group there.
 *
 * <p><b>Why periods need no more.</b> Finer groups are published for longer periods only. For any numbers of a year
 * that fit the year's tables there are quarters and months that fit theirs (each step is a transport table whose margins
 * agree), so months and quarters take nothing from a year's freedom; and their own tables are one tree each.
 *
 * <p><b>What the attacker knows.</b> Who counts in which group, that a number is not below zero; where some are below
 * zero (profit and tax, corrected months), each number's sign and its size up to a factor of two.
 *
 * <p><b>Other vintages.</b> What was hidden once stays hidden, so later vintages show no more of old numbers. Where the
 * same period differs between vintages, or between a value and the base reported a year later, the difference tells of
 * those alone who came, left or were corrected beyond recognition; these differences pass the same rules as numbers of
 * their own. An enterprise keeps the place under which it was first published.
 */
@NullMarked
package org.fourplusone.industry.confidentiality;

import org.jspecify.annotations.NullMarked;
