package org.fourplusone.starter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.audit.Finding.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Chains over several days on a real database: sealed, exported, tampered with in every way, and verified. */
class AuditRootsIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final TestDatabase SCHEMA = TestDatabase.fresh("audit");

    @TempDir
    Path folder;

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(SCHEMA.url(), SCHEMA.username(), SCHEMA.password());
    private final JdbcClient database = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    private Instant now = Instant.EPOCH;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(SHANGHAI);
    private final AuditLog audit = new AuditLog(database, new JdbcTemplate(source), JsonMapper.shared(), clock);
    private AuditRoots roots;

    private AuditRoots roots(String name) {
        return new AuditRoots(
                database,
                transaction,
                clock,
                "test-service",
                SigningKey.in(folder.resolve("key.pem")),
                new RootFolder(folder.resolve(name)));
    }

    /** Three cases over three days; on the fourth morning all three days are sealed. */
    @BeforeEach
    void threeDays() throws Exception {
        asOwner(
                "DELETE FROM audit_record",
                "DELETE FROM audit_head",
                "DELETE FROM audit_root",
                "DELETE FROM audit_root_head");
        roots = roots("home");
        at("2026-11-20T10:00");
        record("a", "submit", "申报 🏭");
        record("b", "submit", "line\nbreak \"quoted\" \\");
        record("a", "accept", "x");
        at("2026-11-21T23:59");
        record("a", "approve", "12.00");
        record("c", "submit", "y");
        at("2026-11-22T09:00");
        record("a", "pay", "12.00");
        record("b", "refuse", "z");
        at("2026-11-23T08:00");
        roots.bringUpToDate();
    }

    private void at(String shanghai) {
        now = java.time.LocalDateTime.parse(shanghai).atZone(SHANGHAI).toInstant();
    }

    private void record(String caseId, String action, String detail) {
        transaction.executeWithoutResult(status -> audit.record(caseId, action, null, Map.of("note", detail)));
    }

    private void asOwner(String... statements) throws Exception {
        try (Connection owner =
                DriverManager.getConnection(SCHEMA.url(), SCHEMA.ownerUsername(), SCHEMA.ownerPassword())) {
            for (String sql : statements) {
                try (var statement = owner.createStatement()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private byte[] export(@Nullable String from, @Nullable String to) throws Exception {
        return export(roots, from, to);
    }

    private byte[] export(AuditRoots roots, @Nullable String from, @Nullable String to) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditExport export = new AuditExport(
                roots.service(),
                roots.key().open(),
                now,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
        try (Connection connection = source.getConnection()) {
            export.write(connection, roots.folder(), roots.key(), out);
        }
        return out.toByteArray();
    }

    private static List<Finding> check(byte[] export, AuditRoot... published) throws IOException {
        return new ExportCheck(List.of(published)).of(new ByteArrayInputStream(export));
    }

    private static List<Kind> kinds(byte[] export, AuditRoot... published) throws IOException {
        return check(export, published).stream().map(Finding::kind).toList();
    }

    private static List<String> lines(byte[] export) {
        return new ArrayList<>(
                new String(export, StandardCharsets.UTF_8).lines().toList());
    }

    private static byte[] bytes(List<String> lines) {
        return lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int indexOf(List<String> lines, String start) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sealsEachDayAndLinksItToTheOneBefore() throws Exception {
        List<AuditRoot> kept = roots.folder().all();
        assertThat(kept)
                .extracting(AuditRoot::day)
                .extracting(LocalDate::toString)
                .containsExactly("2026-11-20", "2026-11-21", "2026-11-22");
        assertThat(kept).extracting(AuditRoot::cases).containsExactly(2L, 2L, 2L);
        assertThat(kept.get(0).previous()).isEqualTo(AuditChain.START);
        assertThat(kept.get(2).previous()).isEqualTo(kept.get(1).hash());
        assertThat(kept).allMatch(AuditRoot::isWhole);
        assertThat(Files.readAllLines(roots.folder().heads(LocalDate.parse("2026-11-20"))))
                .hasSize(2);
    }

    @Test
    void anUntouchedExportIsWhole() throws Exception {
        AuditRoot[] published = roots.folder().all().toArray(AuditRoot[]::new);
        assertThat(check(export(null, null), published)).isEmpty();
        assertThat(check(export("2026-11-21", "2026-11-21"), published)).isEmpty();
        assertThat(lines(export("2026-11-21", "2026-11-21"))).noneMatch(line -> line.contains("\"case\":\"b\""));
        assertThat(check(export("2027-01-01", null), published)).isEmpty();
    }

    @Test
    void everyChangedByteIsFound() throws Exception {
        byte[] whole = export(null, null);
        long seed = System.nanoTime();
        System.out.println("AuditRootsIT: bytes changed with seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(check(changed)).as("bit changed in byte %d", at).isNotEmpty();
        }
        List<String> lines = lines(whole);
        int record = indexOf(lines, "{\"kind\":\"record\",\"case\":\"a\",\"sequence\":3");
        lines.set(record, lines.get(record).replace("12.00", "92.00"));
        assertThat(check(bytes(lines)).get(0)).hasToString("CHANGED: case a: record 3 was changed");
        assertThat(kinds(bytes(lines))).contains(Kind.CHANGED);
    }

    @Test
    void aTruncationIsFound() throws Exception {
        List<String> lines = lines(export(null, null));
        assertThat(kinds(bytes(lines.subList(0, lines.size() - 1)))).containsExactly(Kind.CUT_OFF);
        assertThat(kinds(bytes(lines.subList(0, lines.size() - 3)))).contains(Kind.CUT_OFF, Kind.MISSING);
        byte[] whole = export(null, null);
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 2, whole.length - 1}) {
            assertThat(kinds(java.util.Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .contains(Kind.CUT_OFF);
        }
    }

    @Test
    void aRemovedRecordAndAReorderedPairAreFound() throws Exception {
        List<String> lines = lines(export(null, null));
        int second = indexOf(lines, "{\"kind\":\"record\",\"case\":\"a\",\"sequence\":2");
        String taken = lines.remove(second);
        assertThat(check(bytes(lines))).first().hasToString("MISSING: case a: record 2 is missing");
        lines.add(second + 1, taken);
        assertThat(check(bytes(lines))).first().hasToString("REORDERED: case a: record 2 is not in its place");
        lines.remove(taken);
        lines.add(second, taken);
        assertThat(check(bytes(lines))).as("back in its place").isEmpty();
    }

    @Test
    void aRecordRemovedFromTheDatabaseIsFoundByTheSignedRoot() throws Exception {
        List<AuditRecord> chain = audit.of("a");
        asOwner(
                "DELETE FROM audit_record WHERE case_id = 'a' AND sequence = 4",
                "UPDATE audit_head SET sequence = 3, hash = '" + chain.get(2).hash() + "' WHERE case_id = 'a'");
        assertThat(audit.verify("a")).as("the database alone cannot tell").isEmpty();
        assertThat(check(export(null, null)))
                .singleElement()
                .hasToString("CUT_OFF: case a: the chain ends at record 3, but the signed root of 2026-11-22 holds its"
                        + " record 4");
        asOwner("DELETE FROM audit_record WHERE case_id = 'a'", "DELETE FROM audit_head WHERE case_id = 'a'");
        assertThat(check(export(null, null)).get(0))
                .hasToString("MISSING: the chain of case a is gone; the signed root of 2026-11-20 holds its record 2");
    }

    @Test
    void aChainWrittenAnewWithAllItsHashesIsFoundByTheSignedRoot() throws Exception {
        rewrite("a", "mallory");
        assertThat(audit.verify("a")).as("its hashes fit together").isEmpty();
        assertThat(check(export(null, null)))
                .singleElement()
                .hasToString(
                        "REWRITTEN: case a: the chain was written anew: its record 2 is not the one that the signed"
                                + " root of 2026-11-20 holds");
    }

    /** Whoever holds database, folder and a key can make everything anew, but not what was published. */
    @Test
    void anAuditWrittenAnewWithItsRootsIsFoundByThePublishedOnes() throws Exception {
        AuditRoot[] published = roots.folder().all().toArray(AuditRoot[]::new);
        rewrite("a", "mallory");
        asOwner("DELETE FROM audit_root", "DELETE FROM audit_root_head");
        AuditRoots forged = roots("forged");
        forged.bringUpToDate();
        byte[] export = export(forged, null, null);
        assertThat(check(export)).as("the forged roots fit the forged chains").isEmpty();
        assertThat(kinds(export, published)).containsOnly(Kind.ROOTS).hasSize(3);
    }

    private void rewrite(String caseId, String actor) throws Exception {
        String previous = AuditChain.START;
        for (AuditRecord old : audit.of(caseId)) {
            AuditRecord open = new AuditRecord(
                    caseId,
                    old.sequence(),
                    old.at(),
                    actor,
                    old.role(),
                    old.action(),
                    old.beforeHash(),
                    old.afterHash(),
                    old.detail(),
                    previous,
                    "");
            String hash = AuditChain.hash(open);
            asOwner(
                    "UPDATE audit_record SET actor = '%s', previous_hash = '%s', hash = '%s' WHERE case_id = '%s' AND sequence = %d"
                            .formatted(actor, previous, hash, caseId, old.sequence()));
            previous = hash;
        }
        asOwner("UPDATE audit_head SET hash = '" + previous + "' WHERE case_id = '" + caseId + "'");
    }

    @Test
    void missedDaysAreMadeUpForOnceHoweverManyInstancesTry() throws Exception {
        at("2026-12-03T00:10");
        List<AuditRoots> instances = IntStream.range(0, 4)
                .mapToObj(i -> roots(i < 2 ? "home" : "other"))
                .toList();
        CompletableFuture.allOf(instances.stream()
                        .map(each -> CompletableFuture.runAsync(each::bringUpToDate))
                        .toArray(CompletableFuture[]::new))
                .join();
        instances.forEach(AuditRoots::bringUpToDate);
        assertThat(roots.folder().all())
                .hasSize(13)
                .isEqualTo(instances.get(3).folder().all());
        assertThat(check(export(null, null))).isEmpty();
    }

    @Test
    void aDayIsNotSealedBeforeItIsOver() throws Exception {
        record("d", "submit", "today");
        at("2026-11-24T00:04");
        roots.bringUpToDate();
        assertThat(roots.folder().all()).hasSize(3);
        at("2026-11-24T00:06");
        roots.bringUpToDate();
        assertThat(roots.folder().all()).hasSize(4);
    }

    @Test
    void aRecordThatCameLateFallsUnderTheNextRoot() throws Exception {
        at("2026-11-22T23:59");
        record("c", "late", "committed after its day was sealed");
        at("2026-11-24T08:00");
        roots.bringUpToDate();
        assertThat(Files.readString(roots.folder().heads(LocalDate.parse("2026-11-23"))))
                .contains("\"case\":\"c\",\"sequence\":2");
        assertThat(check(export(null, null))).isEmpty();
    }

    @Test
    void aTornLineIsWrittenAgainAndAForgedRootIsNeverPublished() throws Exception {
        byte[] whole = Files.readAllBytes(roots.folder().roots());
        Files.write(roots.folder().roots(), java.util.Arrays.copyOf(whole, whole.length - 40));
        roots.publish();
        assertThat(Files.readAllBytes(roots.folder().roots())).isEqualTo(whole);

        at("2026-11-24T08:00");
        roots.seal();
        asOwner("UPDATE audit_root SET previous = '" + "1".repeat(64) + "' WHERE day = '2026-11-23'");
        roots.publish();
        assertThat(Files.readAllBytes(roots.folder().roots())).isEqualTo(whole);
    }

    @Test
    void theCommandNeedsTheJdkAlone() throws Exception {
        Path file = Files.write(folder.resolve("export.ndjson"), export(null, null));
        String published = roots.folder().roots().toString();
        assertThat(command(file.toString(), "--root", published)).isEqualTo(0);
        Path cut = Files.write(folder.resolve("cut.ndjson"), java.util.Arrays.copyOf(Files.readAllBytes(file), 4000));
        assertThat(command(cut.toString())).isEqualTo(1);

        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(VerifyAudit.run(new PrintStream(said), "no-such-file")).isEqualTo(2);
        assertThat(VerifyAudit.run(new PrintStream(said), file.toString(), "--root", file.toString()))
                .isEqualTo(2);
        assertThat(VerifyAudit.run(new PrintStream(said))).isEqualTo(2);
        assertThat(said.toString()).contains("no-such-file cannot be read", "Say which file");
    }

    private static int command(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                "target/classes",
                VerifyAudit.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
