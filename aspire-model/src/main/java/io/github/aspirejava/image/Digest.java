package io.github.aspirejava.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The content address of a blob or manifest, {@code sha256:…}: the <a
 * href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests">OCI image specification</a>'s
 * registered algorithms.
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @param hex the hash in lower-case hexadecimal digits
 */
public record Digest(String algorithm, String hex) implements Comparable<Digest> {
    private static final Pattern SHA256 = Pattern.compile("[a-f0-9]{64}");
    private static final Pattern SHA512 = Pattern.compile("[a-f0-9]{128}");

    /** @throws GrammarException if the algorithm is not a registered one or the hash does not have its length */
    public Digest {
        Pattern form = switch (algorithm) {
            case "sha256" -> SHA256;
            case "sha512" -> SHA512;
            default ->
                throw new GrammarException(
                        "'%s:%s' is not a digest".formatted(algorithm, hex),
                        "A digest is sha256:<64 hexadecimal digits>");
        };
        if (!form.matcher(hex).matches()) {
            throw new GrammarException(
                    "'%s:%s' is not a digest".formatted(algorithm, hex),
                    "A %s digest has %d lower-case hexadecimal digits"
                            .formatted(algorithm, algorithm.equals("sha256") ? 64 : 128));
        }
    }

    /**
     * Reads {@code algorithm:hex}.
     *
     * @throws GrammarException if the text is not a digest
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new GrammarException(
                    "'%s' is not a digest".formatted(text), "A digest is sha256:<64 hexadecimal digits>");
        }
        return new Digest(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Returns the SHA-256 digest of {@code content}. */
    public static Digest of(byte[] content) {
        return ofSha256(newSha256().digest(content));
    }

    /** Returns the digest whose SHA-256 hash is {@code hash}, 32 bytes long. */
    public static Digest ofSha256(byte[] hash) {
        return new Digest("sha256", HexFormat.of().formatHex(hash));
    }

    /** Returns a new SHA-256 computation, for content that is streamed; its result goes to {@link #ofSha256}. */
    public static MessageDigest newSha256() {
        return newHash("SHA-256");
    }

    /** Returns a new computation by this digest's algorithm, for content that is streamed. */
    public MessageDigest newHash() {
        return newHash(algorithm.equals("sha256") ? "SHA-256" : "SHA-512");
    }

    /** Returns whether {@code hash}, the result of {@link #newHash}, is this digest's. */
    public boolean matchesHash(byte[] hash) {
        return hex.equals(HexFormat.of().formatHex(hash));
    }

    /** Returns whether this is the digest of {@code content}. */
    public boolean matches(byte[] content) {
        return matchesHash(newHash().digest(content));
    }

    private static MessageDigest newHash(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has " + name, e);
        }
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return algorithm + ':' + hex;
    }
}
