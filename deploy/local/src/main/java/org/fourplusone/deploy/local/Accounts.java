package org.fourplusone.deploy.local;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The sample accounts with random passwords: one person for each role, two where four eyes are needed. */
final class Accounts {
    private static final int PASSWORD_LENGTH = 16;
    /** Who approves, pays or releases, confirms an allocation, a revision or a year's end does so with a second factor. */
    private static final Set<String> WITH_FACTOR =
            Set.of("INTAKE", "REVIEWER", "APPROVER", "PAYER", "RELEASER", "ADMIN");

    private static final String FIRST = "91371502MA3EX0013C";
    private static final String SECOND = "91371502MA3EX00217";
    private static final String THIRD = "91371502MA3EX003XY";

    private static final List<Person> PEOPLE = List.of(
            new Person("enterprise1", "聊城示例新能源客车有限公司 申报员", "ENTERPRISE", FIRST),
            new Person("enterprise2", "聊城示例生物食品有限公司 申报员", "ENTERPRISE", SECOND),
            new Person("clerk", "代办员 示例", "ENTERPRISE", FIRST, SECOND, THIRD),
            new Person("intake", "受理员 示例", "INTAKE"),
            new Person("reviewer", "审核员甲 示例", "REVIEWER"),
            new Person("reviewer2", "审核员乙 示例", "REVIEWER"),
            new Person("expert", "评审专家甲 示例", "EXPERT"),
            new Person("expert2", "评审专家乙 示例", "EXPERT"),
            new Person("approver", "审批人甲 示例", "APPROVER"),
            new Person("approver2", "审批人乙 示例", "APPROVER"),
            new Person("payer", "拨付员 示例", "PAYER"),
            new Person("releaser", "复核放款员 示例", "RELEASER"),
            new Person("editor", "政策编辑 示例", "POLICY_EDITOR"),
            new Person("publisher", "政策发布人 示例", "POLICY_PUBLISHER"),
            new Person("analyst", "分析员 示例", "ANALYST"),
            new Person("auditor", "安全审计员 示例", "AUDITOR"),
            new Person("admin", "系统管理员 示例", "ADMIN"),
            new Person("security", "安全管理员甲 示例", "SECURITY_ADMIN"),
            new Person("security2", "安全管理员乙 示例", "SECURITY_ADMIN"));

    /** Programs of others; a client's scopes are the roles that its tokens carry. */
    private static final List<String> CLIENTS = List.of("demo-reader");

    private Accounts() {}

    /**
     * {@code {"accounts":[{"username","displayName","password","roles":[…],"creditCodes"?:[…],"totpSecret"?}],
     * "clients":[{"id","secret","scopes":[…]}]}}.
     */
    static String json() {
        String people = PEOPLE.stream().map(Person::json).collect(Collectors.joining(",\n    "));
        String clients = CLIENTS.stream()
                .map(id -> "{\"id\": \"%s\", \"secret\": \"%s\", \"scopes\": [\"ANALYST\"]}"
                        .formatted(id, Secret.password(PASSWORD_LENGTH)))
                .collect(Collectors.joining(",\n    "));
        return "{\n  \"accounts\": [\n    " + people + "\n  ],\n  \"clients\": [\n    " + clients + "\n  ]\n}\n";
    }

    /** {@code username/creditCode/ROLE}, commas between: the first two represent their enterprise, the agent is a clerk of all. */
    static String mandates() {
        return PEOPLE.stream()
                .flatMap(person -> person.creditCodes().stream()
                        .map(code -> person.username() + "/" + code + "/"
                                + (person.creditCodes().size() == 1 ? "LEGAL_REPRESENTATIVE" : "CLERK")))
                .collect(Collectors.joining(","));
    }

    private record Person(String username, String displayName, String role, List<String> creditCodes) {
        Person(String username, String displayName, String role, String... creditCodes) {
            this(username, displayName, role, List.of(creditCodes));
        }

        String json() {
            String codes = creditCodes.isEmpty()
                    ? ""
                    : ", \"creditCodes\": "
                            + creditCodes.stream()
                                    .map(code -> '"' + code + '"')
                                    .collect(Collectors.joining(", ", "[", "]"));
            String factor = WITH_FACTOR.contains(role) ? ", \"totpSecret\": \"" + OneTimeCode.freshSecret() + '"' : "";
            return "{\"username\": \"%s\", \"displayName\": \"%s\", \"password\": \"%s\", \"roles\": [\"%s\"]%s%s}"
                    .formatted(username, displayName, Secret.password(PASSWORD_LENGTH), role, codes, factor);
        }
    }
}
