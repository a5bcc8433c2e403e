package org.fourplusone.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/** The signing key in its file. */
final class TokenKey {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private TokenKey() {}

    /**
     * Reads the key, or makes one when there is none. Several gateways may start at once: a lock file lets exactly one
     * of them make it. A key that others may read is refused.
     */
    static ECKey in(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file)) {
                make(file);
            }
            if (POSIX) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                if (!OWNER_ONLY.containsAll(permissions)) {
                    throw new IllegalStateException("The signing key " + file + " may be read by others ("
                            + PosixFilePermissions.toString(permissions) + "): allow its owner only, or delete it");
                }
            }
            ECKey key = ECKey.parse(Files.readString(file));
            if (!Curve.P_256.equals(key.getCurve()) || !key.isPrivate()) {
                throw new IllegalStateException("The signing key " + file + " is not a private P-256 key");
            }
            return key;
        } catch (IOException trouble) {
            throw new IllegalStateException("The signing key " + file + " cannot be read or made: " + trouble, trouble);
        } catch (ParseException unreadable) {
            throw new IllegalStateException("The signing key " + file + " is not a JWK: delete it and start again");
        }
    }

    private static void make(Path file) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid() || Files.exists(file)) {
                return;
            }
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            FileAttribute<?>[] attributes = POSIX
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                    : new FileAttribute<?>[0];
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "token-key", ".new", attributes);
            Files.writeString(fresh, key.toJSONString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (JOSEException trouble) {
            throw new IllegalStateException("No ES256 key can be made on this JDK", trouble);
        }
    }
}
