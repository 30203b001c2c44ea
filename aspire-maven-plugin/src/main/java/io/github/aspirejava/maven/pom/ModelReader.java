package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads the model from the plugin's configuration. All mistakes of a model come at once. */
public final class ModelReader {
    private final Path startDirectory;
    private final UnaryOperator<String> evaluator;
    private final Properties userProperties;
    private final ParameterSources parameterSources;
    private final ReactorModules modules;
    private final String projectVersion;

    /**
     * Prepares to read.
     *
     * @param startDirectory the directory that Maven was started in: positions are relative to it
     * @param evaluator evaluates Maven's expressions that are still in a text; what it cannot evaluate it leaves
     * @param userProperties what was set on Maven's command line; it beats the POM
     * @param projectVersion the tag of images that have none
     */
    public ModelReader(
            Path startDirectory,
            UnaryOperator<String> evaluator,
            Properties userProperties,
            ParameterSources parameterSources,
            ReactorModules modules,
            String projectVersion) {
        this.startDirectory = startDirectory;
        this.evaluator = evaluator;
        this.userProperties = userProperties;
        this.parameterSources = parameterSources;
        this.modules = modules;
        this.projectVersion = projectVersion;
    }

    /**
     * Reads a model.
     *
     * @param configuration the plugin's configuration; null if it has none
     * @param pom the POM that holds it
     * @throws InvalidModelException if it has mistakes, with all of them
     */
    public AppModel read(@Nullable Xpp3Dom configuration, Path pom) throws InvalidModelException {
        Problems problems = new Problems();
        PomFiles files = new PomFiles(startDirectory);
        DomReader dom = new DomReader(files, evaluator, problems);
        PomElement root = configuration == null
                ? PomElement.empty(files.origin(pom))
                : dom.read(configuration, files.origin(pom));

        ElementReader withoutParameters = new ElementReader(root, Map.of(), problems);
        List<Parameter> parameters = new ParameterReader(parameterSources, problems).read(withoutParameters);

        ElementReader reader = new ElementReader(root, ParameterReader.byName(parameters), problems);
        reader.child("parameters");
        reader.child("skip");
        AppSettings settings = new SettingsReader(userProperties).read(reader);
        List<Registry> registries = named(RegistryReader.read(reader));
        List<Environment> environments = named(EnvironmentReader.read(reader));
        ServiceSettingsReader serviceSettings = new ServiceSettingsReader(tagsOfAll(), projectVersion, problems);
        List<Service> services = named(new ServiceReader(modules, serviceSettings, problems).read(reader));
        reader.finish();
        return AppModel.of(parameters, registries, environments, services, settings, problems);
    }

    /** Leaves out what has no name: that has been reported, and nothing else can be said of it. */
    private static <R extends Resource> List<R> named(List<R> resources) {
        return resources.stream().filter(resource -> !resource.name().isEmpty()).toList();
    }

    /** The tags of {@code -Daspire.tags=v1,latest}. */
    private List<Text> tagsOfAll() {
        String tags = userProperties.getProperty("aspire.tags", "");
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(Text::literal)
                .toList();
    }
}
