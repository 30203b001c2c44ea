package io.github.aspirejava.azure.resource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The function {@code guid} of templates: a UUID of version 5 (RFC 4122) of the arguments, joined by hyphens. With it a
 * role assignment has the same name whether it is provisioned or a published template is deployed.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-string#guid">guid</a>
 */
final class TemplateGuid {
    private static final UUID NAMESPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");
    private static final int VERSION = 0x5000;
    private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

    private TemplateGuid() {}

    static UUID of(String... arguments) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash =
                ByteBuffer.wrap(sha1.digest(String.join("-", arguments).getBytes(StandardCharsets.UTF_8)));
        return new UUID((hash.getLong() & VERSION_MASK) | VERSION, (hash.getLong() & VARIANT_MASK) | VARIANT);
    }
}
