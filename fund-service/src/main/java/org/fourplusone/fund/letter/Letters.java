package org.fourplusone.fund.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingMoved;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.notice.ObjectionAnswered;
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
    private static final String SELECT = "SELECT id, number, kind, filing_id, issued_on, content FROM letter";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final Clock clock;
    private final Text office;

    Letters(
            JdbcClient jdbc,
            JsonMapper json,
            AuditLog audit,
            Clock clock,
            @Value("${letters.office.zh}") String officeZh,
            @Value("${letters.office.en}") String officeEn) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
        this.office = Text.of(officeZh, officeEn);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingMoved moved) {
        LetterKind.of(moved.move()).ifPresent(kind -> {
            Filing filing = moved.filing();
            issue(kind, filing, filing.enterpriseName(), filing.creditCode(), moved.note());
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ObjectionAnswered answered) {
        LetterKind kind = answered.isUpheld() ? LetterKind.OBJECTION_UPHELD : LetterKind.OBJECTION_NOT_UPHELD;
        issue(kind, answered.filing(), answered.author(), "", answered.answer());
    }

    private void issue(LetterKind kind, Filing filing, String addressee, String creditCode, @Nullable String note) {
        LocalDate today = LocalDate.now(clock);
        int serial = nextSerial(kind, today.getYear());
        String id = CaseId.next(clock);
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
                .param("content", json.writeValueAsString(content(filing, addressee, creditCode, note, today)))
                .update();
        audit.record(filing.id(), "LETTER", null, Map.of("letter", id, "number", number));
    }

    private Letter.Content content(
            Filing filing, String addressee, String creditCode, @Nullable String note, LocalDate today) {
        Instant submitted = filing.submittedAt();
        return new Letter.Content(
                office,
                addressee,
                creditCode,
                filing.number(),
                filing.itemCode(),
                filing.title(),
                submitted == null ? today : submitted.atZone(clock.getZone()).toLocalDate(),
                filing.approved(),
                note == null
                        ? List.of()
                        : note.lines().filter(line -> !line.isBlank()).toList(),
                filing.dueOn());
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
        return jdbc.sql(SELECT + " WHERE filing_id = :filing ORDER BY id")
                .param("filing", filing)
                .query(this::row)
                .list();
    }

    Optional<Letter> find(String id) {
        return jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    private Letter row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Letter(
                row.getString("id"),
                row.getString("number"),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("filing_id"),
                row.getObject("issued_on", LocalDate.class),
                json.readValue(row.getString("content"), Letter.Content.class));
    }
}
