package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The three ways of use that the README shows, copied literally into the sample's POMs: only its registry is another.
 */
@NeedsRegistry
@NeedsSkopeo
class ReadmeIT {
    private static final Pattern SERVICES = Pattern.compile("(?s)<services>.*</services>");
    private static final Pattern DECLARED =
            Pattern.compile("(?s)<plugin>\\s*<groupId>io\\.github\\.aspirejava</groupId>.*?</plugin>");

    private final List<String> snippets = Readme.snippets("<plugin>");
    private final Sample shop = Sample.copyOf("shop");
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

    private void declareInRoot(String plugin) {
        String pom = shop.read("pom.xml");
        assertThat(DECLARED.matcher(pom).results()).hasSize(1);
        shop.write(
                "pom.xml",
                DECLARED.matcher(pom)
                        .replaceFirst(Matcher.quoteReplacement(plugin.replace("ghcr.io", registry.host()))));
    }

    private void assertPushes(String... arguments) {
        BuildResult build = MavenBuild.of(shop)
                .property("aspire.mirrors", "docker.io=" + registry.host())
                .property("maven.deploy.skip", "true")
                .run(arguments);

        assertThat(build).succeeded();
        assertThat(registry.pushes()).containsExactlyInAnyOrder("acme/api:1.0.0", "acme/worker:1.0.0");
    }

    @Test
    void oneCommand() {
        declareInRoot(snippets.get(0));

        assertPushes("aspire:push");
    }

    @Test
    void boundToDeploy() {
        declareInRoot(snippets.get(1));

        assertPushes("deploy");
    }

    @Test
    void eachModuleItsOwnService() {
        declareInRoot(SERVICES.matcher(snippets.get(1)).replaceFirst(""));
        for (String module : List.of("api", "worker")) {
            String plugin = snippets.get(2).replace("<javaApp>api<", "<javaApp>%s<".formatted(module));
            shop.replace(
                    module + "/pom.xml",
                    "</project>",
                    "<build><plugins>%s</plugins></build></project>".formatted(plugin));
        }

        assertPushes("deploy");
    }
}
