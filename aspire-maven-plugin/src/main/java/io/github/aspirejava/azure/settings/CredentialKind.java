package io.github.aspirejava.azure.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How somebody proves to Microsoft Entra who they are. */
public enum CredentialKind {
    /** Each of the others, in their order, until one has a token. */
    AUTO,
    /** A client secret or certificate, in {@code AZURE_CLIENT_ID} and so on. */
    ENVIRONMENT,
    /** A token that Kubernetes puts into a file. */
    WORKLOAD_IDENTITY,
    /** A token that GitHub gives a job with {@code permissions: id-token: write}. */
    GITHUB_OIDC,
    /** A service connection of Azure Pipelines. */
    AZURE_PIPELINES,
    /** Who has logged in with {@code az login}. */
    AZURE_CLI,
    /** The identity of the machine in Azure that this runs on. */
    MANAGED_IDENTITY;

    /** As it is written in a POM. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is written so, in any case. */
    static Optional<CredentialKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equalsIgnoreCase(text))
                .findFirst();
    }

    /** All but {@link #AUTO}, in the order in which they are tried. */
    public static List<CredentialKind> all() {
        return Arrays.stream(values()).filter(kind -> kind != AUTO).toList();
    }
}
