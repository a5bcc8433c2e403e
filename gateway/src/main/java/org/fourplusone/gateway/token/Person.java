package org.fourplusone.gateway.token;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who a request comes from, as the services will read it in the token.
 *
 * @param username of a person, or the id of a client program
 * @param name shown to others
 * @param roles without prefix, sorted
 * @param creditCodes enterprises the person may act for
 */
public record Person(String username, String name, List<String> roles, List<String> creditCodes) {

    /** Every role a person or a program may hold ({@code SERVICE} belongs to the suite's own services alone). */
    public static final Set<String> ROLES = Set.of(
            "ENTERPRISE",
            "INTAKE",
            "REVIEWER",
            "EXPERT",
            "APPROVER",
            "PAYER",
            "RELEASER",
            "POLICY_EDITOR",
            "POLICY_PUBLISHER",
            "ANALYST",
            "AUDITOR",
            "ADMIN",
            "SECURITY_ADMIN");

    public Person {
        roles = List.copyOf(new TreeSet<>(roles));
        creditCodes = List.copyOf(new TreeSet<>(creditCodes));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
