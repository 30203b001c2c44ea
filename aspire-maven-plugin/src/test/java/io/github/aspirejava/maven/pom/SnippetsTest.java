package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.InvalidModelException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every piece of XML in the README and the pages is read as in a build, without a problem and without a warning. */
class SnippetsTest {
    private static final Path PLUGIN =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```xml\\n(.*?)^```$");
    private static final Pattern CONFIGURATION = Pattern.compile("(?s)<configuration>(.*)</configuration>");

    private static final String REGISTRY =
            "<registries><containerRegistry><name>ghcr</name><endpoint>ghcr.io</endpoint></containerRegistry></registries>";
    private static final String SERVICE = "<services><javaApp>worker</javaApp></services>";

    /**
     * A piece of XML.
     *
     * @param name the page and the line where it begins
     */
    record Snippet(String name, String text) {
        @Override
        public String toString() {
            return name;
        }

        boolean begins(String start) {
            return text.startsWith(start);
        }
    }

    static Stream<Snippet> models() throws IOException {
        return snippets().filter(snippet -> !snippet.begins("<settings") && !snippet.begins("<cache"));
    }

    static Stream<Snippet> settings() throws IOException {
        return snippets().filter(snippet -> snippet.begins("<settings"));
    }

    private static Stream<Snippet> snippets() throws IOException {
        try (Stream<Path> pages = Files.list(PLUGIN.resolve("src/site/markdown"))) {
            return Stream.concat(Stream.of(PLUGIN.resolveSibling("README.md")), pages.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList()
                    .stream()
                    .flatMap(SnippetsTest::snippets);
        }
    }

    private static Stream<Snippet> snippets(Path page) {
        try {
            String content = Files.readString(page);
            return SNIPPET.matcher(content)
                    .results()
                    .map(found -> new Snippet(
                            "%s:%d"
                                    .formatted(
                                            page.getFileName(),
                                            content.substring(0, found.start())
                                                            .lines()
                                                            .count()
                                                    + 1),
                            found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void isAModelWithoutMistakes(Snippet snippet) throws InvalidModelException {
        PomText pom = pom(snippet.text().replace("${project.artifactId}", "api").replace("${project.version}", "1.0"));

        assertThat(pom.problems()).isEmpty();
        assertThat(pom.model().services()).isNotEmpty();
        // The reference shows elements for deployment, too, and says there that they have no effect yet.
        assertThat(pom.warnings()).allMatch(warning -> warning.contains("environment are deployed yet"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isAFileOfSettings(Snippet snippet) throws IOException, XmlPullParserException {
        assertThat(new SettingsXpp3Reader().read(new StringReader(snippet.text()), true))
                .isNotNull();
    }

    /** A POM with the snippet, and whatever a model needs besides. */
    private static PomText pom(String snippet) {
        if (snippet.startsWith("<plugin>") && !snippet.contains("<version>")) {
            return PomText.of(REGISTRY + SERVICE)
                    .withModule("api", configuration(snippet).orElseThrow())
                    .withAllModules();
        }
        String elements = configuration(snippet).orElse(snippet);
        StringBuilder model = new StringBuilder(elements);
        if (!elements.contains("<registries>")) {
            model.append(REGISTRY);
        }
        if (!elements.contains("<services>")) {
            model.append(SERVICE);
        }
        return PomText.of(model.toString()).withAllModules();
    }

    private static Optional<String> configuration(String snippet) {
        Matcher configuration = CONFIGURATION.matcher(snippet);
        return configuration.find() ? Optional.of(configuration.group(1)) : Optional.empty();
    }
}
