package io.github.aspirejava.azure.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.AzurePipelinesCredentialBuilder;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.github.aspirejava.azure.entra.Candidate.UnavailableException;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.settings.CredentialKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Creates each kind of credential from the environment. */
final class CredentialCandidates {
    private static final String CLIENT = "AZURE_CLIENT_ID";
    private static final String SECRET = "AZURE_CLIENT_SECRET";
    private static final String CERTIFICATE = "AZURE_CLIENT_CERTIFICATE_PATH";
    private static final String TENANT = "AZURE_TENANT_ID";

    private final AzureOptions options;
    private final Map<String, String> environment;
    private final HttpClient http;
    private final BooleanSupplier runsInAzure;

    /**
     * Creates the candidates.
     *
     * @param runsInAzure whether the metadata service of a machine in Azure can be reached
     */
    CredentialCandidates(
            AzureOptions options, Map<String, String> environment, HttpClient http, BooleanSupplier runsInAzure) {
        this.options = options;
        this.environment = environment;
        this.http = http;
        this.runsInAzure = runsInAzure;
    }

    /** Returns the candidates that the options select, in the order in which they are tried. */
    List<Candidate> asked() {
        CredentialKind asked = options.credential();
        return (asked == CredentialKind.AUTO ? CredentialKind.all() : List.of(asked))
                .stream().map(kind -> new Candidate(kind, () -> make(kind))).toList();
    }

    private TokenCredential make(CredentialKind kind) throws UnavailableException {
        return switch (kind) {
            case ENVIRONMENT -> environment();
            case WORKLOAD_IDENTITY -> workloadIdentity();
            case GITHUB_OIDC -> gitHub();
            case AZURE_PIPELINES -> pipelines();
            case AZURE_CLI -> cli();
            case MANAGED_IDENTITY -> managedIdentity();
            case AUTO -> throw new IllegalArgumentException("'auto' is all the others");
        };
    }

    private TokenCredential environment() throws UnavailableException {
        String client = need(CLIENT);
        String tenant = tenant();
        Optional<String> secret = variable(SECRET);
        if (secret.isPresent()) {
            return to(new ClientSecretCredentialBuilder().clientSecret(secret.get()), tenant, client)
                    .build();
        }
        String certificate = variable(CERTIFICATE)
                .orElseThrow(() -> new UnavailableException("neither %s nor %s is set".formatted(SECRET, CERTIFICATE)));
        ClientCertificateCredentialBuilder builder = to(new ClientCertificateCredentialBuilder(), tenant, client);
        Optional<String> password = variable("AZURE_CLIENT_CERTIFICATE_PASSWORD");
        if (password.isPresent()) {
            return builder.pfxCertificate(certificate)
                    .clientCertificatePassword(password.get())
                    .build();
        }
        return builder.pemCertificate(certificate).build();
    }

    private TokenCredential workloadIdentity() throws UnavailableException {
        String file = need("AZURE_FEDERATED_TOKEN_FILE");
        return to(new WorkloadIdentityCredentialBuilder().tokenFilePath(file), tenant(), need(CLIENT))
                .build();
    }

    private TokenCredential gitHub() throws UnavailableException {
        GitHubToken token =
                new GitHubToken(http, need("ACTIONS_ID_TOKEN_REQUEST_URL"), need("ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
        return to(new ClientAssertionCredentialBuilder().clientAssertion(token::request), tenant(), need(CLIENT))
                .build();
    }

    private TokenCredential pipelines() throws UnavailableException {
        String request = need("SYSTEM_OIDCREQUESTURI");
        String connection = need("AZURESUBSCRIPTION_SERVICE_CONNECTION_ID");
        Configuration configuration = new ConfigurationBuilder()
                .putProperty("SYSTEM_OIDCREQUESTURI", request)
                .build();
        return to(
                        new AzurePipelinesCredentialBuilder()
                                .configuration(configuration)
                                .serviceConnectionId(connection)
                                .systemAccessToken(need("SYSTEM_ACCESSTOKEN")),
                        need("AZURESUBSCRIPTION_TENANT_ID"),
                        need("AZURESUBSCRIPTION_CLIENT_ID"))
                .build();
    }

    private TokenCredential cli() {
        AzureCliCredentialBuilder builder = new AzureCliCredentialBuilder();
        options.tenant().ifPresent(builder::tenantId);
        return builder.build();
    }

    private TokenCredential managedIdentity() throws UnavailableException {
        boolean isService = variable("IDENTITY_ENDPOINT").isPresent()
                || variable("MSI_ENDPOINT").isPresent();
        if (!isService && !runsInAzure.getAsBoolean()) {
            throw new UnavailableException("this machine is not in Azure: there is no answer at 169.254.169.254");
        }
        ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder().httpClient(http);
        variable(CLIENT).ifPresent(builder::clientId);
        return builder.build();
    }

    private <B extends AadCredentialBuilderBase<B>> B to(B builder, String tenant, String client) {
        builder.httpClient(http);
        builder.authorityHost(options.cloud().authority().toString());
        if (options.cloud().isPrivate()) {
            builder.disableInstanceDiscovery();
        }
        return builder.tenantId(tenant).clientId(client);
    }

    private String tenant() throws UnavailableException {
        return options.tenant()
                .orElseThrow(() -> new UnavailableException("%s is not set, nor is <tenant>".formatted(TENANT)));
    }

    private String need(String name) throws UnavailableException {
        return variable(name).orElseThrow(() -> new UnavailableException("%s is not set".formatted(name)));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
