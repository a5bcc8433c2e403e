package org.fourplusone.starter.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that moves a case or money: it needs an {@code Idempotency-Key}, and one key has one effect.
 *
 * <p>The handler runs inside one database transaction that also stores its answer, so that effect and answer are kept
 * together or not at all; an answer of 400 or above rolls everything back and frees the key. A retry gets the stored
 * answer (with {@code Idempotency-Replayed: true}).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
