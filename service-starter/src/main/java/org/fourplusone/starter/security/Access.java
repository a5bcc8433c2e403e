package org.fourplusone.starter.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * The table of who may call what. Rules are tried in order and the first that fits decides; what no rule names is
 * denied. It says which roles may knock at all: whose object it is, is checked by the feature that owns the object.
 */
public final class Access {

    /**
     * One row of the table.
     *
     * @param method the HTTP method
     * @param pattern a path pattern without the context path
     * @param roles who may call; {@link #ANYONE} and {@link #SIGNED_IN} stand for themselves
     * @param factor whether the caller needs a fresh second factor as well
     */
    public record Rule(HttpMethod method, String pattern, Set<String> roles, boolean factor) {}

    public static final String ANYONE = "*";
    public static final String SIGNED_IN = "signed-in";

    private final List<Rule> rules = new ArrayList<>();

    private Access() {}

    public static Access rules() {
        return new Access();
    }

    public Allowing allow(HttpMethod method, String pattern) {
        return new Allowing(method, pattern);
    }

    public List<Rule> all() {
        return List.copyOf(rules);
    }

    /** A row that still has to say to whom. */
    public final class Allowing {

        private final HttpMethod method;
        private final String pattern;
        private boolean factor;

        private Allowing(HttpMethod method, String pattern) {
            this.method = method;
            this.pattern = pattern;
        }

        /**
         * Asks for a second factor proved in the last five minutes besides the role; without it the call is refused with 403
         * {@code FACTOR_REQUIRED} before anything else is looked at, so that it can be repeated as it was.
         */
        public Allowing withFactor() {
            factor = true;
            return this;
        }

        public Access to(String... roles) {
            rules.add(new Rule(method, pattern, Set.of(roles), factor));
            return Access.this;
        }

        public Access toAnyone() {
            return to(ANYONE);
        }

        public Access toSignedIn() {
            return to(SIGNED_IN);
        }
    }
}
