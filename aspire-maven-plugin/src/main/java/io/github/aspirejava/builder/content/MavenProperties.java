package io.github.aspirejava.builder.content;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The {@code pom.properties} that Maven puts into jars and wars. The archiver of plugins that Maven 3.8 uses by default
 * writes the time of the build into it, as a comment.
 */
final class MavenProperties {
    private static final Pattern NAME = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private MavenProperties() {}

    /** Returns whether an entry of an archive is such a file. */
    static boolean isCalled(String entry) {
        return NAME.matcher(entry).matches();
    }

    /** Returns the file without its comments. */
    static byte[] withoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line + '\n')
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
