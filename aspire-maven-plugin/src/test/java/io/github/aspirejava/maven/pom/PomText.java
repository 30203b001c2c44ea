package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3ReaderEx;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** A POM with the plugin's configuration, read as Maven reads it; the configuration's first line is line 1. */
public final class PomText {
    private static final String BEFORE =
            "<project><modelVersion>4.0.0</modelVersion><build><plugins><plugin><artifactId>aspire-maven-plugin</artifactId><configuration>";
    private static final String AFTER = "</configuration></plugin></plugins></build></project>";

    private final String configuration;
    private final Map<String, String> ofModules = new LinkedHashMap<>();
    private final Map<String, String> ofOtherExecutions = new LinkedHashMap<>();
    private final Properties userProperties = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private final Properties projectProperties = new Properties();
    private final List<Problem> warnings = new ArrayList<>();
    private Path directory = Path.of("/build");
    private final Map<String, String> late = new HashMap<>();
    private boolean building;
    private Set<String> elsewhere = Set.of("elsewhere");

    private PomText(String configuration) {
        this.configuration = configuration;
    }

    public static PomText of(String configuration) {
        return new PomText(configuration);
    }

    public PomText with(String userProperty, String value) {
        userProperties.setProperty(userProperty, value);
        return this;
    }

    PomText withEnvironment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    PomText withProjectProperty(String property, String value) {
        projectProperties.setProperty(property, value);
        return this;
    }

    /** Puts all modules of the sources into the build; otherwise one is elsewhere. */
    PomText withAllModules() {
        elsewhere = Set.of();
        return this;
    }

    /** Writes the POM into a directory, for elements that can be read only there. */
    PomText in(Path other) throws IOException {
        directory = other;
        Files.writeString(other.resolve("pom.xml"), BEFORE + configuration + AFTER);
        return this;
    }

    /** Adds the configuration in a module's own POM. */
    public PomText withModule(String module, String itsConfiguration) {
        ofModules.put(module, itsConfiguration);
        return this;
    }

    /** Adds the configuration of an execution that this build does not read. */
    PomText withUnread(String execution, String itsConfiguration) {
        ofOtherExecutions.put(execution, itsConfiguration);
        return this;
    }

    /** Lets the modules have their turn later. */
    public PomText building() {
        building = true;
        return this;
    }

    /** Sets a property while Maven builds a module. */
    public void set(String property, String value) {
        late.put(property, value);
    }

    private String evaluated(String text, String module) {
        String evaluated = text.replace("${own}", module);
        for (Map.Entry<String, String> property : late.entrySet()) {
            evaluated = evaluated.replace("${" + property.getKey() + "}", property.getValue());
        }
        return evaluated;
    }

    public AppModel model() throws InvalidModelException {
        ModelReader reader = new ModelReader(
                directory,
                new Expressions(text -> text.replace("${known}", "value")),
                new BuildProperties(userProperties, projectProperties),
                new ParameterSources(userProperties, environment, projectProperties),
                new ReactorModules(
                        Map.of(
                                "api",
                                "1.0",
                                "worker",
                                "2.0",
                                "com.example:api",
                                "1.0",
                                "one:twin",
                                "1",
                                "other:twin",
                                "1"),
                        elsewhere),
                directory,
                "3.0");
        warnings.clear();
        String pom = directory.resolve("pom.xml").toString();
        return reader.read(dom(pom, configuration), Path.of(pom), modules(), unread(), warnings::add);
    }

    /** Returns the warnings about a valid model, a line each. */
    List<String> warnings() throws InvalidModelException {
        model();
        return warnings.stream().map(Problem::message).toList();
    }

    /** Returns the problems of the model, a line each; empty if there are none. */
    public List<String> problems() {
        try {
            model();
            return List.of();
        } catch (InvalidModelException e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }

    private List<UnreadConfiguration> unread() {
        return ofOtherExecutions.entrySet().stream()
                .map(other -> new UnreadConfiguration(
                        dom(directory.resolve("pom.xml").toString(), other.getValue()),
                        other.getKey(),
                        "that of 'default'"))
                .toList();
    }

    private List<ModuleConfiguration> modules() {
        List<ModuleConfiguration> read = new ArrayList<>();
        ofModules.forEach((module, text) -> {
            String pom = directory.resolve(module).resolve("pom.xml").toString();
            read.add(new ModuleConfiguration(
                    dom(pom, text),
                    Path.of(pom),
                    module,
                    "2.0",
                    new Expressions(
                            value -> evaluated(value, module),
                            building,
                            building ? "" : "mvn initialize aspire:push")));
        });
        return read;
    }

    private static Xpp3Dom dom(String pom, String configuration) {
        InputSource source = new InputSource();
        source.setLocation(pom);
        try {
            Model model = new MavenXpp3ReaderEx().read(new StringReader(BEFORE + configuration + AFTER), true, source);
            return (Xpp3Dom) model.getBuild().getPlugins().get(0).getConfiguration();
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalArgumentException(configuration, e);
        }
    }
}
