package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** The examples of the README. */
final class Readme {
    private static final Pattern SNIPPET = Pattern.compile("(?s)```xml\\n(.*?)```");

    private Readme() {}

    /** Returns the README's pieces of XML that begin like this, in their order. */
    static List<String> snippets(String start) {
        return snippets("README.md", start);
    }

    /** Returns the pieces of XML of a page that begin like this, in their order. */
    static List<String> snippets(String page, String start) {
        try {
            return SNIPPET.matcher(Files.readString(Workspace.root().resolve(page)))
                    .results()
                    .map(found -> found.group(1))
                    .filter(snippet -> snippet.startsWith(start))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
