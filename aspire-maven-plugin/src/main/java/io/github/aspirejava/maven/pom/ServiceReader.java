package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Coordinates;
import io.github.aspirejava.app.Dockerfile;
import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.NearestName;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code <services>}. */
final class ServiceReader {
    private final ReactorModules modules;
    private final Optional<String> ownModule;
    private final ServiceSettingsReader settings;
    private final Problems problems;

    /**
     * Creates a reader.
     *
     * @param ownModule the module that declares the services; empty if the services are declared for all modules
     */
    ServiceReader(
            ReactorModules modules, Optional<String> ownModule, ServiceSettingsReader settings, Problems problems) {
        this.modules = modules;
        this.ownModule = ownModule;
        this.settings = settings;
        this.problems = problems;
    }

    List<Service> read(ElementReader configuration) {
        List<Service> services = new ArrayList<>();
        configuration.child("services").ifPresent(list -> {
            ElementReader reader = configuration.reading(list);
            reader.children("javaApp").forEach(e -> services.add(javaApp(reader.reading(e))));
            reader.children("dockerfile").forEach(e -> services.add(dockerfile(reader.reading(e))));
            reader.children("viteApp")
                    .forEach(e -> services.add(new ViteAppReader(settings, problems).read(reader.reading(e))));
            reader.children("container")
                    .forEach(e -> services.add(new ContainerReader(settings, problems).read(reader.reading(e))));
            reader.finish();
        });
        services.sort((left, right) -> left.origin().compareTo(right.origin()));
        return services;
    }

    private Service javaApp(ElementReader reader) {
        String name = reader.name();
        JavaSource source = source(reader, name);
        JavaApp app = JavaApp.of(name, reader.origin(), source, settings.image(reader, version(source)))
                .baseImage(reader.text("baseImage"))
                .appRoot(reader.text("appRoot"))
                .mainClass(reader.text("mainClass"))
                .jvmFlags(reader.list("jvmFlags", "jvmFlag", TextAsList.FLAGS, reader::text))
                .arguments(reader.list("arguments", "argument", TextAsList.SINGLE, reader::text))
                .extraClasspath(reader.list("extraClasspath", "path", TextAsList.SEPARATED, reader::text))
                .container(new ContainerSettingsReader(reader, problems).read())
                .deployment(settings.deployment().ofImage(reader))
                .files(files(reader))
                .agents(reader.list("agents", "agent", TextAsList.SEPARATED, element -> agent(reader, element)).stream()
                        .flatMap(Optional::stream)
                        .toList())
                .localFiles(new LocalFilesReader(problems).read(reader))
                .build();
        reader.finish();
        return app;
    }

    private Optional<JavaSource.Artifact> agent(ElementReader reader, PomElement element) {
        if (!reader.leaves().isText(element)) {
            return Optional.empty();
        }
        return problems.check(element.origin(), () -> Coordinates.parse(element.value()))
                .map(agent -> new JavaSource.Artifact(agent, element.origin()));
    }

    private JavaSource source(ElementReader reader, String name) {
        Optional<Reference> module = reader.reference("module");
        Optional<Reference> artifact = reader.reference("artifact");
        if (artifact.isPresent() && module.isPresent()) {
            problems.add(artifact.get().origin(), "<javaApp> has a <module> and an <artifact>", "Remove one of them");
        }
        if (artifact.isPresent()) {
            reader.child("appRoot")
                    .ifPresent(root -> problems.add(
                            root.origin(),
                            "<javaApp> has an <appRoot>, and its <artifact> is a jar, which is not deployed to a servlet container",
                            "Remove one of them"));
        }
        return artifact.flatMap(this::artifact)
                .orElseGet(() -> artifact.isPresent()
                        ? new JavaSource.Module(artifact.get())
                        : module(module.orElseGet(() -> new Reference(ownModule.orElse(name), reader.origin()))));
    }

