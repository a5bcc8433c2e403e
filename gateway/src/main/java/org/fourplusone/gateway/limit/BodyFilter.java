package org.fourplusone.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.fourplusone.gateway.problem.CallerGone;
import org.fourplusone.gateway.problem.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Body sizes: what is too large is refused before a byte is read, and nothing is held in memory. A body has to tell its
 * length beforehand: the end of one that does not could not be told from a caller who went away in the middle, and a
 * service would take half a file for a whole one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class BodyFilter extends OncePerRequestFilter {

    private static final Pattern EVIDENCE = Pattern.compile("/api/fund/filings/[^/]+/evidence/[^/]+");
    private static final Pattern IMPORT = Pattern.compile("/api/industry/imports/[^/]+");

    private final LimitSettings settings;

    BodyFilter(LimitSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader("Transfer-Encoding") != null) {
            throw Refusal.of(HttpStatus.LENGTH_REQUIRED, "LENGTH_REQUIRED");
        }
        DataSize limit = limit(request);
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", limit.toMegabytes());
        }
        chain.doFilter(request.getContentLengthLong() > 0 ? new Watched(request) : request, response);
    }

    private DataSize limit(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (request.getMethod().equals("PUT") && EVIDENCE.matcher(path).matches()) {
            return settings.evidence();
        }
        if (request.getMethod().equals("POST") && IMPORT.matcher(path).matches()) {
            return settings.imported();
        }
        return settings.body();
    }

    /** Tells a caller that went away from a service that did. */
    private static final class Watched extends HttpServletRequestWrapper {

        Watched(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new WatchedBody(super.getInputStream());
        }
    }

    private static final class WatchedBody extends ServletInputStream {

        private final ServletInputStream body;

        WatchedBody(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return body.read(into, from, length);
            } catch (IOException gone) {
                throw new CallerGone(gone);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
