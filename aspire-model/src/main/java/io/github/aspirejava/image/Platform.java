package io.github.aspirejava.image;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The platform that an image runs on, {@code os/architecture[/variant]} with the names of the Go language, by the <a
 * href="https://github.com/opencontainers/image-spec/blob/main/image-index.md">OCI image index</a>.
 *
 * @param variant the CPU's variant, such as {@code v8}, if the platform names one
 */
public record Platform(String os, String architecture, Optional<String> variant) implements Comparable<Platform> {
    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    /** The platform of images whose model names none. It is declared below the pattern, which its validation needs. */
    public static final Platform LINUX_AMD64 = new Platform("linux", "amd64", Optional.empty());

    /** @throws GrammarException if a part has other characters than lower-case letters, digits, '.', '_' and '-' */
    public Platform {
        for (String part : new String[] {os, architecture, variant.orElse("x")}) {
            if (!PART.matcher(part).matches()) {
                throw new GrammarException(
                        "'%s' is not part of a platform".formatted(part),
                        "Write a platform such as linux/amd64 or linux/arm64/v8");
            }
        }
    }

    /**
     * Reads {@code os/architecture[/variant]}. Java's and the kernel's names of the two common architectures are
     * accepted.
     *
     * @throws GrammarException if the text does not have that form
     */
    public static Platform parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new GrammarException(
                    "'%s' is not a platform".formatted(text),
                    "Write os/architecture, such as linux/amd64 or linux/arm64");
        }
        String architecture = switch (parts[1]) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> parts[1];
        };
        return new Platform(parts[0], architecture, parts.length == 3 ? Optional.of(parts[2]) : Optional.empty());
    }

    /**
     * Returns whether an image for {@code other} runs here: the same system and architecture, and no other variant than
     * the requested one.
     */
    public boolean accepts(Platform other) {
        return os.equals(other.os)
                && architecture.equals(other.architecture)
                && (variant.isEmpty() || other.variant.isEmpty() || variant.equals(other.variant));
    }

    @Override
    public int compareTo(Platform other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return os + '/' + architecture + variant.map(v -> "/" + v).orElse("");
    }
}
