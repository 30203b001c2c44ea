package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways of use that the README shows, with its very words in the samples' POMs: only the registry is another. */
@NeedsRegistry
@NeedsSkopeo
class ReadmeIT {
    private static final Pattern SERVICES = Pattern.compile("(?s)<services>.*</services>");
    private static final Pattern DECLARED =
            Pattern.compile("(?s)<plugin>\\s*<groupId>io\\.github\\.aspirejava</groupId>.*?</plugin>");

    private final List<String> snippets = Readme.snippets("<plugin>");
    private RealRegistry registry;

    @BeforeEach
    void putTheBaseImageWhereDockerHubWouldBe() {
        registry = RealRegistry.open();
        Skopeo.copy(Workspace.baseImage(), "docker://%s/library/eclipse-temurin:17-jre".formatted(registry.host()));
        registry.forgetRequests();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private Sample declareIn(String sample, String plugin) {
        Sample project = Sample.copyOf(sample);
        String pom = project.read("pom.xml");
        assertThat(DECLARED.matcher(pom).results()).hasSize(1);
        return project.write(
                "pom.xml",
                DECLARED.matcher(pom)
                        .replaceFirst(Matcher.quoteReplacement(plugin.replace("ghcr.io", registry.host()))));
    }

    private BuildResult build(Sample project, String... arguments) {
        BuildResult build = MavenBuild.of(project)
                .property("aspire.mirrors", "docker.io=" + registry.host())
                .property("maven.deploy.skip", "true")
                .run(arguments);
        assertThat(build).succeeded();
        return build;
    }

    private void assertPushes(Sample shop, String... arguments) {
        build(shop, arguments);

        assertThat(registry.pushes()).containsExactlyInAnyOrder("acme/api:1.0.0", "acme/worker:1.0.0");
    }

    @Test
    void triesASpringBootProjectWithOneModule() {
        Sample boot = declareIn("boot", snippets.get(0));

        BuildResult push = build(boot, "aspire:push");

        assertThat(boot.read("target/bundle/index.json")).contains(push.digest("boot"));
    }

    @Test
    void pushesWithOneCommand() {
        assertPushes(declareIn("shop", snippets.get(1)), "aspire:push");
    }

    @Test
    void pushesInThePhaseDeploy() {
        assertPushes(declareIn("shop", snippets.get(1)), "deploy");
    }

    @Test
    void drawsTheStepsThatThePlanHas() {
        Sample shop = declareIn("shop", snippets.get(1));

        build(shop, "aspire:plan", "-Daspire.plan.format=mermaid", "-Daspire.plan.output=plan.mmd");

        String drawing = Page.readme().snippets("mermaid").get(0).text();
        assertThat(drawing).isEqualTo(shop.read("plan.mmd"));
    }

    /** The page on the lifecycle says how. */
    @Test
    void pushesTheServicesThatModulesDeclare() {
        List<String> ofPage = Page.ofSite("lifecycle.md").xml("<plugin>");
        Sample shop = declareIn("shop", SERVICES.matcher(ofPage.get(0)).replaceFirst(""));
        for (String module : List.of("api", "worker")) {
            String plugin = ofPage.get(1).replace("<javaApp>api<", "<javaApp>%s<".formatted(module));
            shop.replace(
                    module + "/pom.xml",
                    "</project>",
                    "<build><plugins>%s</plugins></build></project>".formatted(plugin));
        }

        assertPushes(shop, "deploy");
    }
}
