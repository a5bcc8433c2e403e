package org.fourplusone.starter.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers everything that goes wrong in a handler with one problem detail. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Seconds after which what could not be asked just now is worth asking again. */
    private static final String RETRY_AFTER = "5";

    private final ProblemTexts texts;

    ProblemAdvice(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (problem.status().value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        return answer(problem, request, headers);
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        return problem(
                Problem.invalid(invalid.getBindingResult().getAllErrors().stream()
                        .map(ProblemAdvice::wrong)
                        .toList()),
                request);
    }

    /** A query parameter of another type is told as such: the default message names classes. */
    private static FieldProblem wrong(ObjectError error) {
        String field = error instanceof FieldError known ? known.getField() : error.getObjectName();
        return error instanceof FieldError known && known.isBindingFailure()
                ? new FieldProblem(field, "WRONG_TYPE")
                : new FieldProblem(field, "CONSTRAINT", String.valueOf(error.getDefaultMessage()));
    }

    @ExceptionHandler(HandlerMethodValidationException.class)
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException invalid, HttpServletRequest request) {
        List<FieldProblem> fields = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                errors.getFieldErrors()
                        .forEach(error -> fields.add(new FieldProblem(
                                error.getField(), "CONSTRAINT", String.valueOf(error.getDefaultMessage()))));
            } else {
                String name = String.valueOf(result.getMethodParameter().getParameterName());
                result.getResolvableErrors()
                        .forEach(error -> fields.add(
                                new FieldProblem(name, "CONSTRAINT", String.valueOf(error.getDefaultMessage()))));
            }
        }
        return problem(Problem.invalid(fields), request);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException invalid, HttpServletRequest request) {
        List<FieldProblem> fields = new ArrayList<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            fields.add(new FieldProblem(
                    violation.getPropertyPath().toString(), "CONSTRAINT", String.valueOf(violation.getMessage())));
        }
        return problem(Problem.invalid(fields), request);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (unreadable.getCause() instanceof JacksonException json) {
            String field = path(json);
            for (Throwable cause = json; cause != null; cause = cause.getCause()) {
                if (cause instanceof Problem problem) {
                    return problem(problem, request);
                }
            }
            if (json instanceof UnrecognizedPropertyException) {
                return problem(Problem.invalid(new FieldProblem(field, "UNKNOWN_FIELD")), request);
            }
            return problem(
                    Problem.invalid(
                            field.isEmpty() ? new FieldProblem("", "NOT_JSON") : new FieldProblem(field, "WRONG_TYPE")),
                    request);
        }
        return problem(Problem.invalid(new FieldProblem("", "BODY_MISSING")), request);
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    @ExceptionHandler(TypeMismatchException.class)
    ResponseEntity<ProblemDetail> mismatch(TypeMismatchException mismatch, HttpServletRequest request) {
        String field = String.valueOf(mismatch.getPropertyName());
        return problem(Problem.invalid(new FieldProblem(field, "WRONG_TYPE")), request);
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return problem(Problem.invalid(new FieldProblem(missing.getParameterName(), "REQUIRED")), request);
    }

    @ExceptionHandler(MissingRequestHeaderException.class)
    ResponseEntity<ProblemDetail> missing(MissingRequestHeaderException missing, HttpServletRequest request) {
        return problem(Problem.invalid(new FieldProblem(missing.getHeaderName(), "REQUIRED")), request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> database(RuntimeException failure, HttpServletRequest request) {
        if (failure instanceof DataIntegrityViolationException) {
            log.warn("{} {} broke a database constraint", request.getMethod(), request.getRequestURI(), failure);
            return problem(Problem.of(HttpStatus.CONFLICT, "CONFLICT"), request);
        }
        log.error("{} {} failed in the database", request.getMethod(), request.getRequestURI(), failure);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_BUSY"), request, headers);
    }

    /** Left to the security filters, which know whether the caller has signed in. */
    @ExceptionHandler(AccessDeniedException.class)
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<ProblemDetail> other(Exception failure, HttpServletRequest request) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem(problem, request);
            }
        }
        if (failure instanceof ErrorResponse response) {
            return answer(
                    Problem.of(status(response.getStatusCode()), code(response.getStatusCode())),
                    request,
                    response.getHeaders());
        }
        if (failure.getClass().getSimpleName().equals("ClientAbortException")) {
            return null;
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return problem(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL"), request);
    }

    private static HttpStatus status(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "TOO_LARGE";
            case 415 -> "UNSUPPORTED_TYPE";
            case 503 -> "BUSY";
            default -> status.is4xxClientError() ? "INVALID" : "INTERNAL";
        };
    }

    private ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders();
        all.addAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(texts.detail(problem, request), all, problem.status());
    }
}
