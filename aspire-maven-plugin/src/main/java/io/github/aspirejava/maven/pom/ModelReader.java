package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads the model from the plugin's configuration. All mistakes of a model come at once. */
public final class ModelReader {
    private final Path startDirectory;
    private final UnaryOperator<String> evaluator;
    private final BuildProperties properties;
    private final ParameterSources parameterSources;
    private final ReactorModules modules;
    private final Path baseDirectory;
    private final String projectVersion;

    /**
     * Prepares to read.
     *
     * @param startDirectory the directory that Maven was started in: positions are relative to it
     * @param evaluator evaluates Maven's expressions that are still in a text; what it cannot evaluate it leaves
     * @param properties what settings may be set with besides
     * @param baseDirectory what the paths of the model start from
     * @param projectVersion the tag of images that have none
     */
    public ModelReader(
            Path startDirectory,
            UnaryOperator<String> evaluator,
            BuildProperties properties,
            ParameterSources parameterSources,
            ReactorModules modules,
            Path baseDirectory,
            String projectVersion) {
        this.startDirectory = startDirectory;
        this.evaluator = evaluator;
        this.properties = properties;
        this.parameterSources = parameterSources;
        this.modules = modules;
        this.baseDirectory = baseDirectory;
        this.projectVersion = projectVersion;
    }

    /**
     * Reads a model.
     *
     * @param configuration the plugin's configuration; null if it has none
     * @param pom the POM that holds it
     * @param modules what the modules add to it: services
     * @throws InvalidModelException if it has mistakes, with all of them
     */
    public AppModel read(@Nullable Xpp3Dom configuration, Path pom, List<ModuleConfiguration> modules)
            throws InvalidModelException {
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
        AppSettings settings = new SettingsReader(properties).read(reader);
        List<Registry> registries = named(RegistryReader.read(reader));
        List<Environment> environments = named(EnvironmentReader.read(reader));
        List<Service> services = new ArrayList<>(services(reader, projectVersion, Optional.empty(), problems));
        reader.finish();
        for (ModuleConfiguration module : modules) {
            PomElement element = new DomReader(files, module.evaluator(), problems)
                    .read(module.configuration(), files.origin(module.pom()));
            services.addAll(
                    services(reader.reading(paths(module).rewritten(element)), files.origin(pom), module, problems));
        }
        return AppModel.of(parameters, registries, environments, services, settings, problems);
    }

    private PomPaths paths(ModuleConfiguration module) {
        Path directory = module.pom().toAbsolutePath().resolveSibling("");
        return new PomPaths(baseDirectory.toAbsolutePath().relativize(directory));
    }

    /** A module has services; all else is said once, for all modules. */
    private List<Service> services(ElementReader reader, Origin root, ModuleConfiguration module, Problems problems) {
        Optional<String> name = Optional.of(module.module()).filter(own -> !own.isEmpty());
        List<Service> services = services(reader, module.version(), name, problems);
        reader.child("skip");
        reader.others()
                .forEach(other -> problems.add(
                        other.origin(),
                        "A module has <services>, and no <%s>".formatted(other.name()),
                        "Move it into the configuration of the plugin in %s".formatted(root)));
        return services;
    }

    private List<Service> services(
            ElementReader reader, String version, Optional<String> ownModule, Problems problems) {
        ServiceSettingsReader settings =
                new ServiceSettingsReader(tagsOfAll(), version, properties.flag("aspire.load"), problems);
        return named(new ServiceReader(modules, ownModule, settings, problems).read(reader));
    }

    /** Leaves out what has no name: that has been reported, and nothing else can be said of it. */
    private static <R extends Resource> List<R> named(List<R> resources) {
        return resources.stream().filter(resource -> !resource.name().isEmpty()).toList();
    }

    /** The tags of {@code -Daspire.tags=v1,latest}. */
    private List<Text> tagsOfAll() {
        return properties.list("aspire.tags").stream().map(Text::literal).toList();
    }
}
