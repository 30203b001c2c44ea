package io.github.aspirejava.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.maven.plan.ExcludedModules;
import io.github.aspirejava.maven.pom.BuildProperties;
import io.github.aspirejava.maven.pom.Expressions;
import io.github.aspirejava.maven.pom.ModelReader;
import io.github.aspirejava.maven.pom.ParameterSources;
import io.github.aspirejava.maven.pom.ReactorModules;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The precedence of a setting's sources: the command line, the plugin's configuration, the properties of the POM, the
 * default. The settings are all those of the descriptor that Maven reads.
 */
class PrecedenceTest {
    /** The elements of the model, which are not meant for a command line. */
    private static final List<String> ELEMENTS =
            List.of("parameters", "registries", "environments", "services", "azure");

    /** The properties of a single run. */
    private static final List<String> COMMAND_LINE_ONLY = List.of("aspire.services", "aspire.tags", "aspire.steps");

    private static final List<Setting> SETTINGS = List.of(
            new Setting("release", "together", "independent", "together", AppSettings::release),
            new Setting("layering", "service", "shared", "service", AppSettings::layering),
            new Setting("parallelism", "1", "2", "3", AppSettings::parallelism),
            new Setting("failFast", "true", "false", "true", AppSettings::failFast),
            new Setting(
                    "connectionsPerRegistry",
                    "1",
                    "2",
                    "3",
                    settings -> settings.registries().connections()),
            new Setting(
                    "connectTimeout",
                    "1",
                    "2",
                    "3",
                    settings -> settings.registries().connectTimeout().toSeconds()),
            new Setting(
                    "idleTimeout",
                    "1",
                    "2",
                    "3",
                    settings -> settings.registries().idleTimeout().toSeconds()));

