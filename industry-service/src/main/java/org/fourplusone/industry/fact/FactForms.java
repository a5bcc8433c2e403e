package org.fourplusone.industry.fact;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How facts are written, for those who load many: checked against the dictionary like facts that come over HTTP. */
@Component
public class FactForms {

    private final FactDictionary dictionary;

    FactForms(FactDictionary dictionary) {
        this.dictionary = dictionary;
    }

    public boolean isAnnual(String key) {
        return definition(key).period() == FactDefinition.Period.ANNUAL;
    }

    /**
     * The written form of a value given as text, the codes of a set joined by {@code +}.
     *
     * @throws IllegalArgumentException if the dictionary does not allow it
     */
    public String written(String key, String value) {
        FactDefinition fact = definition(key);
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode node =
                switch (fact.type()) {
                    case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(value));
                    case SET -> {
                        var codes = json.arrayNode();
                        if (!value.equals("[]")) {
                            Arrays.stream(value.split("\\+")).forEach(codes::add);
                        }
                        yield codes;
                    }
                    default -> json.stringNode(value);
                };
        FactValues.Reading reading = FactValues.read(fact, node, key);
        if (reading.value() == null) {
            throw new IllegalArgumentException(key + " = " + value + ": " + reading.problem());
        }
        return reading.value();
    }

    private FactDefinition definition(String key) {
        FactDefinition fact = dictionary.find(key);
        if (fact == null) {
            throw new IllegalArgumentException("the dictionary has no fact " + key);
        }
        return fact;
    }
}
