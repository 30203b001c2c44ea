package io.github.aspirejava.steps;

import java.util.Set;

/** What a step does. Each kind has one action; a new capability is a new kind. */
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
    /** Brings the blobs of an image that somebody else has built. */
    MIRROR_IMAGE,
    PUSH_IMAGE("push-container-image"),
    PROVISION_IDENTITY("provision-infra"),
    PROVISION_LOGS("provision-infra"),
    PROVISION_ENVIRONMENT("provision-infra"),
    PROVISION_PULL_RIGHTS("provision-infra"),
    PROVISION_DASHBOARD("provision-infra"),
    PROVISION_CONTAINER_APP("provision-infra", "deploy-compute"),
    PROVISION_WEBSITE("provision-infra", "deploy-compute"),
    PUBLISH,
    /** Does nothing itself: a name for all the steps it waits for. */
    AGGREGATE;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, but declared as what the JDK has
    private final Set<String> tags;

    StepKind(String... tags) {
        this.tags = Set.of(tags);
    }

    /** Whether a step of this kind waits for somebody else's computer most of its time. */
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
                    PROVISION_WEBSITE -> true;
            default -> false;
        };
    }

    /** Aspire's tags for steps of this kind. */
    public Set<String> tags() {
        return tags;
    }
}