    /**
     * A setting of the model.
     *
     * @param commandLine a value; {@code configuration} and {@code property} are other values
     */
    private record Setting(
            String name,
            String commandLine,
            String configuration,
            String property,
            Function<AppSettings, Object> read) {
        String value(String commandLineValue, String configurationValue, String propertyValue)
                throws InvalidModelException {
            AppSettings settings = settings(
                    properties("aspire." + name, commandLineValue),
                    configurationValue.isEmpty() ? "" : "<%1$s>%2$s</%1$s>".formatted(name, configurationValue),
                    properties("aspire." + name, propertyValue));
            return String.valueOf(read.apply(settings));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        if (!value.isEmpty()) {
            properties.setProperty(name, value);
        }
        return properties;
    }

    private static AppSettings settings(Properties commandLine, String configuration, Properties project)
            throws InvalidModelException {
        ModelReader reader = new ModelReader(
                Path.of("/build"),
                new Expressions(text -> text),
                new BuildProperties(commandLine, project),
                new ParameterSources(commandLine, Map.of(), project),
                new ReactorModules(Map.of(), Set.of()),
                Path.of("/build"),
                "1.0");
        return reader.read(dom(configuration), Path.of("/build/pom.xml"), List.of(), List.of(), warning -> {})
                .settings();
    }

    private static Xpp3Dom dom(String configuration) {
        return dom(new StringReader("<configuration>" + configuration + "</configuration>"));
    }

    private static Xpp3Dom dom(Reader text) {
        try {
            return Xpp3DomBuilder.build(text);
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Xpp3Dom descriptor() throws IOException {
        try (InputStream descriptor = PrecedenceTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertThat(descriptor)
                    .as("the descriptor that the build has generated")
                    .isNotNull();
            return dom(new InputStreamReader(descriptor, StandardCharsets.UTF_8));
        }
    }

    /** Returns the goals of this plugin that have an effect. */
    static List<String> goals() throws IOException {
        return Stream.of(descriptor().getChild("mojos").getChildren())
                .map(mojo -> mojo.getChild("goal").getValue())
                .filter(goal -> !goal.equals("help"))
                .toList();
    }

    static List<Setting> settingsOfTheModel() {
        return SETTINGS;
    }

    @Test
    void isKnownOfEveryParameterOfEveryGoal() throws IOException {
        List<String> known = new ArrayList<>(List.of("skip"));
        SETTINGS.forEach(setting -> known.add(setting.name()));
        assertThat(goals()).contains("push", "build-images", "provision", "do", "plan");
        for (Xpp3Dom mojo : descriptor().getChild("mojos").getChildren()) {
            String goal = mojo.getChild("goal").getValue();
            for (Xpp3Dom parameter : mojo.getChild("parameters").getChildren()) {
                String name = parameter.getChild("name").getValue();
                if (goal.equals("help")
                        || parameter.getChild("editable").getValue().equals("false")) {
                    continue;
                }
                Xpp3Dom expression = mojo.getChild("configuration").getChild(name);
                if (ELEMENTS.contains(name)) {
                    assertThat(expression).as(goal + " " + name).isNull();
                    continue;
                }
                assertThat(expression).as(goal + " " + name).isNotNull();
                if (!known.contains(name)) {
                    assertIsPropertyOnly(name, expression.getValue(), parameter);
                    continue;
                }
                assertThat(expression.getValue()).isEqualTo("${aspire.%s}".formatted(name));
                assertThat(parameter.getChild("description").getValue().replaceAll("\\s+", " "))
                        .as("documentation of " + name)
                        .contains("-Daspire.%s overrides it".formatted(name));
            }
        }
    }

    /** Checks that a parameter is documented as a property, and that an element of its name is not accepted. */
    private static void assertIsPropertyOnly(String name, String expression, Xpp3Dom parameter) {
        assertThat(expression).startsWith("${aspire.");
        assertThat(parameter.getChild("description").getValue().replaceAll("\\s+", " "))
                .as("documentation of " + name)
                .contains("not an element", "propert");
        assertThatThrownBy(() -> settings(new Properties(), "<%1$s>true</%1$s>".formatted(name), new Properties()))
                .hasMessageContaining("<configuration> has no element <%s>. ".formatted(name));
    }

    @ParameterizedTest
    @MethodSource("settingsOfTheModel")
    void isCommandLineThenConfigurationThenPropertyThenDefault(Setting setting) throws InvalidModelException {
        String byDefault = setting.value("", "", "");
        String fromConfiguration = setting.value("", setting.configuration(), "");
        String fromCommandLine = setting.value(setting.commandLine(), setting.configuration(), "");

        assertThat(fromCommandLine).isNotEqualTo(fromConfiguration).isNotEqualTo(byDefault);
        assertThat(setting.value(setting.commandLine(), setting.configuration(), setting.property()))
                .isEqualTo(fromCommandLine);
        assertThat(setting.value("", setting.configuration(), setting.property()))
                .isEqualTo(fromConfiguration);
        assertThat(setting.value("", "", setting.property())).isNotEqualTo(byDefault);
    }

    @Test
    void isCommandLineThenPropertyForWhatIsNoElement() {
        Properties commandLine = properties("aspire.mirrors", "a");
        Properties project = properties("aspire.mirrors", "b");

        assertThat(new BuildProperties(commandLine, project).find("aspire.mirrors"))
                .contains("a");
        assertThat(new BuildProperties(new Properties(), project).find("aspire.mirrors"))
                .contains("b");
        assertThat(new BuildProperties(new Properties(), new Properties()).find("aspire.mirrors"))
                .isEmpty();
    }

    @Test
    void isNotAskedForWhatOneRunIsAsked() {
        for (String name : COMMAND_LINE_ONLY) {
            assertThat(new BuildProperties(properties(name, "a, b"), new Properties()).list(name))
                    .containsExactly("a", "b");
            assertThat(new BuildProperties(new Properties(), properties(name, "a")).list(name))
                    .isEmpty();
        }
    }

    @Test
    void tellsWhereAWrongValueStands() {
        assertThatThrownBy(() -> settings(properties("aspire.parallelism", "many"), "", new Properties()))
                .hasMessageContaining("-Daspire.parallelism is 'many'");
        assertThatThrownBy(() -> settings(new Properties(), "", properties("aspire.parallelism", "many")))
                .hasMessageContaining("pom.xml: The property aspire.parallelism is 'many'");
    }

    private static boolean skips(String goal, Properties commandLine, String configuration, Properties project) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.aspirejava");
        plugin.setArtifactId("aspire-maven-plugin");
        plugin.setConfiguration(dom(configuration));
        return skips(goal, commandLine, plugin, project);
    }

    @SuppressWarnings({"deprecation", "NullAway"}) // nothing is looked up in the session's container
    private static boolean skips(String goal, Properties commandLine, Plugin plugin, Properties project) {
        MavenProject module = new MavenProject();
        module.getBuild().addPlugin(plugin);
        module.getProperties().putAll(project);
        MavenExecutionRequest request = new DefaultMavenExecutionRequest().setUserProperties(commandLine);
        MavenSession session = new MavenSession(
                null, MavenRepositorySystemUtils.newSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(module));
        return ExcludedModules.of(session, new MojoExecution(plugin, goal, "default-" + goal))
                .contains(module);
    }

    @ParameterizedTest
    @MethodSource("goals")
    void isTheSameForSkippingEachGoal(String goal) throws IOException {
        Properties none = new Properties();
        assertThat(skips(goal, none, "", none)).isFalse();
        assertThat(skips(goal, properties("aspire.skip", "true"), "", none)).isTrue();
        assertThat(skips(goal, none, "<skip>true</skip>", none)).isTrue();
        assertThat(skips(goal, none, "", properties("aspire.skip", "true"))).isTrue();
        assertThat(skips(goal, properties("aspire.skip", "false"), "<skip>true</skip>", none))
                .isFalse();
        assertThat(skips(goal, none, "<skip>false</skip>", properties("aspire.skip", "true")))
                .isFalse();

        String ofGoal = "aspire.%s.skip".formatted(goal);
        assertThat(skips(goal, properties(ofGoal, "true"), "", none)).isTrue();
        assertThat(skips(goal, none, "", properties(ofGoal, "true"))).isTrue();
        assertThat(skips(goal, properties(ofGoal, "false"), "", properties(ofGoal, "true")))
                .isFalse();
        for (String other : new TreeSet<>(goals())) {
            if (!other.equals(goal)) {
                assertThat(skips(other, properties(ofGoal, "true"), "", none)).isFalse();
            }
        }
    }

    @Test
    void isThatOfTheExecutionForAnExecution() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.aspirejava");
        plugin.setArtifactId("aspire-maven-plugin");
        PluginExecution bound = new PluginExecution();
        bound.setId("default-push");
        bound.addGoal("push");
        bound.setConfiguration(dom("<skip>true</skip>"));
        plugin.addExecution(bound);

        assertThat(skips("push", new Properties(), plugin, new Properties())).isTrue();
        assertThat(skips("build-images", new Properties(), plugin, new Properties()))
                .isFalse();
        assertThat(skips("push", properties("aspire.skip", "false"), plugin, new Properties()))
                .isFalse();
    }
}