    /** Parses the coordinates of an artifact; reports invalid ones and returns empty. */
    private Optional<JavaSource> artifact(Reference artifact) {
        Optional<Coordinates> coordinates = problems.check(artifact.origin(), () -> Coordinates.parse(artifact.name()));
        coordinates
                .map(jar -> jar.group() + ':' + jar.artifact())
                .filter(module -> modules.version(module).equals(coordinates.map(Coordinates::version)))
                .ifPresent(module -> problems.add(
                        artifact.origin(),
                        "The artifact '%s' is a module of this build".formatted(artifact.name()),
                        "Write <module>%s</module> instead of <artifact>".formatted(module)));
        return coordinates.map(jar -> new JavaSource.Artifact(jar, artifact.origin()));
    }

    private JavaSource module(Reference used) {
        List<String> namesakes = modules.namesakes(used.name());
        if (used.name().isEmpty() || modules.contains(used.name()) || modules.isElsewhere(used.name())) {
            return new JavaSource.Module(used);
        }
        if (!namesakes.isEmpty()) {
            problems.add(
                    used.origin(),
                    "Several modules of this build are called '%s'".formatted(used.name()),
                    "Write <module>%s</module>".formatted(String.join("</module> or <module>", namesakes)));
        } else {
            String fix = NearestName.of(used.name(), modules.names())
                    .map(nearest -> "Write <module>%s</module>".formatted(nearest))
                    .orElseGet(() -> "Write <module> with one of %s".formatted(String.join(", ", modules.names())));
            problems.add(used.origin(), "There is no module '%s' in this build".formatted(used.name()), fix);
        }
        return new JavaSource.Module(used);
    }

    /** Returns the default tag of an image. */
    private Optional<String> version(JavaSource source) {
        return source instanceof JavaSource.Artifact artifact
                ? Optional.of(artifact.coordinates().version())
                : modules.version(((JavaSource.Module) source).module().name());
    }

    private Service dockerfile(ElementReader reader) {
        BuildReader build = new BuildReader(problems);
        Dockerfile service = Dockerfile.of(
                        reader.name(),
                        reader.origin(),
                        reader.required("context", "edge"),
                        reader.text("file").orElseGet(() -> Text.literal("Dockerfile", reader.origin())),
                        settings.image(reader, Optional.empty()))
                .content(content(reader))
                .modules(modules(reader))
                .target(reader.text("target"))
                .buildArguments(reader.map("buildArguments"))
                .buildSecrets(build.secrets(reader))
                .options(build.options(reader))
                .deployment(settings.deployment().ofBuilt(reader))
                .files(files(reader))
                .build();
        reader.warnOf("load", "the image is built by an engine");
        reader.finish();
        return service;
    }

    /** Reads a Dockerfile in the POM. Its braces are no parameters. */
    private Optional<String> content(ElementReader reader) {
        Optional<PomElement> content = reader.child("content");
        if (content.isPresent() && reader.child("file").isPresent()) {
            problems.add(content.get().origin(), "<dockerfile> has a <content> and a <file>", "Remove one of them");
        }
        return content.filter(reader.leaves()::isText).map(PomElement::value);
    }

    /** Reads the modules that a Dockerfile copies from, if they are declared. */
    private List<Reference> modules(ElementReader reader) {
        Optional<Reference> one = reader.reference("module");
        List<Reference> several = reader
                .list(
                        "modules",
                        "module",
                        leaf -> reader.leaves().isText(leaf)
                                ? Optional.of(new Reference(leaf.value(), leaf.origin()))
                                : Optional.<Reference>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
        if (one.isPresent() && !several.isEmpty()) {
            problems.add(
                    one.get().origin(),
                    "<dockerfile> has a <module> and <modules>",
                    "Move the <module> into <modules>");
        }
        List<Reference> modules = one.map(List::of).orElse(several);
        modules.forEach(this::module);
        return modules;
    }

    /** Reads the files of other services that a service copies into its image. */
    static List<FileCopy> files(ElementReader service) {
        return service.list("files", "file", element -> {
            ElementReader reader = service.reading(element);
            FileCopy copy = new FileCopy(
                    reader.requiredReference("from", "frontend"),
                    reader.text("path"),
                    reader.required("to", "/app/resources/static"));
            reader.finish();
            return copy;
        });
    }
}
