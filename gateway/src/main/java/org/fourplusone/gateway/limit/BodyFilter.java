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
 * Body sizes: what announces itself as too large is refused before a byte is read, what does not is cut off when it
 * passes the limit. Nothing is held in memory.
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
        DataSize limit = limit(request);
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw tooLarge(limit);
        }
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        chain.doFilter(hasBody ? new Limited(request, limit) : request, response);
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

    private static Refusal tooLarge(DataSize limit) {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", limit.toMegabytes());
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final DataSize limit;

        Limited(HttpServletRequest request, DataSize limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    /** Counts what is read, and tells a caller that went away from a service that did. */
    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize limit;
        private long left;

        Counted(ServletInputStream body, DataSize limit) {
            this.body = body;
            this.limit = limit;
            this.left = limit.toBytes();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count;
            try {
                count = body.read(into, from, length);
            } catch (IOException gone) {
                throw new CallerGone(gone);
            }
            left -= Math.max(0, count);
            if (left < 0) {
                throw tooLarge(limit);
            }
            return count;
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
