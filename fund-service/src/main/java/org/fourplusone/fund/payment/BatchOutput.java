package org.fourplusone.fund.payment;

import java.nio.charset.StandardCharsets;
import org.fourplusone.starter.web.Download;
import org.springframework.http.MediaType;

/** A form in which a released batch leaves: one for each receiver. It is written once, at the release, kept, and read once the batch is sent. */
interface BatchOutput {
    /** At most 20 characters, never changed. */
    Kind kind();

    byte[] write(PaymentOrder order);

    enum Kind {
        PAIN_001(MediaType.APPLICATION_XML, "pain.001.xml"),
        TREASURY_CSV(new MediaType("text", "csv", StandardCharsets.UTF_8), "treasury.csv"),
        TREASURY_XLSX(MediaType.parseMediaType(Download.XLSX), "treasury.xlsx");

        private final MediaType type;
        private final String ending;

        Kind(MediaType type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        MediaType type() {
            return type;
        }

        /** The file's name for a batch. */
        String fileName(String batch) {
            return batch + "." + ending;
        }
    }
}
