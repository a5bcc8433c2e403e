package org.fourplusone.policy.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/** What a change of one item does to one enterprise; INELIGIBLE and 0.00 where there is no such item. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangedEnterprise(
        String creditCode,
        String name,
        @Nullable String cluster,
        @Nullable String sizeClass,
        String item,
        Shift change,
        Standpoint before,
        Standpoint after) {

    private static final Shift[] SHIFTS = Shift.values();
    private static final Verdict[] VERDICTS = Verdict.values();

    /** All but the item, which the rows of one stored value share. */
    void write(DataOutputStream out) throws IOException {
        out.writeUTF(creditCode);
        out.writeUTF(name);
        out.writeUTF(cluster == null ? "" : cluster);
        out.writeUTF(sizeClass == null ? "" : sizeClass);
        out.writeByte(change.ordinal());
        write(before, out);
        write(after, out);
    }

    private static void write(Standpoint stands, DataOutputStream out) throws IOException {
        Money high = stands.high();
        out.writeByte(stands.verdict().ordinal());
        out.writeLong(stands.low().fen());
        out.writeLong(high == null ? ItemRun.UNBOUNDED : high.fen());
    }

    static ChangedEnterprise read(String item, DataInputStream in) throws IOException {
        String creditCode = in.readUTF();
        String name = in.readUTF();
        String cluster = in.readUTF();
        String sizeClass = in.readUTF();
        return new ChangedEnterprise(
                creditCode,
                name,
                cluster.isEmpty() ? null : cluster,
                sizeClass.isEmpty() ? null : sizeClass,
                item,
                SHIFTS[in.readByte()],
                stands(in),
                stands(in));
    }

    private static Standpoint stands(DataInputStream in) throws IOException {
        Verdict verdict = VERDICTS[in.readByte()];
        Money low = Money.ofFen(in.readLong());
        return new Standpoint(verdict, low, Cost.money(in.readLong()));
    }
}
