package io.github.aspirejava.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.fakes.azure.FakeAzure;
import io.github.aspirejava.fakes.azure.LoggedCall;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.FixedCredentials;
import io.github.aspirejava.oci.http.HttpProxy;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.ProxyChoice;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepState;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.steps.StepPlanner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step {@code login-to-acr-R}, after its dependencies. No time passes. */
class RegistryLoginTest {
    private static final String LOGIN = "login-to-acr-acr";

    @TempDir
    Path directory;

    private final VirtualTime time = new VirtualTime();
    private final RegistryFixture images = RegistryFixture.start();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> exchanges = new CopyOnWriteArrayList<>();
    private ProxyChoice proxies = ProxyChoice.NONE;
    private FakeAzure azure;

    @BeforeEach
    void start() {
        azure = FakeAzure.start(CertificateAuthority.shared(), name -> URI.create("http://" + images.host()));
    }

    @AfterEach
    void stop() {
        azure.close();
        images.close();
    }

    @Test
    void triesUntilTheNewRegistryAnswersAndEndsWhenItLetsUsIn() throws Exception {
        azure.script().freshRegistriesAnswerAfter(3);

        StepReport login = run(List.of());

        assertThat(login.state()).isEqualTo(StepState.SUCCEEDED);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(6));
        assertThat(calls()).startsWith("POST /oauth2/exchange 0", "POST /oauth2/exchange 0", "POST /oauth2/exchange 0");
        assertThat(calls()).containsSubsequence("POST /oauth2/exchange 200", "POST /oauth2/token 200", "GET /v2/ 200");
        assertThat(told)
                .contains("(%s) %s does not allow a push yet: a new registry or role assignment can take up to a minute"
                        .formatted(LOGIN, azure.loginServer("acmeshop")));
        assertThat(exchanges).noneMatch(line -> azure.secrets().stream().anyMatch(line::contains));
    }

    @Test
    void goesToEntraToResourceManagerAndToTheRegistryThroughTheSameProxy() throws Exception {
        Credentials login = new Credentials("me", new Secret("Pr0xy!"));
        try (TunnelProxy proxy = new TunnelProxy(login.basicAuthorization())) {
            proxies = uri -> Optional.of(new HttpProxy("localhost", proxy.port(), Optional.of(login)));

            assertThat(run(List.of()).state()).isEqualTo(StepState.SUCCEEDED);

            assertThat(proxy.tunnels())
                    .contains(azure.endpoint().getAuthority(), azure.loginServer("acmeshop"))
                    .hasSameSizeAs(proxy.asked());
        }
    }

    @Test
    void givesUpAfterAMinuteAndNamesTheRole() throws Exception {
        present("AbacRepositoryPermissions");

        StepReport login = run(List.of());

        assertThat(login.state()).isEqualTo(StepState.FAILED);
        assertThat(login.reason().orElseThrow())
                .startsWith("pom.xml:7: Cannot log in to the registry 'acr': %s answered 403 DENIED"
                        .formatted(azure.loginServer("acmeshop")))
                .contains("It was tried 30 times in 58 s.")
                .contains("the role Container Registry Repository Writer for /subscriptions/")
                .doesNotContain("eyJ")
                .doesNotContain("\n");
        assertThat(calls()).hasSize(30);
    }

    @Test
    void prefersCredentialsThatAreSetForTheRegistry() throws Exception {
        present("LegacyRegistryPermissions");
        FixedCredentials docker = new FixedCredentials(
                "config.json",
                "acr",
                new Credentials("00000000-0000-0000-0000-000000000000", new Secret(azure.refreshToken("acmeshop"))));

        StepReport login = run(List.of(docker));

        assertThat(login.state()).isEqualTo(StepState.SUCCEEDED);
        assertThat(calls()).contains("GET /oauth2/token 200").noneMatch(call -> call.contains("/oauth2/exchange"));
    }

    @Test
    void logsInByEntraIfTheCredentialsThatAreSetAreRefused() throws Exception {
        present("LegacyRegistryPermissions");
        FixedCredentials docker = new FixedCredentials(
                "config.json", "acr", new Credentials("somebody", new Secret("Zr7-kettle-of-fish")));

        StepReport login = run(List.of(docker));

        assertThat(login.state()).isEqualTo(StepState.SUCCEEDED);
        assertThat(told)
                .contains(
                        "(%s) %s refuses the credentials of config.json: user 'somebody': logging in by Microsoft Entra"
                                .formatted(LOGIN, azure.loginServer("acmeshop")));
        assertThat(time.elapsed()).isZero();
    }

    private void present(String mode) throws Exception {
        azure.present(
                "/subscriptions/%s/resourceGroups/rg-aspire-shop-production/providers/Microsoft.ContainerRegistry/registries/acmeshop"
                        .formatted(azure.subscription()),
                new ObjectMapper().readTree("""
                        {"location": "westeurope", "sku": {"name": "Basic"},
                         "properties": {"adminUserEnabled": false, "roleAssignmentMode": "%s"}}""".formatted(mode)));
    }

    private List<String> calls() {
        return azure.calls().stream()
                .filter(call -> call.plane().equals("acmeshop"))
                .map(LoggedCall::toString)
                .map(call -> call.substring("acmeshop: ".length()))
                .toList();
    }

    private StepReport run(List<FixedCredentials> credentials) throws Exception {
        AppModel model = AppModel.of(
                List.of(),
                List.of(AzureContainerRegistry.of("acr", new Origin("pom.xml", 7))
                        .registryName(Optional.of(Text.literal("acmeshop")))
                        .build()),
                List.of(),
                List.of(),
                AppSettings.DEFAULT,
                new Problems());
        Map<String, String> properties = new HashMap<>(azure.properties());
        properties.put("aspire.azure.location", "westeurope");
        properties.put("aspire.azure.credential", "environment");
        HttpSettings http = HttpSettings.DEFAULT.withProxies(proxies).withLog(line -> exchanges.add(line.get()));
        Registries registries = time.registries(http);
        ModelAccess access = new ModelAccess(model, new CredentialChain(credentials), directory);
        AddOnContext request = AddOnContext.of(model, registries, access, Inputs.in(directory, registries, access))
                .application("shop")
                .baseDirectory(directory)
                .outputDirectory(directory.resolve("target"))
                .cache(directory.resolve("cache"))
                .property(name -> Optional.ofNullable(properties.get(name)))
                .environment(azure.environment(azure.deployer()))
                .build();
        Timing timing = new Timing(Duration.ofMillis(1), Duration.ofSeconds(2), 3, Duration.ofMillis(1));
        AzureAddOn addOn = new AzureAddOn(
                timing,
                (duration, cancellation) -> {
                    // Polling of operations takes no time at all here.
                    if (duration.compareTo(timing.poll()) > 0) {
                        time.advance(duration);
                    }
                },
                time::now);
        Map<StepKind, StepAction> actions = new HashMap<>(addOn.actions(request));
        actions.put(StepKind.PROCESS_PARAMETERS, StepAction.NOTHING);
        RunListener listener = new RunListener() {
            @Override
            public void progressed(Step step, String message) {
                told.add("(%s) %s".formatted(step.name(), message));
            }
        };
        RunSettings settings = new RunSettings(4, false, getClass().getClassLoader(), Clock.systemUTC());
        try (PipelineRunner runner =
                new PipelineRunner(StepPlanner.plan(model, Set.of()), actions, settings, listener)) {
            return runner.run(Set.of(LOGIN)).join().find(LOGIN).orElseThrow();
        }
    }
}
