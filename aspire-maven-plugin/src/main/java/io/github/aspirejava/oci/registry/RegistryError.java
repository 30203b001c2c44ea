package io.github.aspirejava.oci.registry;

/**
 * One entry of a registry's own error report, by the <a
 * href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes">OCI distribution
 * specification</a>; each part is one line and may be empty.
 *
 * @param code the error code, such as {@code DENIED} or {@code MANIFEST_UNKNOWN}
 * @param message the registry's sentence
 * @param detail further information of the registry, as text or JSON
 */
public record RegistryError(String code, String message, String detail) {
    @Override
    public String toString() {
        String head =
                message.isEmpty() || message.equals(code) ? code : code.isEmpty() ? message : code + ": " + message;
        return detail.isEmpty() ? head : "%s (%s)".formatted(head, detail);
    }
}
