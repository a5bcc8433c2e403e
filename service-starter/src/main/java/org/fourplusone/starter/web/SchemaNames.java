package org.fourplusone.starter.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * One name in an OpenAPI document, one type. A nested type is called after what holds it ({@code OrderController.Line}
 * is {@code OrderLine}, {@code Orders.Order} is {@code Order}); names that two types bear fail the document, where one
 * type would otherwise be described by the other.
 */
final class SchemaNames extends TypeNameResolver implements GlobalOpenApiCustomizer {

    private final Map<String, String> bearers = new ConcurrentHashMap<>();
    private final Set<String> shared = new ConcurrentSkipListSet<>();

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        String name = super.nameForType(type, options);
        if (type.isEnumType() || findStdName(type) != null) { // written in place, under no name
            return name;
        }
        String described = type.toCanonical();
        String bearer = bearers.putIfAbsent(name, described);
        if (bearer != null && !bearer.equals(described)) {
            shared.add(name + ": " + bearer + ", " + described);
        }
        return name;
    }

    /** Only here, at the end: springdoc logs what fails earlier and leaves the schema out. */
    @Override
    public void customise(OpenAPI document) {
        if (!shared.isEmpty()) {
            throw new IllegalStateException("Several types share one name in the OpenAPI document: " + shared);
        }
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return name;
        }
        String holder = getNameOfClass(outer).replaceFirst("Controller$", "");
        if (name.startsWith(holder)) {
            return name;
        }
        return holder.endsWith(name + "s") ? holder.substring(0, holder.length() - 1) : holder + name;
    }
}
