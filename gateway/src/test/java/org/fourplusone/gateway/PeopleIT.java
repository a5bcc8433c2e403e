package org.fourplusone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.deploy.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a security administrator does with people and roles. */
class PeopleIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String ACCOUNTS = """
            {"accounts":[
              {"username":"guard","password":"guard-password-1","displayName":"安保","roles":["SECURITY_ADMIN"]},
              {"username":"guard2","password":"guard2-password-1","displayName":"安保乙","roles":["SECURITY_ADMIN"]},
              {"username":"boss","password":"boss-password-1","roles":["ADMIN"]},
              {"username":"watcher","password":"watcher-password-1","roles":["AUDITOR"]}],"clients":[]}""";

    @TempDir
    static Path files;

    private static TestDatabase database;
    private static GatewayProcess gateway;
    private static Caller guard;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(files.resolve("accounts.json"), ACCOUNTS);
        database = TestDatabase.fresh("gateway");
        gateway = gateway();
        guard = gateway.caller();
        assertThat(guard.signIn("guard", "guard-password-1").status()).isEqualTo(200);
    }

    private static GatewayProcess gateway() {
        return GatewayProcess.start(database, files, Map.of(), "suite.limit.activation.at-once=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void entersAPersonWhoSetsTheOwnPasswordAndSignsIn() {
        Caller.Answer entered = enter("""
                {"username":"li.na","displayName":"李娜","roles":["INTAKE","REVIEWER"]}""");

        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.header("Location")).isEqualTo("/api/people/li.na");
        assertThat(entered.header("Cache-Control")).contains("no-store");
        assertThat(entered.json().get("activated").asBoolean()).isFalse();
        String code = entered.json().get("activationCode").asString();
        assertThat(code.replace("-", "")).hasSize(28);
        assertThat(gateway.caller().signIn("li.na", "").status())
                .as("nobody has a password yet")
                .isEqualTo(400);
        assertThat(gateway.caller().signIn("li.na", PASSWORD).code()).isEqualTo("SIGN_IN_FAILED");

        assertThat(activate("li.na", "AAAA" + code.substring(4)).code()).isEqualTo("INVALID");
        assertThat(activate("li.na", code).status()).isEqualTo(200);
        assertThat(activate("li.na", code).code()).isEqualTo("ACTIVATION_USED");

        Caller.Answer signedIn = gateway.caller().signIn("li.na", PASSWORD);
        assertThat(signedIn.json().get("displayName").asString()).isEqualTo("李娜");
        assertThat(signedIn.json().get("roles").toString()).isEqualTo("[\"INTAKE\",\"REVIEWER\"]");
        Caller.Answer read = guard.get("/api/people/li.na");
        assertThat(read.json().get("activated").asBoolean()).isTrue();
        assertThat(read.json().has("activationCode")).isFalse();
        assertThat(read.json().has("codeExpiresAt")).isFalse();
    }

    @Test
    void keepsOnlyHashesOfCodes() {
        String code = enter("{\"username\":\"hashed\",\"displayName\":\"X\",\"roles\":[\"ANALYST\"]}")
                .json()
                .get("activationCode")
                .asString();

        String kept = gateway.bean(JdbcClient.class)
                .sql("SELECT code_hash FROM activation_code WHERE username = 'hashed'")
                .query(String.class)
                .single();
        assertThat(kept).startsWith("{sha256}").doesNotContain(code.substring(0, 4));
    }

    @Test
    void anExpiredCodeIsRenewedAndTheOneBeforeIsVoid() {
        String first = enter("{\"username\":\"late\",\"displayName\":\"迟到\",\"roles\":[\"PAYER\"]}")
                .json()
                .get("activationCode")
                .asString();
        gateway.bean(JdbcClient.class)
                .sql("UPDATE activation_code SET expires_at = 1 WHERE username = 'late'")
                .update();

        assertThat(activate("late", first).status()).isEqualTo(410);
        String second = guard.post("/api/people/late/code", "{}")
                .json()
                .get("activationCode")
                .asString();
        assertThat(activate("late", first).status()).isEqualTo(400);
        assertThat(activate("late", second).status()).isEqualTo(200);
    }

    @Test
    void refusesAPersonThatBreaksARuleAndEntersNobody() {
        for (String[] wrong : List.of(
                new String[] {"{\"username\":\"X Y\",\"displayName\":\"a\",\"roles\":[\"PAYER\"]}", "NOT_A_USERNAME"},
                new String[] {"{\"username\":\"w1\",\"displayName\":\" \",\"roles\":[\"PAYER\"]}", "REQUIRED"},
                new String[] {"{\"username\":\"w1\",\"displayName\":\"a\",\"roles\":[]}", "REQUIRED"},
                new String[] {"{\"username\":\"w1\",\"displayName\":\"a\",\"roles\":[null]}", "NOT_A_ROLE"},
                new String[] {"{\"username\":\"w1\",\"displayName\":\"a\",\"roles\":[\"SERVICE\"]}", "NOT_A_ROLE"},
                new String[] {
                    "{\"username\":\"w1\",\"displayName\":\"a\",\"roles\":[\"ADMIN\",\"AUDITOR\"]}", "ROLE_STANDS_ALONE"
                },
                new String[] {
                    "{\"username\":\"w1\",\"displayName\":\"a\",\"roles\":[\"SECURITY_ADMIN\",\"PAYER\"]}",
                    "ROLE_STANDS_ALONE"
                },
                new String[] {"{\"username\":\"w1\",\"displayName\":\"a\",\"roles\":[\"ENTERPRISE\"]}", "REQUIRED"},
                new String[] {
                    "{\"username\":\"w1\",\"displayName\":\"a\",\"roles\":[\"ENTERPRISE\"],\"creditCodes\":[\"1\"]}",
                    "NOT_A_CREDIT_CODE"
                },
                new String[] {
                    "{\"username\":\"w1\",\"displayName\":\"a\",\"roles\":[\"PAYER\"],\"creditCodes\":[\"91371502MA3EX0013C\"]}",
                    "ONLY_OF_ENTERPRISES"
                })) {
            Caller.Answer refused = enter(wrong[0]);
            assertThat(refused.status()).as(wrong[0]).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/code").asString())
                    .as(wrong[0])
                    .isEqualTo(wrong[1]);
        }
        assertThat(enter("{\"username\":\"boss\",\"displayName\":\"a\",\"roles\":[\"PAYER\"]}")
                        .code())
                .isEqualTo("USERNAME_TAKEN");
        assertThat(guard.get("/api/people/w1").status()).isEqualTo(404);
    }

    @Test
    void isForbiddenForEverybodyElse() {
        Caller boss = gateway.caller();
        boss.signIn("boss", "boss-password-1");
        Caller watcher = gateway.caller();
        watcher.signIn("watcher", "watcher-password-1");
        for (Caller other : List.of(boss, watcher)) {
            assertThat(other.get("/api/people").code()).isEqualTo("FORBIDDEN");
            assertThat(other.get("/api/people/guard").code()).isEqualTo("FORBIDDEN");
            assertThat(other.post("/api/people", "{\"username\":\"me2\",\"displayName\":\"a\",\"roles\":[\"PAYER\"]}")
                            .code())
                    .isEqualTo("FORBIDDEN");
            assertThat(other.post("/api/people/guard/code", "{}").code()).isEqualTo("FORBIDDEN");
            assertThat(patch(other, "guard2", "\"1\"", "{\"enabled\":false}").code())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(gateway.caller().get("/api/people").code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void nobodyChangesTheOwnAccount() {
        String tag = guard.get("/api/people/guard").header("ETag");

        assertThat(patch(guard, "guard", tag, "{\"roles\":[\"APPROVER\"]}").code())
                .isEqualTo("NOT_ONESELF");
        assertThat(guard.post("/api/people/guard/code", "{}").code()).isEqualTo("NOT_ONESELF");
    }

    @Test
    void whoIsSwitchedOffIsOutAtOnceAndStaysOut() {
        String code = enter("{\"username\":\"leaver\",\"displayName\":\"离职\",\"roles\":[\"APPROVER\"]}")
                .json()
                .get("activationCode")
                .asString();
        activate("leaver", code);
        Caller leaver = gateway.caller();
        leaver.signIn("leaver", PASSWORD);
        assertThat(leaver.get("/api/session").json().has("username")).isTrue();
        assertThat(sessionsOf("leaver")).isEqualTo(1);

        Caller.Answer off = patch(guard, "leaver", tagOf("leaver"), "{\"enabled\":false}");

        assertThat(off.json().get("enabled").asBoolean()).isFalse();
        assertThat(leaver.get("/api/session").json().has("username")).isFalse();
        assertThat(sessionsOf("leaver")).isZero();
        assertThat(gateway.caller().signIn("leaver", PASSWORD).code()).isEqualTo("SIGN_IN_FAILED");
        assertThat(guard.post("/api/people/leaver/code", "{}").code()).isEqualTo("SWITCHED_OFF");

        patch(guard, "leaver", tagOf("leaver"), "{\"enabled\":true}");
        assertThat(gateway.caller().signIn("leaver", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aChangedRoleIsFeltByARunningSession() {
        String code = enter("{\"username\":\"mover\",\"displayName\":\"转岗\",\"roles\":[\"PAYER\"]}")
                .json()
                .get("activationCode")
                .asString();
        activate("mover", code);
        Caller mover = gateway.caller();
        mover.signIn("mover", PASSWORD);

        Caller.Answer changed = patch(
                guard,
                "mover",
                tagOf("mover"),
                "{\"roles\":[\"ENTERPRISE\"],\"creditCodes\":[\"91371502MA3EX0013C\"],\"displayName\":\"新名\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(mover.get("/api/session").json().get("creditCodes")).hasSize(1);
        assertThat(mover.get("/api/session").json().get("displayName").asString())
                .isEqualTo("新名");
        assertThat(patch(guard, "mover", tagOf("mover"), "{\"roles\":[null]}").status())
                .isEqualTo(400);
        assertThat(patch(guard, "mover", tagOf("mover"), "{\"roles\":[\"PAYER\"]}")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .as("the codes would be left over")
                .isEqualTo("creditCodes");
    }

    @Test
    void editsAreMadeOnWhatWasSeen() {
        enter("{\"username\":\"seen\",\"displayName\":\"看\",\"roles\":[\"PAYER\"]}");
        String tag = tagOf("seen");

        assertThat(guard.send(
                                "PATCH",
                                "/api/people/seen",
                                BodyPublishers.ofString("{\"enabled\":false}"),
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(428);
        assertThat(patch(guard, "seen", tag, "{\"roles\":[\"RELEASER\"]}").status())
                .isEqualTo(200);
        assertThat(patch(guard, "seen", tag, "{\"roles\":[\"APPROVER\"]}").status())
                .isEqualTo(412);
        assertThat(patch(guard, "nobody", tag, "{}").status()).isEqualTo(404);
    }

    @Test
    void listsEverybodyPageByPage() {
        enter("{\"username\":\"zz-last\",\"displayName\":\"末\",\"roles\":[\"EXPERT\"]}");
        List<String> names = new ArrayList<>();
        long total = guard.get("/api/people").json().get("total").asLong();
        for (int page = 0; page * 2 < total; page++) {
            guard.get("/api/people?size=2&page=" + page)
                    .json()
                    .get("items")
                    .forEach(person -> names.add(person.get("username").asString()));
        }

        assertThat(names).doesNotHaveDuplicates().contains("boss", "zz-last").isSorted();
        assertThat(names).hasSize((int) total);
        assertThat(guard.get("/api/people?role=SECURITY_ADMIN")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(guard.get("/api/people?size=201").status()).isEqualTo(400);
        assertThat(guard.get("/api/people?page=x").status()).isEqualTo(400);
        assertThat(guard.get("/api/people?role=KING").status()).isEqualTo(400);
    }

    @Test
    void aChangedAccountsFileLeavesThoseAloneWhoWereEntered() throws Exception {
        String code = enter("{\"username\":\"stayer\",\"displayName\":\"留\",\"roles\":[\"PAYER\"]}")
                .json()
                .get("activationCode")
                .asString();
        activate("stayer", code);
        Files.writeString(files.resolve("accounts.json"), ACCOUNTS + " ");

        try (GatewayProcess second = gateway()) {
            assertThat(second.caller().signIn("stayer", PASSWORD).status()).isEqualTo(200);
            assertThat(second.caller().signIn("guard2", "guard2-password-1").status())
                    .isEqualTo(200);
        }
    }

    private static Caller.Answer enter(String person) {
        return guard.post("/api/people", person);
    }

    private static Caller.Answer activate(String username, String code) {
        return gateway.caller()
                .post(
                        "/api/activation",
                        "{\"code\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(code, username, PASSWORD));
    }

    private static Caller.Answer patch(Caller caller, String username, String tag, String change) {
        return caller.send(
                "PATCH",
                "/api/people/" + username,
                BodyPublishers.ofString(change),
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                tag);
    }

    private static String tagOf(String username) {
        return guard.get("/api/people/" + username).header("ETag");
    }

    private static long sessionsOf(String username) {
        return gateway.bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM SPRING_SESSION WHERE PRINCIPAL_NAME = ?")
                .param(username)
                .query(Long.class)
                .single();
    }
}
