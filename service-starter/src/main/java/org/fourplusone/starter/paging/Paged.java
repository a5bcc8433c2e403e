package org.fourplusone.starter.paging;

/** An answer that says something of its own around a page of a list, and has the page's {@code Link} header. */
public interface Paged {

    Page<?> page();
}
