package org.fourplusone.starter.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ed25519 key pair that lives in a file outside the database, made on first use. The file is PEM: the private key
 * (PKCS #8), then the public one (X.509); what is published names the public key in hex.
 */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PART = Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([^-]+)-----END");

    private final PrivateKey secret;
    private final byte[] open;

    private SigningKey(PrivateKey secret, byte[] open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * The key in a file; several programs that start at once get the same.
     *
     * @throws UncheckedIOException when the file cannot be read or written
     * @throws IllegalStateException when it holds something else
     */
    static SigningKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file.toAbsolutePath());
            }
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key " + file + " cannot be read or made", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no Ed25519 key pair", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.createDirectories(file.getParent());
        Path own = Files.createTempFile(file.getParent(), "key", ".new");
        try {
            if (own.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(
                    own,
                    pem("PRIVATE", pair.getPrivate().getEncoded())
                            + pem("PUBLIC", pair.getPublic().getEncoded()));
            Files.createLink(file, own);
        } catch (FileAlreadyExistsException another) {
            // whoever was first made it
        } finally {
            Files.delete(own);
        }
    }

    private static SigningKey read(String pem) throws GeneralSecurityException {
        byte[] secret = new byte[0];
        byte[] open = new byte[0];
        for (Matcher part = PART.matcher(pem); part.find(); ) {
            byte[] bytes = Base64.getMimeDecoder().decode(part.group(2));
            if (part.group(1).equals("PRIVATE")) {
                secret = bytes;
            } else {
                open = bytes;
            }
        }
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        keys.generatePublic(new X509EncodedKeySpec(open));
        return new SigningKey(keys.generatePrivate(new PKCS8EncodedKeySpec(secret)), open);
    }

    private static String pem(String kind, byte[] key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + " KEY-----\n" + body + "\n-----END " + kind + " KEY-----\n";
    }

    /** The public key as X.509 in hex. */
    String open() {
        return HexFormat.of().formatHex(open);
    }

    String openAsPem() {
        return pem("PUBLIC", open);
    }

    /** The signature of a text, in hex. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a text was signed by the owner of a public key; false too for what is no key or no signature. */
    static boolean isSigned(String text, String signatureInHex, String keyInHex) {
        if (!isHex(signatureInHex) || !isHex(keyInHex)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(keyInHex))));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(HexFormat.of().parseHex(signatureInHex));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isHex(String text) {
        return text.length() % 2 == 0 && text.matches("[0-9a-f]+");
    }
}
