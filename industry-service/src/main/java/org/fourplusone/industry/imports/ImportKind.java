package org.fourplusone.industry.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;

/**
 * What a file is about. Enterprises, facts and projects are the administrative channel of the intake desk; reports are the
 * statistical channel, which the intake desk neither brings nor sees (Statistics Law of 2024, article 28).
 */
enum ImportKind {
    ENTERPRISES(Text.of("企业", "Enterprises"), "INTAKE"),
    FACTS(Text.of("企业事实", "Facts of enterprises"), "INTAKE"),
    PROJECTS(Text.of("重点项目", "Key projects"), "INTAKE"),
    REPORTS(Text.of("统计报表", "Statistical reports"), "ANALYST");

    private final Text text;
    private final String role;

    ImportKind(Text text, String role) {
        this.text = text;
        this.role = role;
    }

    /** The name in the address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    Text text() {
        return text;
    }

    boolean isFor(Caller caller) {
        return caller.hasAny(role, "ADMIN");
    }

    static Optional<ImportKind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    static List<ImportKind> of(Caller caller) {
        return Arrays.stream(values()).filter(kind -> kind.isFor(caller)).toList();
    }
}
