package org.fourplusone.starter.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Set;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.problem.ProblemWriter;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Wraps {@link Idempotent} handlers: claims the key, opens the transaction, stores the answer, commits, answers. A handler
 * that met a deadlock is run again: nothing is left of its transaction.
 */
class IdempotencyFilter extends OncePerRequestFilter implements Ordered {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final String HEADER = "Idempotency-Key";
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int DEADLOCK = 1213;
    private static final int MOST_RUNS = 3;
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final IdempotencyKeys keys;
    private final RequestMappingHandlerMapping handlers;
    private final PlatformTransactionManager transactions;
    private final ProblemWriter problems;

    IdempotencyFilter(
            IdempotencyKeys keys,
            RequestMappingHandlerMapping handlers,
            PlatformTransactionManager transactions,
            ProblemWriter problems) {
        this.keys = keys;
        this.handlers = handlers;
        this.transactions = transactions;
        this.problems = problems;
    }

    /** After the security filters, so that keys belong to a verified caller. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!WRITES.contains(request.getMethod()) || !isIdempotent(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            handle(request, response, chain);
        } catch (Problem problem) {
            problems.write(problem, request, response);
        } catch (DataAccessException | TransactionException failure) {
            log.error("{} {} failed in the database", request.getMethod(), request.getRequestURI(), failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_BUSY"), request, response);
        }
    }

    private void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key == null || !key.matches("[\\x21-\\x7e]{1,128}")) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "IDEMPOTENCY_KEY_MISSING");
        }
        String caller = Caller.find().map(Caller::username).orElse("");
        RereadableRequest body = RereadableRequest.of(request, MOST_BYTES);
        IdempotencyKeys.Claim claim = keys.claim(caller, key, hash(request, body.bytes()));
        if (claim.earlier() != null) {
            replay(claim.earlier(), response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            done = run(body, answer, chain, caller, key, claim.id());
            for (int again = 1; again < MOST_RUNS && !done && isDeadlock(body); again++) {
                answer.reset();
                done = run(body, answer, chain, caller, key, claim.id());
            }
        } finally {
            if (!done) {
                keys.free(caller, key, claim.id());
            }
        }
        if (!done && answer.getStatus() < 400) {
            answer.reset();
            throw Problem.of(HttpStatus.CONFLICT, "REQUEST_IN_FLIGHT");
        }
        answer.copyBodyToResponse();
    }

    /** Whether it was answered and is committed; otherwise nothing is left of it. */
    private boolean run(
            RereadableRequest request,
            ContentCachingResponseWrapper answer,
            FilterChain chain,
            String caller,
            String key,
            String claim)
            throws ServletException, IOException {
        request.removeAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        boolean isGood = false;
        try {
            chain.doFilter(request, answer);
            isGood = answer.getStatus() < 400
                    && !transaction.isRollbackOnly()
                    && keys.store(caller, key, claim, kept(answer));
        } finally {
            if (isGood) {
                transactions.commit(transaction);
            } else {
                transactions.rollback(transaction);
            }
        }
        return isGood;
    }

    /** Whether the handler was given up by the database for the sake of another that held what it wanted. */
    private static boolean isDeadlock(HttpServletRequest request) {
        Throwable failure = (Throwable) request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        while (failure != null && !(failure instanceof SQLException)) {
            failure = failure.getCause();
        }
        return failure instanceof SQLException refused && refused.getErrorCode() == DEADLOCK;
    }

    private boolean isIdempotent(HttpServletRequest request) {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        try {
            if (!parsed) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            HandlerExecutionChain found = handlers.getHandler(request);
            return found != null
                    && found.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(Idempotent.class);
        } catch (Exception e) {
            return false; // no such handler: the dispatcher says so in its own words
        } finally {
            request.removeAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IdempotencyKeys.Answer kept(ContentCachingResponseWrapper answer) {
        return new IdempotencyKeys.Answer(
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                answer.getContentAsByteArray());
    }

    private static void replay(IdempotencyKeys.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotency-Replayed", "true");
        setIfPresent(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        setIfPresent(response, HttpHeaders.LOCATION, answer.location());
        setIfPresent(response, HttpHeaders.ETAG, answer.etag());
        response.getOutputStream().write(answer.body());
    }

    private static void setIfPresent(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }
}
