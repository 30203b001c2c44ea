package io.github.aspirejava.maven.addons;

import io.github.aspirejava.steps.StepKind;
import java.util.List;
import java.util.Set;

/** The add-ons: parts of the plugin that only some models need. */
enum OptionalAddOn {
    /** The add-on that builds by a container engine. */
    ENGINE(
            "io.github.aspirejava.engine",
            "EngineAddOn",
            List.of("com.github.docker-java", "com.fasterxml.jackson.dataformat"),
            StepKind.CHECK_CONTAINER_RUNTIME,
            StepKind.BUILD_DOCKERFILE,
            StepKind.LOAD_IMAGE,
            StepKind.PUBLISH_COMPOSE,
            StepKind.PREPARE_COMPOSE,
            StepKind.PROVISION_CONTAINER,
            StepKind.AWAIT_SERVICE,
            StepKind.PRINT_SUMMARY,
            StepKind.COMPOSE_UP,
            StepKind.COMPOSE_DOWN,
            StepKind.BUILD_VITE_APP_IN_ENGINE),
    /** The add-on for resources in Azure. */
    AZURE(
            "io.github.aspirejava.azure",
            "AzureAddOn",
            List.of("com.azure"),
            StepKind.VALIDATE_AZURE_LOGIN,
            StepKind.CREATE_PROVISIONING_CONTEXT,
            StepKind.PROVISION_REGISTRY,
            StepKind.PROVISION_PURGE,
            StepKind.LOGIN_TO_AZURE_REGISTRY,
            StepKind.PROVISION_IDENTITY,
            StepKind.PROVISION_LOGS,
            StepKind.PROVISION_ENVIRONMENT,
            StepKind.PROVISION_PULL_RIGHTS,
            StepKind.PROVISION_DASHBOARD,
            StepKind.PUBLISH);

    private final String packageName;
    private final String simpleName;

    @SuppressWarnings("ImmutableEnumChecker") // a copy, but declared as a type of the JDK
    private final List<String> libraries;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, but declared as a type of the JDK
    private final Set<StepKind> kinds;

    OptionalAddOn(String packageName, String simpleName, List<String> libraries, StepKind... kinds) {
        this.packageName = packageName;
        this.simpleName = simpleName;
        this.libraries = List.copyOf(libraries);
        this.kinds = Set.of(kinds);
    }

    /** Returns the package of its classes, with its subpackages. */
    String packageName() {
        return packageName;
    }

    /** Returns the name of its entry class. */
    String className() {
        return packageName + "." + simpleName;
    }

    /** Returns whether the plugin depends on artifacts of this group for this add-on. */
    boolean needs(String groupId) {
        return libraries.stream().anyMatch(group -> groupId.equals(group) || groupId.startsWith(group + "."));
    }

    /** Returns the steps that it executes. */
    Set<StepKind> kinds() {
        return kinds;
    }
}
