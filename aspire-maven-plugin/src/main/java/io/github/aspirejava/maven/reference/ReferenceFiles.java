package io.github.aspirejava.maven.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files that are generated from the description of the configuration. */
public final class ReferenceFiles {
    private static final String USAGE = "schema VERSION DIRECTORY…, or tables PAGE";

    private ReferenceFiles() {}

    /**
     * Writes the XML schema into directories, or the tables into a page with placeholders for them.
     *
     * @param arguments the arguments, {@code schema VERSION DIRECTORY…}, or {@code tables PAGE}
     */
    public static void main(String[] arguments) throws IOException {
        Element configuration = ConfigurationElements.configuration();
        if (arguments.length > 2 && arguments[0].equals("schema")) {
            for (int i = 2; i < arguments.length; i++) {
                Path directory = Files.createDirectories(Path.of(arguments[i]));
                Files.writeString(directory.resolve(schema(arguments[1])), ConfigurationSchema.of(configuration));
            }
        } else if (arguments.length == 2 && arguments[0].equals("tables")) {
            Path page = Path.of(arguments[1]);
            Files.writeString(page, new ReferenceTables(configuration).in(Files.readString(page)));
        } else {
            throw new IllegalArgumentException(USAGE);
        }
    }

    /** Returns the name of the schema file; releases that differ only in their last number have the same elements. */
    private static String schema(String version) {
        return "aspire-configuration-%s.xsd".formatted(version.replaceFirst("^(\\d+\\.\\d+).*", "$1"));
    }
}
