package io.github.aspirejava.oci.layout;

import io.github.aspirejava.oci.ManifestContent;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image in an OCI image layout on disk, written {@code oci:PATH[:NAME]} as skopeo does.
 *
 * @param directory the layout
 * @param name the image's name in the layout's index; not needed if the layout holds one image only
 */
public record LayoutReference(Path directory, Optional<String> name) {
    private static final String PREFIX = "oci:";
    /** The form of a reference; a path may begin with a drive letter and its colon. */
    private static final Pattern FORM = Pattern.compile("oci:((?:[a-zA-Z]:(?=[\\\\/]))?[^:]+)(?::(.+))?");

    /** Returns whether {@code text} denotes a layout and not a registry's image. */
    public static boolean isLayout(String text) {
        return text.startsWith(PREFIX);
    }

    /**
     * Reads {@code oci:PATH[:NAME]}.
     *
     * @param base the directory that a relative path starts from
     * @throws IllegalArgumentException if the text does not have that form
     */
    public static LayoutReference parse(String text, Path base) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not an image in a layout. Write oci:PATH or oci:PATH:NAME.".formatted(text));
        }
        try {
            return new LayoutReference(base.resolve(matcher.group(1)), Optional.ofNullable(matcher.group(2)));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a path. Write oci:PATH or oci:PATH:NAME.".formatted(matcher.group(1)), e);
        }
    }

    /**
     * Returns the manifest or index of the image.
     *
     * @throws IOException if the layout has no such image, or several and this reference names none
     */
    public ManifestContent manifest() throws IOException {
        LayoutDirectory layout = new LayoutDirectory(directory);
        return name.isPresent() ? layout.manifest(name.get()) : layout.onlyManifest();
    }

    @Override
    public String toString() {
        return PREFIX + directory + name.map(n -> ":" + n).orElse("");
    }
}
