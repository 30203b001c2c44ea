package io.github.aspirejava.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.maven.pom.PomText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class ConfigurationSchemaTest {
    private static final Element CONFIGURATION = ConfigurationElements.configuration();
    private static final Schema SCHEMA = schema();
    private static final Path ROOT = Path.of("..");

    private static final Pattern CONFIGURATIONS = Pattern.compile("<configuration>.*?</configuration>", Pattern.DOTALL);

    private static final Pattern CONTENT = Pattern.compile("</?configuration>");

    static Stream<Path> poms() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("it/projects"))) {
            return files
                    .filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> text(file).contains("<artifactId>aspire-maven-plugin</artifactId>"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/site/markdown"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), files.sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource({"poms", "pages"})
    void acceptsTheConfigurationsOfProjectsAndPages(Path file) {
        for (String configuration : configurations(file)) {
            assertThat(problems(configuration)).isEmpty();
        }
    }

    @Test
    void isHeldAgainstConfigurationsThatAreThere() throws IOException {
        assertThat(poms().flatMap(pom -> configurations(pom).stream())).hasSizeGreaterThan(10);
        assertThat(configurations(ROOT.resolve("README.md"))).isNotEmpty();
        assertThat(configurations(Path.of("src/site/markdown/model.md"))).isNotEmpty();
    }

    @Test
    void theExamplesOfTheReferenceAreModelsWithoutMistakes() {
        assertThat(configurations(Path.of("src/site/markdown/model.md")))
                .hasSizeGreaterThan(2)
                .allSatisfy(example -> assertThat(
                                PomText.of(CONTENT.matcher(example).replaceAll(""))
                                        .problems())
                        .isEmpty());
    }

    static Stream<Place> placesOfElements() {
        return ConfigurationElementsTest.placesOfElements();
    }

    @ParameterizedTest
    @MethodSource("placesOfElements")
    void rejectsUnknownElements(Place place) {
        assertThat(problems(inConfiguration(place.alone("<unknown/>")))).hasSize(1);
    }

    static Stream<Place> placesOfValues() {
        return ConfigurationElementsTest.placesOfValues();
    }

    @ParameterizedTest
    @MethodSource("placesOfValues")
    void rejectsWrongValuesAndAcceptsExpressions(Place place) {
        boolean isText = place.element().content() instanceof Content.Text;

        assertThat(problems(inConfiguration(place.alone("unknown"))).isEmpty()).isEqualTo(isText);
        assertThat(problems(inConfiguration(place.alone("${property}")))).isEmpty();
        assertThat(problems(inConfiguration(place.alone("<unknown/>")))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<release>TOGETHER</release>",
                "<release> together </release>",
                "<services><javaApp>api</javaApp><container><image>redis:7</image><name>cache</name></container><javaApp>worker</javaApp></services>",
                "<services><javaApp><tags>1.0,latest</tags><name>api</name></javaApp></services>",
                "<services combine.children='append'><javaApp><jvmFlags combine.self='override'><jvmFlag>-Xmx1g</jvmFlag></jvmFlags></javaApp></services>",
                "<services><dockerfile><labels><org.example.team>shop</org.example.team></labels></dockerfile></services>",
                "<services><viteApp><server>nginx:1.27</server></viteApp></services>"
            })
    void acceptsWhatTheReaderAccepts(String configuration) {
        assertThat(problems(inConfiguration(configuration))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<parallelism>0</parallelism>",
                "<parallelism>257</parallelism>",
                "<services><javaApp><baseImage/></javaApp></services>",
                "<services><javaApp implementation='Other'>api</javaApp></services>",
                "<services><javaApp><name>api</name><name>api</name></javaApp></services>",
                "<services><dockerfile><modules>api</modules></dockerfile></services>",
                "<services>api</services>"
            })
    void rejectsWhatTheReaderRejects(String configuration) {
        assertThat(problems(inConfiguration(configuration))).isNotEmpty();
    }

    private static String inConfiguration(String content) {
        return "<configuration>%s</configuration>".formatted(content);
    }

    /** The configurations of this plugin in a POM, and those in a page that stand alone. */
    private static List<String> configurations(Path file) {
        String text = text(file);
        return Stream.concat(
                        Arrays.stream(text.split("<plugin>", -1))
                                .skip(1)
                                .map(plugin -> plugin.substring(0, plugin.indexOf("</plugin>")))
                                .filter(plugin -> plugin.contains("<artifactId>aspire-maven-plugin</artifactId>")),
                        Arrays.stream(text.split("```xml\n", -1))
                                .skip(1)
                                .filter(example -> example.startsWith("<configuration>"))
                                .map(example -> example.substring(0, example.indexOf("```"))))
                .flatMap(part -> CONFIGURATIONS.matcher(part).results())
                .map(MatchResult::group)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> problems(String configuration) {
        List<String> problems = new ArrayList<>();
        try {
            SCHEMA.newValidator().validate(new StreamSource(new StringReader(configuration)));
        } catch (SAXException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(ConfigurationSchema.of(CONFIGURATION))));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
