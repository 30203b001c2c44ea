package io.github.aspirejava.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.HttpProxy;
import io.github.aspirejava.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The login by each credential that a test can provide. */
class LoginTest extends AzureTestCase {
    private static final String STEP = "validate-azure-login";

    @Test
    void logsInWithASecret() {
        AzureRun run = model().registry("acr");

        assertThat(reasons(run.run(STEP))).isEmpty();
        assertThat(run.told()).contains("(validate-azure-login) logged in with the credential 'environment'");
    }

    @Test
    void logsInWithATokenInAFile() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), azure.federatedToken(azure.deployer()));
        AzureRun run = model().registry("acr")
                .property("aspire.azure.credential", "workload-identity")
                .variables(with(azure.environment(azure.deployer()), "AZURE_FEDERATED_TOKEN_FILE", token.toString()));

        assertThat(reasons(run.run(STEP))).isEmpty();
    }

    @Test
    void logsInWithTheTokenOfAJobOnGitHub() {
        AzureRun run = model().registry("acr")
                .property("aspire.azure.credential", "github-oidc")
                .variables(azure.gitHubEnvironment());

        assertThat(reasons(run.run("create-provisioning-context"))).isEmpty();
    }

    @Test
    void takesTheFirstCredentialThatHasAToken() {
        AzureRun run =
                model().registry("acr").without("aspire.azure.credential").variables(azure.gitHubEnvironment());

        assertThat(reasons(run.run(STEP))).isEmpty();
        assertThat(run.told()).contains("(validate-azure-login) logged in with the credential 'github-oidc'");
    }

    @Test
    void goesThroughAProxyThatWantsToKnowWhoIsAsking() {
        Credentials login = new Credentials("me", new Secret("Pr0xy!"));
        try (TunnelProxy proxy = new TunnelProxy(login.basicAuthorization())) {
            AzureRun run = model().registry("acr")
                    .proxies(uri -> Optional.of(new HttpProxy("localhost", proxy.port(), Optional.of(login))));

            assertThat(reasons(run.run("provision-acr"))).isEmpty();
            assertThat(proxy.tunnels()).containsOnly(azure.endpoint().getAuthority());
        }
    }

    @Test
    void namesTheProxyThatRefusesIt() {
        Credentials login = new Credentials("me", new Secret("Pr0xy!"));
        try (TunnelProxy proxy = new TunnelProxy("Basic other")) {
            AzureRun run = model().registry("acr")
                    .proxies(uri -> Optional.of(new HttpProxy("localhost", proxy.port(), Optional.of(login))));

            assertThat(reasons(run.run(STEP)))
                    .singleElement()
                    .asString()
                    .contains(
                            "  environment: the proxy localhost:%d refuses to be used. Check the user and the password"
                                    .formatted(proxy.port()))
                    .doesNotContain("Pr0xy!");
        }
    }

    @Test
    void namesTheFileForAnAuthorityThatJavaDoesNotTrust() {
        AzureRun run = model().registry("acr").without("aspire.azure.caFile");

        assertThat(reasons(run.run(STEP)))
                .singleElement()
                .asString()
                .contains("  environment: no TLS with " + azure.endpoint().getAuthority(), "-Daspire.azure.caFile");
    }

    @Test
    void saysWhatEachCredentialSaidAndNoSecret() {
        Map<String, String> wrong = with(azure.gitHubEnvironment(), "AZURE_CLIENT_SECRET", "Wr0ng~secret");
        wrong.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "Wr0ng~token");
        wrong.put("PATH", "");
        AzureRun run = model().registry("acr")
                .property("aspire.azure.credential", "environment")
                .variables(wrong);

        RunReport report = run.run(STEP);

        assertThat(reasons(report))
                .singleElement()
                .asString()
                .startsWith("Microsoft Entra returned no token. Tried credentials:\n  environment: ")
                .contains("AADSTS7000215")
                .contains("<azure><credential> chooses one")
                .doesNotContain("Wr0ng", "Trace ID");

        AzureRun gitHub = model().registry("acr")
                .property("aspire.azure.credential", "github-oidc")
                .variables(wrong);

        assertThat(reasons(gitHub.run(STEP)))
                .singleElement()
                .asString()
                .contains("  github-oidc: GitHub gave no token: status 401")
                .doesNotContain("Wr0ng");
    }

    @Test
    void saysWhichVariableACredentialMisses() {
        AzureRun run = model().registry("acr")
                .property("aspire.azure.credential", "workload-identity")
                .variables(azure.environment(azure.deployer()));

        assertThat(reasons(run.run(STEP)))
                .singleElement()
                .asString()
                .contains("  workload-identity: AZURE_FEDERATED_TOKEN_FILE is not set");
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }
}
