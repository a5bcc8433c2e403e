package org.fourplusone.starter.etag;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link IfMatch} from its header, and tells of the header in OpenAPI. */
@AutoConfiguration
public class EtagAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IfMatch.class);
    }

    @Bean
    IfMatchArgument ifMatchArgument() {
        return new IfMatchArgument();
    }

    @Bean
    GlobalOperationCustomizer ifMatchHeader() {
        return (operation, handler) -> {
            if (Arrays.stream(handler.getMethodParameters()).anyMatch(EtagAutoConfiguration::isIfMatch)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(HttpHeaders.IF_MATCH)
                        .required(false)
                        .schema(new StringSchema()));
            }
            return operation;
        };
    }

    private static boolean isIfMatch(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    static final class IfMatchArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return isIfMatch(parameter);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String[] tags = request.getHeaderValues(HttpHeaders.IF_MATCH);
            return new IfMatch(tags == null ? null : String.join(",", tags));
        }
    }
}
