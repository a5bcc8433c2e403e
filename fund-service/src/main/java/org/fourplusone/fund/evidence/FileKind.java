package org.fourplusone.fund.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The kinds of files taken as evidence, told by their first bytes and never by what the sender calls them. */
enum FileKind {
    PDF("application/pdf", Set.of("pdf")),
    PNG("image/png", Set.of("png")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg")),
    /** GB/T 33190: a zip whose first entries name OFD.xml. */
    OFD("application/ofd", Set.of("ofd"));

    private static final int LOOK_AHEAD = 4096;

    private final String type;
    private final Set<String> extensions;

    FileKind(String type, Set<String> extensions) {
        this.type = type;
        this.extensions = extensions;
    }

    String type() {
        return type;
    }

    boolean isNamedBy(String extension) {
        return extensions.contains(extension);
    }

    static Optional<FileKind> of(byte[] head, int length) {
        if (startsWith(head, length, 0x25, 0x50, 0x44, 0x46, 0x2D)) {
            return Optional.of(PDF);
        }
        if (startsWith(head, length, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (startsWith(head, length, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (startsWith(head, length, 0x50, 0x4B, 0x03, 0x04)) {
            String text = new String(head, 0, Math.min(length, LOOK_AHEAD), StandardCharsets.ISO_8859_1);
            return text.contains("OFD.xml") || text.contains("Doc_0/") ? Optional.of(OFD) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] head, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
