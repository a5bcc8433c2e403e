package org.fourplusone.industry.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtectionTests {

    private static final int MONTHS = 6;

    private static Place place(String cluster, String size, String segment, String industry) {
        return new Place(cluster, size, segment, industry);
    }

    private static Hidden protect(Groups groups, Numbers... numbers) {
        return Protection.of(groups, List.of(numbers), new Hidden(groups), group -> false);
    }

    private static boolean isHidden(Groups groups, Hidden hidden, Cut cut, String code) {
        return hidden.contains(groups.find(cut, code).orElseThrow());
    }

    private static Groups clusters(int... sizes) {
        List<Place> places = new ArrayList<>();
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            for (int i = 0; i < sizes[cluster]; i++) {
                places.add(place("ABCDEF".substring(cluster, cluster + 1), "S", "NONE", "000" + cluster));
            }
        }
        return Groups.of(places);
    }

    private static Numbers month(long... amounts) {
        return new Numbers(Numbers.MONTH, amounts);
    }

    @Test
    void hidesNothingWhereNobodyCanBeFoundOut() {
        Hidden hidden = protect(clusters(3, 4), month(5, 6, 7, 1, 2, 3, 4));
        assertThat(hidden.size()).isZero();
    }

    @Test
    void hidesFewEnterprisesAndTheCheapestBesideThem() {
        Groups groups = clusters(2, 3, 4);
        Hidden hidden = protect(groups, month(900, 800, 50, 60, 70, 1, 2, 3, 4));
        assertThat(hidden.reason(groups.find(Cut.CLUSTER, "A").orElseThrow())).contains(Reason.FEW);
        assertThat(hidden.reason(groups.find(Cut.CLUSTER, "C").orElseThrow())).contains(Reason.SECONDARY);
        assertThat(isHidden(groups, hidden, Cut.CLUSTER, "B")).isFalse();
        assertThat(isHidden(groups, hidden, Cut.TOTAL, "ALL")).isFalse();
    }

    @Test
    void passesByACheapNeighbourThatWouldNotCoverTheLargest() {
        // 990 of 1,000: with the 6 of C it would still be known to within 1 %; B covers it.
        Groups groups = clusters(3, 3, 3);
        Hidden hidden = protect(groups, month(990, 5, 5, 500, 400, 300, 1, 2, 3));
        assertThat(hidden.reason(groups.find(Cut.CLUSTER, "A").orElseThrow())).contains(Reason.DOMINANT);
        assertThat(isHidden(groups, hidden, Cut.CLUSTER, "B")).isTrue();
        assertThat(isHidden(groups, hidden, Cut.CLUSTER, "C")).isFalse();
    }

    @Test
    void drawsTheLineAtThreeEnterprisesAndAtEightyFivePercent() {
        assertThat(protect(clusters(3), month(85, 10, 5)).size()).isZero();
        assertThat(protect(clusters(3), month(86, 9, 5)).size()).isPositive();
        assertThat(protect(clusters(3), month(85, 15, 0)).size()).isPositive();
        assertThat(protect(clusters(3), month(0, 0, 0)).size()).isZero();
    }

    @Test
    void countsLossesByTheirSize() {
        assertThat(protect(clusters(3), month(-900, 10, 5)).size()).isPositive();
        assertThat(protect(clusters(3), month(-100, 100, 50)).size()).isZero();
    }

    @Test
    void hidesAGroupOfTheSameEnterprisesUnderAnotherName() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            places.add(place("A", i < 6 ? "L" : "M", i % 3 == 0 ? "S1" : "S2", i % 3 == 0 ? "1111" : "222" + i % 2));
        }
        Groups groups = Groups.of(places);
        Hidden hidden = new Hidden(groups);
        hidden.add(groups.find(Cut.SEGMENT, "A/S1").orElseThrow(), Reason.FEW);
        assertThat(isHidden(groups, hidden, Cut.INDUSTRY, "1111")).isTrue();
    }

    @Test
    void protectsAnEnterpriseThatSizesAndSegmentsTogetherWouldCorner() {
        // Both its size class and its segment pass the first rules; their overlap holds it alone, and nearly all of
        // both.
        List<Place> places = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        add(places, amounts, "L", "S1", 8_000);
        for (int i = 0; i < 4; i++) {
            add(places, amounts, "L", "S2", 500);
            add(places, amounts, "M", "S1", 500);
            add(places, amounts, "M", "S2", 3);
        }
        Groups groups = Groups.of(places);
        Numbers year = new Numbers(
                Numbers.YEAR, amounts.stream().mapToLong(Long::longValue).toArray());
        assertThat(Protection.first(groups, List.of(year), new Hidden(groups)).size())
                .isZero();
        assertThat(protect(groups, year).size()).isPositive();
    }

    private static void add(List<Place> places, List<Long> amounts, String size, String segment, long amount) {
        places.add(place("A", size, segment, segment.equals("S1") ? "1111" : "2222"));
        amounts.add(amount);
    }

    @Test
    void withstandsAnAttackOnAllTablesOfAYearTogether() {
        int found = 0;
        int unprotected = 0;
        int shown = 0;
        for (long seed = 3; seed <= 5; seed++) {
            Register register = new Register(seed);
            Hidden hidden = Protection.of(register.groups, register.numbers, register.none(), group -> false);
            Hidden first = Protection.first(register.groups, register.numbers, register.none());
            List<String> solved = register.solved(hidden);
            System.out.println("register of seed " + seed + ": " + hidden.size() + " of "
                    + register.groups.all().size() + " groups hidden; found out: " + solved);
            found += solved.size();
            unprotected += register.solved(first).size();
            shown += register.groups.all().size() - hidden.size();
        }
        assertThat(found).isZero();
        assertThat(unprotected).as("the control").isGreaterThan(5);
        assertThat(shown).as("something is left").isGreaterThan(25);
    }

    /**
     * A second release of the same year: some come late, some correct themselves by a little. Who does is taken to be known,
     * and that nobody else has changed.
     */
    @Test
    void withstandsAnAttackOnTwoReleasesTogether() {
        int found = 0;
        int unprotected = 0;
        for (long seed = 102; seed <= 107; seed++) {
            Releases releases = new Releases(seed);
            List<String> solved = releases.solved(releases.second(true));
            System.out.println("releases of seed " + seed + ": found out: " + solved);
            found += solved.size();
            unprotected += releases.solved(releases.second(false)).size();
        }
        assertThat(found).isZero();
        assertThat(unprotected).as("the control").isGreaterThan(3);
    }

    private static final class Releases {
        final List<Place> places = new ArrayList<>();
        final long[] first;
        final long[] second;
        final boolean[] late;
        final Groups groups;
        final Hidden hidden;

        Releases(long seed) {
            Random random = new Random(seed);
            int size = 36;
            first = new long[size];
            second = new long[size];
            late = new boolean[size];
            for (int i = 0; i < size; i++) {
                int cluster = random.nextInt(3);
                int industry = random.nextInt(4);
                places.add(place(
                        List.of("A", "B", "NONE").get(cluster),
                        random.nextBoolean() ? "L" : "M",
                        cluster == 2 ? "NONE" : "S" + industry / 2,
                        cluster + "" + industry));
                second[i] = Math.round(Math.exp(6 + random.nextGaussian()));
                late[i] = i < 1 + seed % 6;
                boolean corrected = !late[i] && random.nextInt(10) == 0;
                first[i] = late[i] ? 0 : corrected ? Math.round(second[i] * 0.97) : second[i];
            }
            groups = Groups.of(places);
            hidden = Protection.of(groups, List.of(year(first)), new Hidden(groups), group -> false);
        }

        private static Numbers year(long[] amounts) {
            return new Numbers(Numbers.YEAR, amounts);
        }

        Hidden second(boolean withChanges) {
            Hidden pattern = Protection.of(groups, List.of(year(second)), hidden, group -> false);
            long[] changes = second.clone();
            for (int i = 0; i < changes.length; i++) {
                changes[i] = late[i] ? second[i] : 0;
            }
            return withChanges ? Protection.of(groups, List.of(year(changes)), pattern, group -> false) : pattern;
        }

        /** Unknown: each number of the second release, and each correction. */
        List<String> solved(Hidden hiddenThen) {
            int size = places.size();
            double[] least = new double[2 * size];
            double[] most = new double[2 * size];
            for (int i = 0; i < size; i++) {
                boolean corrected = !late[i] && first[i] != second[i];
                most[i] = Double.POSITIVE_INFINITY;
                least[size + i] = corrected ? -0.05 * second[i] : 0;
                most[size + i] = corrected ? 0.05 * second[i] : 0;
            }
            Attack attack = new Attack(least, most);
            for (Group group : groups.all()) {
                Map<Integer, Integer> then = new HashMap<>();
                Map<Integer, Integer> before = new HashMap<>();
                long sum = 0;
                long sumBefore = 0;
                for (int member : group.members()) {
                    then.put(member, 1);
                    sum += second[member];
                    sumBefore += first[member];
                    if (!late[member]) {
                        before.put(member, 1);
                        before.put(size + member, -1);
                    }
                }
                if (!hidden.contains(group)) {
                    attack.knows(before, sumBefore);
                }
                if (!hiddenThen.contains(group)) {
                    attack.knows(then, sum);
                }
            }
            List<String> solved = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                if (attack.bounds(Map.of(i, 1)).isWithin(second[i], 0.15)) {
                    solved.add(i + (late[i] ? " late " : " ") + places.get(i));
                }
            }
            return solved;
        }
    }

    /** Some enterprises with six months of numbers, very unequal. */
    private static final class Register {
        final List<Place> places = new ArrayList<>();
        final long[][] months;
        final Groups groups;
        final List<Numbers> numbers = new ArrayList<>();

        Register(long seed) {
            Random random = new Random(seed);
            int size = 18 + random.nextInt(8);
            for (int i = 0; i < size; i++) {
                int cluster = random.nextInt(3);
                int industry = random.nextInt(4);
                places.add(place(
                        List.of("A", "B", "NONE").get(cluster),
                        random.nextInt(3) == 0 ? "L" : "M",
                        cluster == 2 ? "NONE" : "S" + industry / 2,
                        // Now and then one of another cluster's industry.
                        random.nextInt(12) == 0 ? "00" : cluster + "" + industry));
            }
            months = new long[MONTHS][size];
            for (int i = 0; i < size; i++) {
                double scale = random.nextInt(7) == 0 ? 0 : Math.exp(4 + 1.6 * random.nextGaussian());
                for (int month = 0; month < MONTHS; month++) {
                    months[month][i] = Math.round(scale * (0.4 + random.nextDouble()));
                }
            }
            groups = Groups.of(places);
            for (int month = 0; month < MONTHS; month++) {
                numbers.add(new Numbers(Numbers.MONTH, sum(month, month + 1)));
            }
            numbers.add(new Numbers(Numbers.QUARTER, sum(0, 3)));
            numbers.add(new Numbers(Numbers.QUARTER, sum(3, 6)));
            numbers.add(new Numbers(Numbers.YEAR, sum(0, MONTHS)));
        }

        Hidden none() {
            return new Hidden(groups);
        }

        long[] sum(int from, int to) {
            long[] sum = new long[places.size()];
            for (int month = from; month < to; month++) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += months[month][i];
                }
            }
            return sum;
        }

        /** The enterprises whose month, quarter or year follows from all that is not hidden. */
        List<String> solved(Hidden hidden) {
            int size = places.size();
            double[] most = new double[size * MONTHS];
            for (int i = 0; i < most.length; i++) {
                most[i] = months[i / size][i % size] == 0 ? 0 : Double.POSITIVE_INFINITY;
            }
            Attack attack = new Attack(new double[most.length], most);
            for (int month = 0; month < MONTHS; month++) {
                publish(attack, hidden, Numbers.MONTH, month, month + 1);
            }
            publish(attack, hidden, Numbers.QUARTER, 0, 3);
            publish(attack, hidden, Numbers.QUARTER, 3, 6);
            publish(attack, hidden, Numbers.YEAR, 0, MONTHS);
            List<String> solved = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                for (int[] span : new int[][] {{0, 6}, {3, 6}, {1, 2}}) {
                    long truth = sum(span[0], span[1])[i];
                    if (truth != 0
                            && attack.bounds(unknowns(new int[] {i}, span[0], span[1]))
                                    .isWithin(truth, 0.15)) {
                        solved.add(i + " months " + span[0] + "-" + span[1] + " " + places.get(i));
                    }
                }
            }
            return solved;
        }

        private void publish(Attack attack, Hidden hidden, Set<Cut> cuts, int from, int to) {
            long[] sum = sum(from, to);
            for (Group group : groups.all()) {
                if (cuts.contains(group.cut()) && !hidden.contains(group)) {
                    long total = 0;
                    for (int member : group.members()) {
                        total += sum[member];
                    }
                    attack.knows(unknowns(group.members(), from, to), total);
                }
            }
        }

        private Map<Integer, Integer> unknowns(int[] members, int from, int to) {
            Map<Integer, Integer> unknowns = new HashMap<>();
            for (int month = from; month < to; month++) {
                for (int member : members) {
                    unknowns.put(month * places.size() + member, 1);
                }
            }
            return unknowns;
        }
    }
}
