package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, in Markdown.
 *
 * @param file its file
 * @param content its text
 */
record Page(Path file, String content) {
    /** The checkout; unlike {@link Workspace}, it is known to unit tests, too. */
    static final Path ROOT =
            Path.of(System.getProperty("basedir", ""), "..").normalize().toAbsolutePath();

    /** The pages of the site. */
    static final Path SITE = ROOT.resolve("aspire-maven-plugin/src/site/markdown");

    private static final Pattern SNIPPET = Pattern.compile("(?ms)^( *)```(\\w+)\\n(.*?)^ *```$");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");

    /**
     * A fenced block.
     *
     * @param page the file that holds it
     * @param line the number of its first line
     * @param language as the fence names it
     */
    record Snippet(Path page, int line, String language, String text) {
        @Override
        public String toString() {
            return "%s:%d".formatted(page.getFileName(), line);
        }
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page readme() {
        return read(ROOT.resolve("README.md"));
    }

    static Page ofSite(String name) {
        return read(SITE.resolve(name));
    }

    /** All pages of the site. */
    static List<Page> site() {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The README and the pages of the site. */
    static List<Page> forUsers() {
        return Stream.concat(Stream.of(readme()), site().stream()).toList();
    }

    /** Those and the files for contributors. */
    static List<Page> all() {
        return Stream.concat(
                        forUsers().stream(),
                        Stream.of("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "it/bench/README.md")
                                .map(name -> read(ROOT.resolve(name))))
                .toList();
    }

    String name() {
        return file.getFileName().toString();
    }

    List<Snippet> snippets(String language) {
        return SNIPPET.matcher(content)
                .results()
                .filter(found -> found.group(2).equals(language))
                .map(found -> new Snippet(
                        file, (int) content.substring(0, found.start()).lines().count() + 1, language, found.group(3)))
                .toList();
    }

    /** The texts of the blocks of XML that begin like this, in their order. */
    List<String> xml(String start) {
        return snippets("xml").stream()
                .map(Snippet::text)
                .filter(text -> text.startsWith(start))
                .toList();
    }

    /** The targets of links to other places of this documentation. */
    List<String> relativeLinks() {
        return LINK.matcher(SNIPPET.matcher(content).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.contains("://"))
                .toList();
    }

    List<String> anchors() {
        return ANCHOR.matcher(content).results().map(found -> found.group(1)).toList();
    }

    /** The text without its fenced blocks. */
    String prose() {
        return SNIPPET.matcher(content).replaceAll("");
    }

    /** The commands of Maven in blocks for a shell or a workflow. */
    List<String> mavenCommands() {
        return Stream.of("console", "yaml")
                .flatMap(language -> snippets(language).stream())
                .flatMap(snippet -> snippet.text().lines())
                .map(line -> line.replaceFirst("^[\\s-]*(run: )?", ""))
                .filter(line -> line.startsWith("mvn "))
                .toList();
    }

    List<MatchResult> find(Pattern pattern) {
        return pattern.matcher(content).results().toList();
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
