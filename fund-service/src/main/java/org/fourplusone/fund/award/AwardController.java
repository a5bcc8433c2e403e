package org.fourplusone.fund.award;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Text;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The awards as open data: by page in JSON, whole in CSV, with a dictionary of their columns. */
@RestController
@Tag(name = "Awards")
class AwardController {

    /** What a column means; {@code values} are the codes that may occur. */
    record Field(
            String name,
            String type,
            boolean required,
            Text title,
            Text meaning,
            @Nullable List<String> values) {

        static Field of(AwardColumn column) {
            return new Field(
                    column.name(), column.type(), column.required(), column.title(), column.meaning(), column.values());
        }
    }

    record Dictionary(Text title, Text note, List<String> formats, List<Field> fields) {}

    private static final Dictionary DICTIONARY = new Dictionary(
            new Text("专项资金兑现结果", "Awards of the special fund"),
            new Text(
                    "每笔一行，公示期满即公布；不含个人信息、联系方式和银行账户。CSV 为 UTF-8(带 BOM,RFC 4180),金额单位为元。",
                    "One row an award, published when its notice has passed; no personal data, contacts or bank accounts. CSV is"
                            + " UTF-8 with a byte-order mark (RFC 4180); amounts are in yuan."),
            List.of(MediaType.APPLICATION_JSON_VALUE, Download.CSV),
            AwardColumn.ALL.stream().map(Field::of).toList());

    private static final List<Csv.Column<Award>> COLUMNS = AwardColumn.ALL.stream()
            .map(column -> new Csv.Column<>(column.name(), column.cell()))
            .toList();

    private final Awards awards;

    AwardController(Awards awards) {
        this.awards = awards;
    }

    /** What is answered unless CSV is asked for. */
    @GetMapping("/awards")
    @Operation(summary = "The awards, newest first; as text/csv all of them, oldest first")
    Page<Award> list(Paging paging) {
        return Page.of(awards.newest(paging), paging, awards.count());
    }

    @GetMapping(value = "/awards", produces = Download.CSV)
    ResponseEntity<byte[]> csv() {
        return Download.csv("awards.csv", Csv.table(COLUMNS, awards.all()));
    }

    @GetMapping("/awards/dictionary")
    @Operation(summary = "What each column of the awards means")
    Dictionary dictionary() {
        return DICTIONARY;
    }
}
