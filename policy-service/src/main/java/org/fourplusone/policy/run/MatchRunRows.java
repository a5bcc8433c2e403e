package org.fourplusone.policy.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores a run as it stood, by parts of rows: the enterprises once, and each item's verdicts and amounts. */
@Component
class MatchRunRows {

    private static final String ENTERPRISES = "";
    private static final Verdict[] VERDICTS = Verdict.values();

    private final MatchRuns runs;

    MatchRunRows(MatchRuns runs) {
        this.runs = runs;
    }

    /**
     * @param low the least that the item pays
     * @param high the most, absent if nothing bounds it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String creditCode,
            String name,
            @Nullable String cluster,
            @Nullable String sizeClass,
            Verdict verdict,
            Money low,
            @Nullable Money high) {}

    private record Judged(Verdict verdict, long low, long high) {}

    /** @param stored called after each item with the number of items that are stored */
    void add(String id, RegisterRun run, IntConsumer stored) {
        for (int part = 0; part * Packed.ROWS < run.size(); part++) {
            int from = part * Packed.ROWS;
            int to = Math.min(run.size(), from + Packed.ROWS);
            runs.addPart(id, ENTERPRISES, part, Packed.of(out -> {
                out.writeInt(to - from);
                for (int row = from; row < to; row++) {
                    Enterprise each = run.enterprise(row);
                    String cluster = each.cluster();
                    String sizeClass = each.sizeClass();
                    out.writeUTF(each.creditCode());
                    out.writeUTF(each.name());
                    out.writeUTF(cluster == null ? "" : cluster);
                    out.writeUTF(sizeClass == null ? "" : sizeClass);
                }
            }));
        }
        int done = 0;
        for (ItemRun item : run.items()) {
            for (int part = 0; part * Packed.ROWS < run.size(); part++) {
                int from = part * Packed.ROWS;
                int to = Math.min(run.size(), from + Packed.ROWS);
                runs.addPart(id, item.item().code(), part, Packed.of(out -> {
                    for (int row = from; row < to; row++) {
                        Verdict verdict = item.verdict(row);
                        out.writeByte(verdict.ordinal());
                        if (verdict != Verdict.INELIGIBLE) {
                            out.writeLong(item.lowFen(row));
                            out.writeLong(item.highFen(row));
                        }
                    }
                }));
            }
            stored.accept(++done);
        }
    }

    /** The enterprises of a run with their verdict on one item, by credit code. */
    Page<Row> page(String id, String item, @Nullable Verdict wanted, Paging paging) {
        List<Row> page = new ArrayList<>();
        long seen = 0;
        for (int part = 0; ; part++) {
            Optional<byte[]> enterprises = runs.part(id, ENTERPRISES, part);
            Optional<byte[]> verdicts = runs.part(id, item, part);
            if (enterprises.isEmpty() || verdicts.isEmpty()) {
                return Page.of(page, paging, seen);
            }
            byte[] judged = verdicts.get();
            long before = seen;
            seen += Packed.read(
                    enterprises.get(),
                    names -> Packed.read(judged, in -> read(names, in, wanted, before, paging, page)));
        }
    }

    private static long read(
            DataInputStream names,
            DataInputStream in,
            @Nullable Verdict wanted,
            long before,
            Paging paging,
            List<Row> page)
            throws IOException {
        long seen = before;
        for (int left = names.readInt(); left > 0; left--) {
            String creditCode = names.readUTF();
            String name = names.readUTF();
            String cluster = names.readUTF();
            String sizeClass = names.readUTF();
            Judged judged = judged(in);
            if (wanted == null || judged.verdict == wanted) {
                if (seen >= paging.offset() && page.size() < paging.size()) {
                    page.add(new Row(
                            creditCode,
                            name,
                            cluster.isEmpty() ? null : cluster,
                            sizeClass.isEmpty() ? null : sizeClass,
                            judged.verdict,
                            Money.ofFen(judged.low),
                            MatchRun.bounded(judged.high)));
                }
                seen++;
            }
        }
        return seen - before;
    }

    private static Judged judged(DataInputStream in) throws IOException {
        Verdict verdict = VERDICTS[in.readByte()];
        return verdict == Verdict.INELIGIBLE
                ? new Judged(verdict, 0, 0)
                : new Judged(verdict, in.readLong(), in.readLong());
    }
}
