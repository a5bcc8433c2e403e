package org.fourplusone.starter.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are files to keep. */
public final class Download {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final MediaType CSV_IN_UTF_8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Download() {}

    /** Begins the answer; its body is to follow. */
    public static ResponseEntity.BodyBuilder of(String name, MediaType type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(type);
    }

    /** @param csv with a byte-order mark or without, as it shall be in the file */
    public static ResponseEntity<byte[]> csv(String name, String csv) {
        return of(name, CSV_IN_UTF_8).body(csv.getBytes(StandardCharsets.UTF_8));
    }

    public static ResponseEntity<byte[]> xlsx(String name, byte[] workbook) {
        return of(name, MediaType.parseMediaType(XLSX)).body(workbook);
    }
}
