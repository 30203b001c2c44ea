package io.github.aspirejava.steps;

import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;

/** The names of steps: Aspire's names wherever the meaning is the same. */
public final class StepNames {
    public static final String PROCESS_PARAMETERS = "process-parameters";
    public static final String CHECK_CONTAINER_RUNTIME = "check-container-runtime";
    public static final String PACKAGE = "package";
    public static final String AWAIT_BUILD = "await-build";
    public static final String VALIDATE_AZURE_LOGIN = "validate-azure-login";
    public static final String CREATE_PROVISIONING_CONTEXT = "create-provisioning-context";
    public static final String BUILD = "build";
    public static final String PUSH = "push";
    public static final String PROVISION = "provision";
    public static final String DEPLOY = "deploy";
    public static final String PUBLISH = "publish";
    public static final String PUBLISH_AZURE = "publish-azure";

    private StepNames() {}

    /** Returns the step that builds the image of {@code service}. */
    public static String build(String service) {
        return "build-" + service;
    }

    /** Returns the step that loads the image of {@code service} into this machine's engine. */
    public static String load(String service) {
        return "load-" + service;
    }

    /** Returns the step that uploads the blobs of the image of {@code service}. */
    public static String upload(String service) {
        return "upload-" + service;
    }

    /** Returns the step that pushes the manifest and tags of the image of {@code service}. */
    public static String push(String service) {
        return "push-" + service;
    }

    /** Returns the step that deploys {@code service} and waits until it is healthy. */
    public static String deploy(String service) {
        return "deploy-" + service;
    }

    static String await(String service) {
        return "await-" + service;
    }

    /** Returns the step that runs the container of {@code service}. */
    public static String container(Service service) {
        return "provision-" + service.name() + "-container";
    }

    static String summary(Service service) {
        return "print-" + service.name() + "-summary";
    }

    static String publish(Environment environment) {
        return "publish-" + environment.name();
    }

    static String prepare(Environment environment) {
        return "prepare-" + environment.name();
    }

    /** Returns the step that stands for all services of {@code environment}. */
    public static String up(Environment environment) {
        return "docker-compose-up-" + environment.name();
    }

    static String down(Environment environment) {
        return "docker-compose-down-" + environment.name();
    }

    static String login(Registry registry) {
        return (registry instanceof AzureContainerRegistry ? "login-to-acr-" : "login-to-") + registry.name();
    }

    static String provision(Registry registry) {
        return "provision-" + registry.name();
    }

    static String provision(Environment environment) {
        return "provision-" + environment.name();
    }

    static String purge(Registry registry) {
        return provision(registry) + "-purge";
    }

    static String identity(Environment environment) {
        return provision(environment) + "-identity";
    }

    static String logs(Environment environment) {
        return provision(environment) + "-logs";
    }

    static String pull(Environment environment) {
        return provision(environment) + "-pull";
    }

    static String dashboard(Environment environment) {
        return provision(environment) + "-dashboard";
    }

    static String containerApp(Service service) {
        return "provision-" + service.name() + "-containerapp";
    }

    static String website(Service service) {
        return "provision-" + service.name() + "-website";
    }
}
