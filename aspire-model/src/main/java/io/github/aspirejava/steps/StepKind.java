package io.github.aspirejava.steps;

import java.util.Set;

/** The kind of a step. Each kind has one action; a new capability is a new kind. */
public enum StepKind {
    PROCESS_PARAMETERS,
    CHECK_CONTAINER_RUNTIME,
    PACKAGE_MODULES,
    AWAIT_BUILD,
    BUILD_JAVA_APP("build-compute"),
    BUILD_DOCKERFILE("build-compute"),
    BUILD_VITE_APP("build-compute"),
    BUILD_VITE_APP_IN_ENGINE("build-compute"),
    LOAD_IMAGE,
    VALIDATE_AZURE_LOGIN,
    CREATE_PROVISIONING_CONTEXT,
    PROVISION_REGISTRY("provision-infra"),
    PROVISION_PURGE("provision-infra"),
    LOGIN_TO_AZURE_REGISTRY("acr-login"),
    LOGIN_TO_REGISTRY,
    UPLOAD_IMAGE,
    /** Copies the blobs of a prebuilt image. */
    MIRROR_IMAGE,
    PUSH_IMAGE("push-container-image"),
    PROVISION_IDENTITY("provision-infra"),
    PROVISION_LOGS("provision-infra"),
    PROVISION_ENVIRONMENT("provision-infra"),
    PROVISION_PULL_RIGHTS("provision-infra"),
    PROVISION_DASHBOARD("provision-infra"),
    PROVISION_CONTAINER_APP("provision-infra", "deploy-compute"),
    PROVISION_WEBSITE("provision-infra", "deploy-compute"),
    /** Writes the templates for Azure. */
    PUBLISH,
    /** Writes the files of a Compose project. */
    PUBLISH_COMPOSE,
    PREPARE_COMPOSE,
    PROVISION_CONTAINER("deploy-compute"),
    AWAIT_SERVICE("deploy-compute"),
    PRINT_SUMMARY("deploy-compute"),
    /** Removes the containers of services that the model no longer has. */
    COMPOSE_UP("deploy-compute"),
    COMPOSE_DOWN,
    /** Does nothing itself: a name for all its dependencies. */
    AGGREGATE;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, but declared with the JDK's type
    private final Set<String> tags;

    StepKind(String... tags) {
        this.tags = Set.of(tags);
    }

    /** Returns whether a step of this kind waits for another computer most of its time. */
    public boolean isMostlyWaiting() {
        return switch (this) {
            case AWAIT_BUILD,
                    LOGIN_TO_REGISTRY,
                    LOGIN_TO_AZURE_REGISTRY,
                    UPLOAD_IMAGE,
                    MIRROR_IMAGE,
                    PUSH_IMAGE,
                    VALIDATE_AZURE_LOGIN,
                    CREATE_PROVISIONING_CONTEXT,
                    PROVISION_REGISTRY,
                    PROVISION_PURGE,
                    PROVISION_IDENTITY,
                    PROVISION_LOGS,
                    PROVISION_ENVIRONMENT,
                    PROVISION_PULL_RIGHTS,
                    PROVISION_DASHBOARD,
                    PROVISION_CONTAINER_APP,
                    PROVISION_WEBSITE,
                    PREPARE_COMPOSE,
                    PROVISION_CONTAINER,
                    AWAIT_SERVICE,
                    COMPOSE_UP,
                    COMPOSE_DOWN -> true;
            default -> false;
        };
    }

    /** Returns Aspire's tags for steps of this kind. */
    public Set<String> tags() {
        return tags;
    }
}
