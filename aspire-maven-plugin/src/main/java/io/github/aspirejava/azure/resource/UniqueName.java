package io.github.aspirejava.azure.resource;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.image.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Names that are unique in all of Azure, and the same in each run: the resource's name in the model, followed by the
 * first 65 bits of the SHA-256 of subscription, resource group, application and name, in lower case and each followed
 * by a zero byte, as 13 characters of RFC 4648's base 32. The name is part of what is hashed, so that two resources
 * never get the same one, even if their names are truncated or left out.
 */
public final class UniqueName {
    /** The length of the hash. */
    public static final int HASH_LENGTH = 13;

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;
    private static final int DIGIT_MASK = (1 << BITS) - 1;
    private static final int BYTE_MASK = 0xff;

    private UniqueName() {}

    /** Returns the hash alone. */
    public static String hash(ArmId group, String application, String name) {
        MessageDigest hash = Digest.newSha256();
        for (String part : new String[] {group.subscription(), group.resourceGroup(), application, name}) {
            hash.update(part.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
        }
        byte[] bytes = hash.digest();
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        int next = 0;
        while (text.length() < HASH_LENGTH) {
            if (bits < BITS) {
                buffer = (buffer << Byte.SIZE) | (bytes[next++] & BYTE_MASK);
                bits += Byte.SIZE;
            }
            bits -= BITS;
            text.append(DIGITS.charAt((buffer >> bits) & DIGIT_MASK));
        }
        return text.toString();
    }

    /**
     * Returns letters and digits in lower case, at most {@code longest} of them, beginning with a letter as
     * {@code name} does.
     */
    static String alphanumeric(ArmId group, String application, String name, int longest) {
        return cut(name.toLowerCase(Locale.ROOT).replace("-", ""), longest - HASH_LENGTH)
                + hash(group, application, name);
    }

    /** Returns the same with hyphens: {@code name-hash}. */
    static String hyphenated(ArmId group, String application, String name, int longest) {
        return cut(name.toLowerCase(Locale.ROOT), longest - HASH_LENGTH - 1).replaceAll("-$", "")
                + "-"
                + hash(group, application, name);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
