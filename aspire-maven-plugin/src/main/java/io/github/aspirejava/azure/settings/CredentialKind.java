package io.github.aspirejava.azure.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kind of credential for the login to Microsoft Entra. */
public enum CredentialKind {
    /** Each of the others, in their order, until one has a token. */
    AUTO,
    /** A client secret or certificate, in {@code AZURE_CLIENT_ID} and so on. */
    ENVIRONMENT,
    /** A token that Kubernetes writes to a file. */
    WORKLOAD_IDENTITY,
    /** A token that GitHub issues to a job with {@code permissions: id-token: write}. */
    GITHUB_OIDC,
    /** A service connection of Azure Pipelines. */
    AZURE_PIPELINES,
    /** The login of {@code az login}. */
    AZURE_CLI,
    /** The managed identity of the Azure machine that this runs on. */
    MANAGED_IDENTITY;

    /** Returns its name in a POM. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind with this name, in any case. */
    static Optional<CredentialKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equalsIgnoreCase(text))
                .findFirst();
    }

    /** Returns all but {@link #AUTO}, in the order in which they are tried. */
    public static List<CredentialKind> all() {
        return Arrays.stream(values()).filter(kind -> kind != AUTO).toList();
    }
}
