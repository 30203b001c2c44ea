package io.github.aspirejava.maven.reference;

import io.github.aspirejava.app.AzureContainerRegistry.Sku;
import java.util.List;

/** Describes {@code <registries>}. */
final class RegistryElements {
    private static final String NAME = "Name of the registry, by which services and environments refer to it.";

    private RegistryElements() {}

    static Element registries() {
        return Element.kinds(
                "registries", "Registries that images are pushed to.", containerRegistry(), azure(), layout());
    }

    private static Element containerRegistry() {
        return Element.named(
                "containerRegistry",
                "A registry that implements the OCI distribution specification: Docker Hub, GHCR, Harbor and others.",
                NAME,
                List.of(
                        Element.text("endpoint", "Host and optional port, without scheme and path.")
                                .required(),
                        Element.text("repository", "Path that precedes the name of every image."),
                        Element.children(
                                "credentials",
                                "Credentials for the registry, made of parameters.",
                                Element.text("username", "User name.").required(),
                                Element.text("password", "Password or token; a secret parameter such as `{token}`.")
                                        .required()),
                        Element.flag(
                                "insecure", false, "Allows plain HTTP for a registry that is not on this machine."),
                        Element.flag(
                                "anonymousPull",
                                false,
                                "Whether environments can pull from the registry without credentials."),
                        Element.text(
                                "caFile",
                                "PEM file with certificates of authorities that are trusted in addition to those of Java."),
                        Element.text(
                                "clientCertificate",
                                "PEM file with the certificate that identifies the client to the registry, and its chain."),
                        Element.text("clientKey", "PEM file with the unencrypted private key of `clientCertificate`.")
                                .otherwise("the file of `clientCertificate`")));
    }

    private static Element azure() {
        return Element.named(
                "azureContainerRegistry",
                "An Azure Container Registry, which is provisioned unless it exists.",
                NAME,
                List.of(
                        Element.text("registryName", "Name of the registry in Azure.")
                                .otherwise("derived from the name and a hash"),
                        Element.choice("sku", Sku.BASIC, "Service tier."),
                        Element.flag(
                                "existing",
                                false,
                                "Uses a registry that exists in Azure. It is not provisioned or modified."),
                        Element.text("resourceGroup", "Resource group of the registry.")
                                .otherwise("that of `<azure>`"),
                        Element.text("subscription", "Subscription of the registry.")
                                .otherwise("that of `<azure>`"),
                        purge(),
                        Element.flag(
                                "anonymousPull",
                                false,
                                "Allows pulls without credentials. Requires the tier `standard` or `premium`."),
                        Element.flag(
                                "zoneRedundant",
                                false,
                                "Replicates the registry across availability zones. Requires the tier `premium`."),
                        Element.number(
                                "retentionDays",
                                0,
                                365,
                                "Days after which manifests without a tag are deleted. Requires the tier `premium`."),
                        Element.flag(
                                "publicAccess",
                                true,
                                "Whether the registry is reachable from public networks. `false` requires the tier `premium`.")));
    }

    private static Element purge() {
        return Element.children(
                "purge",
                "Schedules a task of the registry that deletes old tags.",
                Element.text("schedule", "Time of the task in UTC as five cron fields, such as `0 1 * * SUN`.")
                        .required(),
                Element.number(
                                "keep",
                                1,
                                100_000,
                                "Number of the newest tags of each repository that are kept, whatever their age.")
                        .byDefault("3"),
                Element.text("ago", "Minimum age of the tags that are deleted, such as `7d` or `2d3h6m`.")
                        .byDefault("0d"),
                Element.text("filter", "Regular expressions of repository and tag, separated by a colon.")
                        .byDefault(".*:.*"));
    }

    private static Element layout() {
        return Element.named(
                "ociLayout",
                "An OCI image layout on disk.",
                NAME,
                List.of(Element.text("directory", "Directory of the image layout.")
                        .otherwise("`target/NAME`")));
    }
}
