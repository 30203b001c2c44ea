package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.NearestName;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warns about properties on Maven's command line that have the prefix of this plugin but are never read. */
final class UserProperties {
    private static final String PREFIX = "aspire.";

    private static final List<String> GOALS =
            List.of("provision", "push", "build-images", "deploy", "publish", "do", "plan");

    private static final Set<String> FLAGS = Stream.concat(
                    Stream.of(
                            "load",
                            "push.wait",
                            "push.verify",
                            "login.probe",
                            "package.skip",
                            "package.skipTests",
                            "skip"),
                    GOALS.stream().map(goal -> goal + ".skip"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OTHERS = Set.of(
            "release",
            "layering",
            "parallelism",
            "failFast",
            "connectionsPerRegistry",
            "connectTimeout",
            "idleTimeout",
            "services",
            "tags",
            "steps",
            "plan.format",
            "plan.output",
            "record.directory",
            "mirrors",
            "cache",
            "layers.most",
            "layers.small",
            "engine.host",
            "dryRun",
            "environment",
            "azure.subscription",
            "azure.location",
            "azure.resourceGroup",
            "azure.tenant",
            "azure.credential",
            "azure.cloud",
            "azure.caFile",
            "azure.endpoint.authority",
            "azure.endpoint.resourceManager",
            "azure.endpoint.registryAudience");

    private static final Pattern OF_PARAMETER = Pattern.compile("parameters\\.(.+)");
    private static final Pattern OF_REGISTRY = Pattern.compile("registry\\.(.+)\\.(username|password)");

    /** A registry identified by its host, which need not be declared in the model. */
    private static final Pattern HOST = Pattern.compile(".*[.:].*|localhost");

    private final BuildProperties properties;
    private final AppModel model;
    private final Problems problems;

    UserProperties(BuildProperties properties, AppModel model, Problems problems) {
        this.properties = properties;
        this.model = model;
        this.problems = problems;
    }

    /**
     * Returns the property that an element is an attempt to set: {@code aspire.layers.most} for {@code <layersMost>}.
     */
    static Optional<String> ofElement(String element) {
        return Stream.concat(FLAGS.stream(), OTHERS.stream())
                .filter(name -> name.replaceAll("[.-]", "").equalsIgnoreCase(element))
                .map(PREFIX::concat)
                .findFirst();
    }

    void warn() {
        for (String name : new TreeSet<>(properties.commandLine().stringPropertyNames())) {
            // A property of the POM belongs to the project, regardless of its name.
            if (name.startsWith(PREFIX) && properties.inProject(name).isEmpty()) {
                check(name.substring(PREFIX.length()));
            }
        }
    }

    private void check(String name) {
        Matcher parameter = OF_PARAMETER.matcher(name);
        Matcher registry = OF_REGISTRY.matcher(name);
        if (parameter.matches()) {
            Set<String> declared =
                    model.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
            checkDeclared(name, "parameter", parameter.group(1), "parameters.%s", declared);
        } else if (registry.matches()) {
            Set<String> declared =
                    model.registries().stream().map(Resource::name).collect(Collectors.toSet());
            if (!HOST.matcher(registry.group(1)).matches()) {
                checkDeclared(name, "registry", registry.group(1), "registry.%s." + registry.group(2), declared);
            }
        } else if (FLAGS.contains(name)) {
            checkFlag(name);
        } else if (!OTHERS.contains(name)) {
            Set<String> known = new TreeSet<>(OTHERS);
            known.addAll(FLAGS);
            report(name, "this plugin has no such property", NearestName.of(name, known));
        }
    }

    private void checkDeclared(String name, String kind, String declaration, String form, Set<String> declared) {
        if (!declared.contains(declaration)) {
            report(
                    name,
                    "there is no %s '%s'".formatted(kind, declaration),
                    NearestName.of(declaration, declared).map(form::formatted));
        }
    }

    private void report(String name, String why, Optional<String> nearest) {
        problems.warn(
                Origin.NONE,
                "-D%s%s has no effect: %s".formatted(PREFIX, name, why),
                nearest.map(meant -> "Write -D%s%s".formatted(PREFIX, meant))
                        .orElse("Remove it, or look it up: mvn aspire:help -Ddetail"));
    }

    private void checkFlag(String name) {
        String value = properties.onCommandLine(PREFIX + name).orElse("true");
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            problems.warn(
                    Origin.NONE,
                    "-D%s%s is '%s', which means false".formatted(PREFIX, name, value),
                    "Write true or false");
        }
    }
}
