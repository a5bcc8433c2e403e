package org.fourplusone.policy.item;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.fourplusone.policy.TestCatalogue;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue's items with something changed, for tests of upper floors. */
public final class ChangedItems {

    private ChangedItems() {}

    /** Every item of the catalogue after this change of its JSON. */
    public static List<Item> with(Consumer<ObjectNode> change) {
        ItemReader reader = new ItemReader(TestCatalogue.dictionary(), new Terms(TestCatalogue.file("terms")));
        return StreamSupport.stream(TestCatalogue.file("items").spliterator(), false)
                .map(node -> {
                    ObjectNode changed = (ObjectNode) node.deepCopy();
                    change.accept(changed);
                    return reader.read(changed, 1, LocalDate.of(2019, 1, 1), null);
                })
                .toList();
    }
}
