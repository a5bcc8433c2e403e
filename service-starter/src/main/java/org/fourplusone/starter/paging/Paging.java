package org.fourplusone.starter.paging;

/**
 * The page that a caller asks for with {@code ?page=&size=}.
 *
 * @param page number of the page, from 0
 * @param size rows of a page, 1 to 200
 */
public record Paging(int page, int size) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MOST = 200;

    /** Rows before this page. */
    public long offset() {
        return (long) page * size;
    }
}
