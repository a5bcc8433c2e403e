package org.fourplusone.industry.confidentiality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All groups that enterprises fall into. */
public final class Groups {

    private final List<Group> all = new ArrayList<>();
    private final Map<Cut, int[]> groupOf = new EnumMap<>(Cut.class);
    private final Map<String, Group> byKey = new HashMap<>();
    private final List<List<Group>> twins = new ArrayList<>();
    private final int[] parts;
    private final int size;

    private Groups(List<Place> places) {
        size = places.size();
        for (Cut cut : Cut.values()) {
            Map<String, List<Integer>> members = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                members.computeIfAbsent(places.get(i).code(cut), code -> new ArrayList<>())
                        .add(i);
            }
            int[] of = new int[size];
            members.forEach((code, list) -> {
                int[] array = list.stream().mapToInt(Integer::intValue).toArray();
                Group group = new Group(all.size(), cut, code, array);
                all.add(group);
                byKey.put(key(cut, code), group);
                for (int member : array) {
                    of[member] = group.id();
                }
            });
            groupOf.put(cut, of);
        }
        Map<Integer, List<Group>> same = new HashMap<>();
        for (Group group : all) {
            twins.add(same.computeIfAbsent(Arrays.hashCode(group.members()), hash -> new ArrayList<>()));
            twins.get(group.id()).add(group);
        }
        parts = new int[size];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            String part = places.get(i).cluster() + "/" + places.get(i).industry();
            Integer number = numbers.computeIfAbsent(part, key -> all.size() + numbers.size());
            parts[i] = number;
        }
    }

    public static Groups of(List<Place> places) {
        return new Groups(places);
    }

    public List<Group> all() {
        return all;
    }

    /** How many enterprises there are. */
    public int size() {
        return size;
    }

    public java.util.Optional<Group> find(Cut cut, String code) {
        return java.util.Optional.ofNullable(byKey.get(key(cut, code)));
    }

    private static String key(Cut cut, String code) {
        return cut + ":" + code;
    }

    /** Each enterprise's group of a cut. */
    int[] of(Cut cut) {
        int[] of = groupOf.get(cut);
        if (of == null) {
            throw new IllegalArgumentException("no cut " + cut);
        }
        return of;
    }

    /** Each enterprise's industry code within its cluster; numbered on from the groups. */
    int[] parts() {
        return parts;
    }

    /** The groups of the same enterprises, itself among them. */
    List<Group> twins(Group group) {
        return twins.get(group.id()).stream()
                .filter(other -> Arrays.equals(other.members(), group.members()))
                .toList();
    }
}
