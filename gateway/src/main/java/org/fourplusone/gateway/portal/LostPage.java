package org.fourplusone.gateway.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A person who mistyped an address gets the portal, which says so, with status 404; programs get a problem detail. */
@Component
class LostPage implements HandlerExceptionResolver, Ordered {

    private final ClassPathResource shell = new ClassPathResource("static/index.html");

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception trouble) {
        String path = request.getRequestURI();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean isPage = trouble instanceof NoResourceFoundException
                && accepted != null
                && accepted.contains("text/html")
                && !path.startsWith("/api/")
                && path.indexOf('.') < 0
                && shell.exists();
        if (!isPage) {
            return null;
        }
        try {
            byte[] page = shell.getContentAsByteArray();
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
