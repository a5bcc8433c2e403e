package org.fourplusone.industry.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where enterprises are registered and work, and since when; rows are added and never changed. */
@Repository
class Addresses {

    private final JdbcClient database;

    Addresses(JdbcClient database) {
        this.database = database;
    }

    /** REGISTERED: the domicile of the business licence, which decides whether it belongs to the zone. */
    enum Kind {
        REGISTERED,
        OPERATING
    }

    /**
     * An address.
     *
     * @param since first day
     * @param inZone whether it lies in the zone: a statement of who recorded it, there is no region code of the zone
     */
    record Address(
            Kind kind,
            LocalDate since,
            String address,
            @Nullable String street,
            boolean inZone,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy) {}

    /** All that was recorded of an enterprise, newest first: by day, then by when it was recorded. */
    List<Address> of(String creditCode) {
        return database.sql("SELECT kind, since, address, street, in_zone, reason, recorded_at, recorded_by"
                        + " FROM enterprise_address WHERE credit_code = ? ORDER BY since DESC, change_number DESC")
                .param(creditCode)
                .query(Addresses::row)
                .list();
    }

    /** The registered address in force on a day, if one is recorded for it. */
    Optional<Address> registered(String creditCode, LocalDate day) {
        return of(creditCode).stream()
                .filter(each -> each.kind() == Kind.REGISTERED && !each.since().isAfter(day))
                .findFirst();
    }

    void add(String creditCode, long changeNumber, Address address) {
        database.sql(
                        "INSERT INTO enterprise_address (credit_code, change_number, kind, since, address, street, in_zone,"
                                + " reason, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(creditCode)
                .param(changeNumber)
                .param(address.kind().name())
                .param(address.since())
                .param(address.address())
                .param(address.street())
                .param(address.inZone())
                .param(address.reason())
                .param(LocalDateTime.ofInstant(address.recordedAt(), ZoneOffset.UTC))
                .param(address.recordedBy())
                .update();
    }

    private static Address row(ResultSet row, int number) throws SQLException {
        return new Address(
                Kind.valueOf(row.getString("kind")),
                row.getObject("since", LocalDate.class),
                row.getString("address"),
                row.getString("street"),
                row.getBoolean("in_zone"),
                row.getString("reason"),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("recorded_by"));
    }
}
