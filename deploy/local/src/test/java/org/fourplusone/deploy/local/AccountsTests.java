package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountsTests {
    private static final int SHORTEST_PASSWORD = 15;

    private final JsonNode file = JsonMapper.shared().readTree(Accounts.json());

    private List<JsonNode> accounts() {
        return StreamSupport.stream(file.get("accounts").spliterator(), false).toList();
    }

    @Test
    void givesEveryRoleItsPersons() {
        Map<String, Integer> persons = new TreeMap<>();
        accounts().forEach(account -> persons.merge(account.get("roles").get(0).asString(), 1, Integer::sum));

        assertThat(persons)
                .containsExactlyEntriesOf(new TreeMap<>(Map.ofEntries(
                        Map.entry("ENTERPRISE", 3),
                        Map.entry("INTAKE", 1),
                        Map.entry("REVIEWER", 2),
                        Map.entry("EXPERT", 2),
                        Map.entry("APPROVER", 2),
                        Map.entry("PAYER", 1),
                        Map.entry("RELEASER", 1),
                        Map.entry("POLICY_EDITOR", 1),
                        Map.entry("POLICY_PUBLISHER", 1),
                        Map.entry("ANALYST", 1),
                        Map.entry("AUDITOR", 1),
                        Map.entry("ADMIN", 1),
                        Map.entry("SECURITY_ADMIN", 2))));
    }

    @Test
    void givesEveryPersonALongPasswordOfItsOwn() {
        List<String> passwords = accounts().stream()
                .map(account -> account.get("password").asString())
                .toList();

        assertThat(passwords).doesNotHaveDuplicates().allMatch(password -> password.length() >= SHORTEST_PASSWORD);
        assertThat(Accounts.json()).isNotEqualTo(Accounts.json());
    }

    @Test
    void bindsEnterpriseAccountsAndNobodyElseToCreditCodes() {
        assertThat(accounts()).allSatisfy(account -> assertThat(account.has("creditCodes"))
                .isEqualTo("ENTERPRISE".equals(account.get("roles").get(0).asString())));
        assertThat(accounts().get(2).get("creditCodes")).hasSize(3);
    }

    @Test
    void givesASecondFactorToWhoMovesMoney() {
        assertThat(accounts()).allSatisfy(account -> assertThat(account.has("totpSecret"))
                .isEqualTo(List.of("INTAKE", "REVIEWER", "APPROVER", "PAYER", "RELEASER", "ADMIN")
                        .contains(account.get("roles").get(0).asString())));
        List<String> secrets = accounts().stream()
                .filter(account -> account.has("totpSecret"))
                .map(account -> account.get("totpSecret").asString())
                .toList();
        assertThat(secrets).hasSize(8).doesNotHaveDuplicates().allMatch(secret -> secret.matches("[A-Z2-7]{32}"));
    }

    @Test
    void givesEachEnterpriseAccountItsMandates() {
        assertThat(Accounts.mandates().split(","))
                .containsExactly(
                        "enterprise1/91371502MA3EX0013C/LEGAL_REPRESENTATIVE",
                        "enterprise2/91371502MA3EX00217/LEGAL_REPRESENTATIVE",
                        "clerk/91371502MA3EX0013C/CLERK",
                        "clerk/91371502MA3EX00217/CLERK",
                        "clerk/91371502MA3EX003XY/CLERK");
    }

    @Test
    void holdsAProgramsClient() {
        JsonNode client = file.get("clients").get(0);

        assertThat(client.get("id").asString()).isEqualTo("demo-reader");
        assertThat(client.get("secret").asString().length()).isGreaterThanOrEqualTo(SHORTEST_PASSWORD);
        assertThat(client.get("scopes")).isNotEmpty();
    }
}
