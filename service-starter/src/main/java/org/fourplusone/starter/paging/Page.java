package org.fourplusone.starter.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the rows of this page
 * @param page number of this page, from 0
 * @param size rows that a full page has
 * @param total rows of all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public static <T> Page<T> of(List<T> items, Paging paging, long total) {
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /** The page of a list that is all in memory. */
    public static <T> Page<T> cut(List<T> all, Paging paging) {
        int from = (int) Math.min(paging.offset(), all.size());
        int to = Math.min(from + paging.size(), all.size());
        return of(List.copyOf(all.subList(from, to)), paging, all.size());
    }

    /** The same page with other rows. */
    public <R> Page<R> map(Function<? super T, ? extends R> row) {
        return new Page<>(items.stream().<R>map(row).toList(), page, size, total);
    }

    int lastPage() {
        return total == 0 ? 0 : (int) ((total - 1) / size);
    }
}
