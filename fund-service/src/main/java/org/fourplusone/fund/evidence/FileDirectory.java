package org.fourplusone.fund.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A local directory, in 256 folders by the first two digits of the random name. */
@Component
class FileDirectory implements FileStore {
    private static final Logger log = LoggerFactory.getLogger(FileDirectory.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HEAD = 4096;

    private final Path root;

    FileDirectory(@Value("${suite.files-dir:.local/files}") Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Stored store(InputStream content, long most) throws IOException {
        byte[] random = new byte[20];
        RANDOM.nextBytes(random);
        String name = HexFormat.of().formatHex(random);
        Path target = path(name);
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(name + ".part");
        MessageDigest digest = sha256();
        byte[] head = new byte[HEAD];
        long size = 0;
        try {
            try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                byte[] buffer = new byte[64 * 1024];
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    if (size + read > most) {
                        throw new FileTooLarge();
                    }
                    if (size < HEAD) {
                        System.arraycopy(buffer, 0, head, (int) size, (int) Math.min(read, HEAD - size));
                    }
                    digest.update(buffer, 0, read);
                    file.write(buffer, 0, read);
                    size += read;
                }
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return new Stored(name, size, hash, Arrays.copyOf(head, (int) Math.min(size, HEAD)));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(path(name));
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException left) {
            log.warn("evidence file {} was left behind", name, left);
        }
    }

    private Path path(String name) {
        return root.resolve(name.substring(0, 2)).resolve(name);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
