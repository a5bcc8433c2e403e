package org.fourplusone.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.fourplusone.starter.paging.Page;
import org.junit.jupiter.api.Test;

/** The names that types get in an OpenAPI document, and the document that is refused. */
class SchemaNamesTests {

    static final class OrderController {

        enum Mood {
            BAD
        }

        record Line(String sku, Mood mood) {}

        record OrderView(List<Line> lines, Order.Mood mood) {}

        record Pages(Page<Line> lines, Page<OrderView> orders) {}
    }

    static final class Orders {

        record Order(String number) {}
    }

    static final class Order {

        enum Mood {
            GOOD
        }

        record Line(int count) {}
    }

    record Both(OrderController.Line named, Order.Line other) {}

    record Twice(Page<OrderController.Line> first, Page<OrderController.Line> second, OrderController.Line line) {}

    private final SchemaNames names = new SchemaNames();

    private Set<String> namesIn(Type type) {
        ModelConverterContextImpl context =
                new ModelConverterContextImpl(new ModelResolver(Json31.mapper(), names).openapi31(true));
        context.resolve(new AnnotatedType(type));
        names.customise(new OpenAPI());
        return context.getDefinedModels().keySet();
    }

    @Test
    void aNestedTypeIsCalledAfterWhatHoldsIt() {
        assertThat(namesIn(OrderController.Pages.class))
                .containsExactlyInAnyOrder(
                        "SchemaNamesTestsOrderPages",
                        "PageSchemaNamesTestsOrderLine",
                        "SchemaNamesTestsOrderLine",
                        "PageSchemaNamesTestsOrderOrderView",
                        "SchemaNamesTestsOrderOrderView");
        assertThat(namesIn(Orders.Order.class)).containsExactly("SchemaNamesTestsOrder");
    }

    @Test
    void aNameForTwoTypesFailsTheDocument() {
        assertThatThrownBy(() -> namesIn(Both.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SchemaNamesTestsOrderLine: ")
                .hasMessageContaining("SchemaNamesTests$OrderController$Line")
                .hasMessageContaining("SchemaNamesTests$Order$Line");
        assertThatThrownBy(() -> names.customise(new OpenAPI()))
                .as("and the next one")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneTypeMayBeNamedAgainAndWordsWrittenInPlaceBearNoName() {
        assertThat(namesIn(Twice.class)).contains("SchemaNamesTestsOrderLine", "PageSchemaNamesTestsOrderLine");
        assertThat(namesIn(OrderController.OrderView.class)).hasSize(2);
    }
}
