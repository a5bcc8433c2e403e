package org.fourplusone.fund.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingMoved;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.notice.ObjectionAnswered;
import org.fourplusone.fund.recovery.Recovery;
import org.fourplusone.fund.recovery.RecoveryTold;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Issues the letter of a move in the move's own transaction, so that there is no move without its letter nor the reverse. */
@Component
class Letters {
    private static final String SELECT = "SELECT l.id, l.number, l.kind, l.filing_id, l.issued_on, l.content, a.name"
            + " FROM letter l LEFT JOIN letter_addressee a ON a.letter_id = l.id";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final Clock clock;
    private final Text office;
    private final Text treasury;

    Letters(
            JdbcClient jdbc,
            JsonMapper json,
            AuditLog audit,
            Clock clock,
            @Value("${letters.office.zh}") String officeZh,
            @Value("${letters.office.en}") String officeEn,
            @Value("${letters.treasury.name}") String treasury,
            @Value("${letters.treasury.number}") String account,
            @Value("${letters.treasury.bank}") String bank) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
        this.office = Text.of(officeZh, officeEn);
        this.treasury = Text.of(
                "户名：%s，账号：%s，开户银行：%s".formatted(treasury, account, bank),
                "account %s, %s, %s".formatted(account, treasury, bank));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingMoved moved) {
        LetterKind.of(moved.move()).ifPresent(kind -> {
            Filing filing = moved.filing();
            issue(kind, filing, content(filing, filing.enterpriseName(), filing.creditCode(), moved.note()));
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ObjectionAnswered answered) {
        LetterKind kind = answered.isUpheld() ? LetterKind.OBJECTION_UPHELD : LetterKind.OBJECTION_NOT_UPHELD;
        String letter = issue(kind, answered.filing(), content(answered.filing(), "", "", answered.answer()));
        jdbc.sql("INSERT INTO letter_addressee (letter_id, objection_id, name) VALUES (:letter, :objection, :name)")
                .param("letter", letter)
                .param("objection", answered.objection())
                .param("name", answered.author())
                .update();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RecoveryTold told) {
        Filing filing = told.filing();
        issue(LetterKind.of(told.act()), filing, claiming(told.act(), filing, told.recovery()));
    }

    /** Answers its id; the audit keeps the hash of what it says. */
    private String issue(LetterKind kind, Filing filing, Letter.Content content) {
        LocalDate today = LocalDate.now(clock);
        int serial = nextSerial(kind, today.getYear());
        String id = CaseId.next(clock);
        String said = json.writeValueAsString(content);
        String number = "四加一%s〔%d〕%d号".formatted(kind.word(), today.getYear(), serial);
        jdbc.sql("INSERT INTO letter (id, number, kind, word, year, serial, filing_id, issued_on, content)"
                        + " VALUES (:id, :number, :kind, :word, :year, :serial, :filing, :today, :content)")
                .param("id", id)
                .param("number", number)
                .param("kind", kind.name())
                .param("word", kind.word())
                .param("year", today.getYear())
                .param("serial", serial)
                .param("filing", filing.id())
                .param("today", today)
                .param("content", said)
                .update();
        audit.record(filing.id(), "LETTER", null, Map.of("letter", id, "number", number, "sha256", sha256(said)));
        return id;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Letter.Content content(Filing filing, String addressee, String creditCode, @Nullable String note) {
        return new Letter.Content(
                office,
                addressee,
                creditCode,
                filing.number(),
                filing.itemCode(),
                filing.title(),
                submittedOn(filing),
                filing.approved(),
                lines(note),
                filing.dueOn(),
                null);
    }

    private Letter.Content claiming(RecoveryTold.Act act, Filing filing, Recovery recovery) {
        LocalDate stated = recovery.statedOn();
        Text hearing = stated == null
                ? Text.of("你单位在期限内未提出陈述、申辩", "you did not state your case within your days")
                : Text.of("你单位已陈述、申辩，意见已予听取", "your statement was heard");
        List<String> points =
                switch (act) {
                    case DEMANDED -> lines(recovery.reason());
                    case ORDERED ->
                        Stream.of(recovery.reason(), recovery.decision())
                                .flatMap(text -> lines(text).stream())
                                .toList();
                    case DROPPED -> lines(recovery.decision());
                    case DUNNED -> List.<String>of();
                };
        return new Letter.Content(
                office,
                filing.enterpriseName(),
                filing.creditCode(),
                filing.number(),
                filing.itemCode(),
                filing.title(),
                submittedOn(filing),
                act == RecoveryTold.Act.DUNNED ? recovery.open() : recovery.amount(),
                points,
                act == RecoveryTold.Act.DEMANDED ? recovery.heardUntil() : recovery.dueOn(),
                new Letter.Claim(
                        recovery.id(),
                        recovery.number(),
                        recovery.ground().title(),
                        recovery.ground().basis(),
                        hearing,
                        treasury));
    }

    private LocalDate submittedOn(Filing filing) {
        Instant submitted = filing.submittedAt();
        return submitted == null
                ? LocalDate.now(clock)
                : submitted.atZone(clock.getZone()).toLocalDate();
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Counts without gaps: the row stays locked until the letter is there. */
    private int nextSerial(LetterKind kind, int year) {
        jdbc.sql("INSERT INTO letter_serial (word, year, last) VALUES (:word, :year, 1)"
                        + " ON DUPLICATE KEY UPDATE last = last + 1")
                .param("word", kind.word())
                .param("year", year)
                .update();
        return jdbc.sql("SELECT last FROM letter_serial WHERE word = :word AND year = :year")
                .param("word", kind.word())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** The letters of a filing, oldest first. */
    List<Letter> of(String filing) {
        return jdbc.sql(SELECT + " WHERE l.filing_id = :filing ORDER BY l.id")
                .param("filing", filing)
                .query(this::row)
                .list();
    }

    Optional<Letter> find(String id) {
        return jdbc.sql(SELECT + " WHERE l.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    private Letter row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        Letter.Content content = json.readValue(row.getString("content"), Letter.Content.class);
        String author = row.getString("name");
        return new Letter(
                row.getString("id"),
                row.getString("number"),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("filing_id"),
                row.getObject("issued_on", LocalDate.class),
                author == null ? content : content.to(author));
    }
}
