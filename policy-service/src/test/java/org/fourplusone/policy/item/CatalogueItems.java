package org.fourplusone.policy.item;

import java.util.List;

/** The catalogue's items for tests of upper floors. */
public final class CatalogueItems {

    private static final List<Item> ITEMS = CatalogueTests.items();

    private CatalogueItems() {}

    public static List<Item> read() {
        return ITEMS;
    }
}
