package org.fourplusone.industry.fact;

import tools.jackson.databind.json.JsonMapper;

/** The written forms of facts, for tests in other packages. */
public final class SampleForms {

    private SampleForms() {}

    public static FactForms forms() {
        return new FactForms(new FactDictionary(JsonMapper.builder()
                .addModule(new org.fourplusone.starter.text.TextJson())
                .build()));
    }
}
