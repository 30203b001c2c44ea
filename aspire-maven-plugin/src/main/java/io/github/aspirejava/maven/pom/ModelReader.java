package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problem;
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
import java.util.function.Consumer;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads the model from the plugin's configuration. All mistakes in a model are reported at once. */
public final class ModelReader {
    private final Path startDirectory;
    private final Expressions expressions;
    private final BuildProperties properties;
    private final ParameterSources parameterSources;
    private final ReactorModules modules;
    private final Path baseDirectory;
    private final String projectVersion;

    /**
     * Creates a reader.
     *
     * @param startDirectory the directory that Maven was started in, to which positions are relative
     * @param expressions the Maven expressions left in the configuration
     * @param properties the properties that configure settings in addition to the configuration
     * @param baseDirectory the directory that relative paths of the model start from
     * @param projectVersion the tag of images that declare none
     */
    public ModelReader(
            Path startDirectory,
            Expressions expressions,
            BuildProperties properties,
            ParameterSources parameterSources,
            ReactorModules modules,
            Path baseDirectory,
            String projectVersion) {
        this.startDirectory = startDirectory;
        this.expressions = expressions;
        this.properties = properties;
        this.parameterSources = parameterSources;
        this.modules = modules;
        this.baseDirectory = baseDirectory;
        this.projectVersion = projectVersion;
    }

    /**
     * Reads a model.
     *
     * @param configuration the configuration of the plugin; null if there is none
     * @param pom the POM that contains the configuration
     * @param modules the configurations of the modules, which add services
     * @param unread the configurations in the POM that are not read in this build
     * @param warnings the consumer of warnings about declarations that are valid but have no effect
     * @throws InvalidModelException if the model has mistakes, with all of them
     */
    public AppModel read(
            @Nullable Xpp3Dom configuration,
            Path pom,
            List<ModuleConfiguration> modules,
            List<UnreadConfiguration> unread,
            Consumer<Problem> warnings)
            throws InvalidModelException {
        Problems problems = new Problems();
        PomFiles files = new PomFiles(startDirectory);
        DomReader of = new DomReader(files, expressions, problems);
        PomElement root =
                configuration == null ? PomElement.empty(files.origin(pom)) : of.read(configuration, files.origin(pom));

        ElementReader withoutParameters = new ElementReader(root, new KnownParameters(Map.of()), problems);
        List<Parameter> parameters = new ParameterReader(parameterSources, problems).read(withoutParameters);

        KnownParameters known = new KnownParameters(ParameterReader.byName(parameters));
        ElementReader reader = new ElementReader(root, known, problems);
        reader.child("parameters");
        reader.flag("skip", false);
        AppSettings settings = new SettingsReader(properties).read(reader);
        List<Registry> registries = named(RegistryReader.read(reader));
        List<Environment> environments = named(EnvironmentReader.read(reader));
        NotYetUsed notYetUsed = new NotYetUsed();
        List<Service> services =
                new ArrayList<>(named(serviceReader(Optional.empty(), projectVersion, notYetUsed, problems)
                        .read(reader)));
        reader.finish();
        of.reportUntaken();
        for (ModuleConfiguration module : modules) {
            DomReader ofOne = new DomReader(files, module.expressions(), problems);
            PomElement element = ofOne.read(module.configuration(), files.origin(module.pom()));
            ElementReader ofModule = reader.reading(paths(module).rewritten(element));
            Optional<String> name = Optional.of(module.module()).filter(own -> !own.isEmpty());
            services.addAll(named(
                    serviceReader(name, module.version(), notYetUsed, problems).read(ofModule)));
            reportOthers(ofModule, reader, files.origin(pom), problems);
            ofOne.reportUntaken();
        }
        if (this.modules.isComplete()) {
            new UntakenFrontEnds(services).report(problems);
        }
        AppModel model = AppModel.of(parameters, registries, environments, services, settings, problems);
        notYetUsed.warn(model, problems);
        IdleElements idle = new IdleElements(model, problems);
        idle.warnOfSettings(reader);
        idle.warnOfUnread(unread, files, files.origin(pom));
        if (this.modules.isComplete()) {
            known.warnOfUnused(problems);
            // A model that selects registries by a property declares registries that are not selected.
            if (!files.hasExpressionIn("registry")) {
                new UnusedRegistries(model).warn(problems);
            }
        }
        new UserProperties(properties, model, problems).warn();
        problems.warnings().forEach(warnings);
        return model;
    }

    private PomPaths paths(ModuleConfiguration module) {
        Path directory = module.pom().toAbsolutePath().resolveSibling("");
        return new PomPaths(baseDirectory.toAbsolutePath().relativize(directory));
    }

    private ServiceReader serviceReader(
            Optional<String> ownModule, String version, NotYetUsed notYetUsed, Problems problems) {
        ServiceSettingsReader settings = new ServiceSettingsReader(
                tagsOfAll(),
                version,
                properties.flag("aspire.load"),
                new DeploymentReader(notYetUsed, problems),
                problems);
        return new ServiceReader(modules, ownModule, settings, problems);
    }

    /** Reports elements of a module other than services; these are declared once, for all modules. */
    private static void reportOthers(ElementReader module, ElementReader root, Origin rootPom, Problems problems) {
        module.flag("skip", false);
        for (PomElement other : module.others()) {
            if (root.known().contains(other.name())) {
                problems.add(
                        other.origin(),
                        "A module configures <services> only, not <%s>".formatted(other.name()),
                        "Move it into the configuration of the plugin in %s".formatted(rootPom));
            } else {
                root.reportUnknown(other);
            }
        }
        module.finishWithoutOthers();
    }

    /** Filters out resources without a name: the missing name has been reported, and no further check is possible. */
    private static <R extends Resource> List<R> named(List<R> resources) {
        return resources.stream().filter(resource -> !resource.name().isEmpty()).toList();
    }

    /** Returns the tags of {@code -Daspire.tags=v1,latest}. */
    private List<Text> tagsOfAll() {
        return properties.list("aspire.tags").stream().map(Text::literal).toList();
    }
}
