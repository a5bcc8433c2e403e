package org.fourplusone.starter.paging;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads {@link Paging} from the query and gives every {@link Page} its {@code Link} header (RFC 8288). */
@AutoConfiguration
public class PagingAutoConfiguration {

    @Bean
    PagingArgument pagingArgument() {
        return new PagingArgument();
    }

    @Bean
    PageLinks pageLinks() {
        return new PageLinks();
    }

    static final class PagingArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Paging.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            List<FieldProblem> problems = new ArrayList<>();
            int page = number(request, "page", 0, 0, 1_000_000, problems);
            int size = number(request, "size", Paging.DEFAULT_SIZE, 1, Paging.MOST, problems);
            if (!problems.isEmpty()) {
                throw Problem.invalid(problems);
            }
            return new Paging(page, size);
        }

        private static int number(
                NativeWebRequest request,
                String name,
                int otherwise,
                int least,
                int most,
                List<FieldProblem> problems) {
            String text = request.getParameter(name);
            if (text == null) {
                return otherwise;
            }
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // reported below, like a number out of range
            }
            problems.add(new FieldProblem(name, "RANGE", least, most));
            return otherwise;
        }
    }

    @RestControllerAdvice
    static class PageLinks implements ResponseBodyAdvice<Object> {

        @Override
        public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
            return true;
        }

        @Override
        public @Nullable Object beforeBodyWrite(
                @Nullable Object body,
                MethodParameter type,
                MediaType contentType,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            Page<?> page = body instanceof Paged paged ? paged.page() : body instanceof Page<?> plain ? plain : null;
            if (page != null) {
                List<String> links = new ArrayList<>();
                links.add(link(request, 0, "first"));
                if (page.page() > 0) {
                    links.add(link(request, page.page() - 1, "prev"));
                }
                if (page.page() < page.lastPage()) {
                    links.add(link(request, page.page() + 1, "next"));
                }
                links.add(link(request, page.lastPage(), "last"));
                response.getHeaders().set(HttpHeaders.LINK, String.join(", ", links));
            }
            return body;
        }

        private static String link(ServerHttpRequest request, int page, String relation) {
            var uri = UriComponentsBuilder.fromUri(request.getURI()).replaceQueryParam("page", page);
            var components = uri.build(true);
            String query = components.getQuery();
            return "<" + components.getPath() + (query == null ? "" : "?" + query) + ">; rel=\"" + relation + "\"";
        }
    }
}
