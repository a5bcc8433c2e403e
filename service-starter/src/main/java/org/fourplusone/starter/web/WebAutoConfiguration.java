package org.fourplusone.starter.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Text;
import org.fourplusone.starter.text.TextJson;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;

/** JSON and OpenAPI as all services speak them. */
@AutoConfiguration
public class WebAutoConfiguration {

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Money.class,
                        new StringSchema()
                                .pattern("-?\\d+(\\.\\d{1,2})?")
                                .example("60000000.00")
                                .description("CNY"))
                .replaceWithSchema(Text.class, new StringSchema().description("In the caller's language"))
                .addRequestWrapperToIgnore(Paging.class);
    }

    /** What handlers may take as a parameter beside what Spring knows. */
    @Bean
    WebMvcConfigurer handlerArguments(List<HandlerMethodArgumentResolver> known) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(known);
            }
        };
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    /** First in the list, so that springdoc asks it last: it takes the place of swagger's own. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver schemas(ObjectMapperProvider mappers, SchemaNames names) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(mappers.isOpenapi31());
    }

    @Bean
    JacksonModule textJson() {
        return new TextJson();
    }

    @Bean
    TextJson.Answers textAnswers() {
        return new TextJson.Answers();
    }
}
