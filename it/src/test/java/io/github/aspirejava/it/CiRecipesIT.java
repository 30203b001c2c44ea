package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The workflows of the page on continuous integration, as a runner would execute them: only the registry is another.
 */
@NeedsRegistry
class CiRecipesIT {
    private static final Pattern DECLARED =
            Pattern.compile("(?s)<plugin>\\s*<groupId>io\\.github\\.aspirejava</groupId>.*?</plugin>");
    private static final String COMMIT = "3f2a1b0";

    private final Page page = Page.ofSite("ci.md");
    private final Sample shop = Sample.copyOf("shop");
    private RealRegistry registry;

    @BeforeEach
    void declareTheModelOfThePage() {
        registry = RealRegistry.withBasicAuth();
        String configuration = page.xml("<configuration>")
                .get(0)
                .replaceAll(
                        "<javaApp>(\\w+)</javaApp>",
                        Matcher.quoteReplacement("<javaApp><name>NAME</name><baseImage>%s</baseImage></javaApp>"
                                        .formatted(Workspace.baseImage()))
                                .replace("NAME", "$1"));
        String plugin = """
                <plugin>
                  <groupId>io.github.aspirejava</groupId>
                  <artifactId>aspire-maven-plugin</artifactId>
                  <version>0.1.0-SNAPSHOT</version>
                  %s
                </plugin>""".formatted(configuration);
        shop.write("pom.xml", DECLARED.matcher(shop.read("pom.xml")).replaceFirst(Matcher.quoteReplacement(plugin)));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    /** The action {@code docker/login-action} leaves the credentials in Docker's configuration. */
    @Test
    void gitHubActionsPushWithWhatDockersLoginHasStored() {
        DockerConfig docker = DockerConfig.withHelper(registry.host(), RealRegistry.PASSWORD);

        run(docker.into(MavenBuild.of(shop)), 0);

        assertPushed(COMMIT, "latest");
    }

    @Test
    void gitHubActionsPushWithCredentialsInTheEnvironment() {
        run(MavenBuild.of(shop), 1);

        assertPushed(COMMIT, "latest");
    }

    @Test
    void gitLabPushesToAnotherRegistry() {
        run(MavenBuild.of(shop), 2);

        assertPushed(COMMIT, "latest");
    }

    @Test
    void gitLabPushesToItsOwnRegistry() {
        run(MavenBuild.of(shop), 3);

        assertPushed("1.0.0");
    }

    @Test
    void theWorkflowForAzureHasOneCommand() {
        CiJob job = job(4);

        assertThat(job.commands()).containsExactly("-B package aspire:push");
        assertThat(job.environment()).containsKeys("AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_SUBSCRIPTION_ID");
    }

    private void run(MavenBuild build, int recipe) {
        CiJob job = job(recipe);
        build.environment(job.environment());
        assertThat(job.commands()).hasSize(1);

        BuildResult result = build.run(job.commands().get(0).split(" "));

        assertThat(result).succeeded().doesNotPrint(RealRegistry.PASSWORD);
    }

    private CiJob job(int recipe) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ghcr.io", registry.host());
        values.put("${{ github.actor }}", RealRegistry.USERNAME);
        values.put("${{ secrets.GITHUB_TOKEN }}", RealRegistry.PASSWORD);
        values.put("${{ github.repository_owner }}", "acme");
        values.put("${{ github.sha }}", COMMIT);
        values.put("$GHCR_USER", RealRegistry.USERNAME);
        values.put("$GHCR_TOKEN", RealRegistry.PASSWORD);
        values.put("$CI_REGISTRY_USER", RealRegistry.USERNAME);
        values.put("$CI_REGISTRY_PASSWORD", RealRegistry.PASSWORD);
        values.put("$CI_REGISTRY", registry.host());
        values.put("$CI_PROJECT_PATH", "acme");
        values.put("$CI_PROJECT_DIR", shop.directory().toString());
        values.put("$CI_COMMIT_SHORT_SHA", COMMIT);
        // The step without an endpoint pushes to the default of the parameter.
        CiJob job = CiJob.parse(page.snippets("yaml").get(recipe).text(), values);
        job.environment().putIfAbsent("Parameters__registry_endpoint", registry.host());
        return job;
    }

    private void assertPushed(String... tags) {
        assertThat(registry.pushes())
                .containsExactlyInAnyOrderElementsOf(List.of("api", "worker").stream()
                        .flatMap(service -> List.of(tags).stream().map(tag -> "acme/%s:%s".formatted(service, tag)))
                        .toList());
    }
}
