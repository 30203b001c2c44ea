package io.github.aspirejava.builder.files;

import io.github.aspirejava.oci.Blob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * The file {@code release} at the top of a Java runtime, which contains its version; see <a
 * href="https://openjdk.org/jeps/223">JEP 223</a>.
 */
public final class ReleaseFile {
    private static final Pattern NAME = Pattern.compile("(?:.*/)?release");
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"?([^\"\\s]+)\"?");
    private static final int LONGEST = 64 * 1024;

    private ReleaseFile() {}

    /**
     * Returns the version of the Java runtime in these layers, for example {@code 17.0.12}; empty without a runtime.
     *
     * @param layers the layers, the lowest first; the uppermost runtime counts
     */
    public static Optional<String> version(List<? extends Blob> layers) throws IOException {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Optional<String> version = version(layers.get(i));
            if (version.isPresent()) {
                return version;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> version(Blob layer) throws IOException {
        try (LayerTar tar = LayerTar.open(layer)) {
            for (Optional<TarArchiveEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                if (entry.get().isFile()
                        && entry.get().getSize() <= LONGEST
                        && NAME.matcher(entry.get().getName()).matches()) {
                    Matcher matcher = VERSION.matcher(new String(tar.content().readAllBytes(), StandardCharsets.UTF_8));
                    if (matcher.find()) {
                        return Optional.of(matcher.group(1));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
