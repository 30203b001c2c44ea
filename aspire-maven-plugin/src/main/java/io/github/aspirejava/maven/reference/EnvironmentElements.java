package io.github.aspirejava.maven.reference;

import io.github.aspirejava.app.DockerCompose;
import java.util.List;

/** Describes {@code <environments>} and {@code <azure>}. */
final class EnvironmentElements {
    private EnvironmentElements() {}

    static Element environments() {
        return Element.kinds(
                "environments",
                "Environments that services are assigned to.",
                environment("azureContainerApps", "An Azure Container Apps environment."),
                environment("azureAppService", "An Azure App Service plan."),
                dockerCompose());
    }

    private static Element environment(String name, String meaning) {
        return Element.named(
                name,
                meaning,
                "Name of the environment, by which services refer to it.",
                List.of(
                        Element.text("registry", "Name of the registry for the services of the environment.")
                                .otherwise("the only registry of the model, or one that is provisioned"),
                        Element.text("location", "Azure region of the environment.")
                                .otherwise("that of `<azure>`"),
                        Element.text("resourceGroup", "Resource group of the environment.")
                                .otherwise("that of `<azure>`"),
                        Element.flag(
                                "existing",
                                false,
                                "Uses an environment that exists in Azure. It is not provisioned or modified."),
                        Element.flag("dashboard", true, "Whether the Aspire dashboard is provisioned.")));
    }

    private static Element dockerCompose() {
        return Element.named(
                "dockerCompose",
                "A container engine that runs services as a project of Docker Compose.",
                "Name of the environment, by which services refer to it.",
                List.of(
                        Element.text("registry", "Name of the registry for the services of the environment.")
                                .otherwise("the only registry of the model; without one, images are loaded"),
                        Element.text("project", "Name of the Compose project.")
                                .otherwise("`aspire-`, the artifactId of the root and the name of the environment"),
                        Element.text("directory", "Directory of the Compose file.")
                                .otherwise("`target/aspire/NAME`"),
                        Element.text("network", "Name of the network in the project.")
                                .byDefault(DockerCompose.DEFAULT_NETWORK),
                        Element.text("hostAddress", "Address of this machine that external endpoints are published on.")
                                .byDefault(DockerCompose.DEFAULT_HOST_ADDRESS)));
    }

    static Element azure() {
        return Element.children(
                "azure",
                "Defaults for all resources in Azure.",
                Element.text("subscription", "ID of the subscription."),
                Element.text("location", "Region, such as `westeurope`."),
                Element.text("resourceGroup", "Resource group, which is created if it does not exist.")
                        .otherwise("derived from the artifactId and the environment"),
                Element.text("tenant", "ID of the Microsoft Entra tenant.").otherwise("that of the credential"),
                Element.text(
                                "credential",
                                "Credential: `environment`, `workload-identity`, `github-oidc`, `azure-pipelines`, `azure-cli` or `managed-identity`; `auto` uses the first that returns a token.")
                        .otherwise("`auto`"),
                Element.text("cloud", "Azure cloud: `public`, `us-government` or `china`.")
                        .otherwise("`public`"));
    }
}
