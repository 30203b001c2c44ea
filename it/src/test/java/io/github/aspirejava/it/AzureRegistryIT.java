package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.azure.Gate;
import io.github.aspirejava.fakes.azure.LoggedCall;
import io.github.aspirejava.fakes.azure.ResourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A registry in Azure is provisioned, logged in to and pushed to, by one command. */
@NeedsRegistry
class AzureRegistryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern EDGE_IS_PUSHED = Pattern.compile("\\(push-edge\\) done");
    private static final String ACR = "<azureContainerRegistry>acr</azureContainerRegistry>";

    /** The exit code of a process that SIGINT has ended. */
    private static final int INTERRUPTED = 130;

    /** Runs four builds, each on the resources that the previous one has left in Azure. */
    @Test
    void isMadeOnceAndThenOnlyLookedAtUntilTheModelSaysSomethingElse() {
        try (AzureShop shop = new AzureShop().registries(ACR)) {
            shop.script()
                    .polls(ResourceType.REGISTRY, 1)
                    .retryAfter(1)
                    .freshRegistriesAnswerAfter(1)
                    .throttle("PUT", "/registries/", 1, 1)
                    .refuse("GET", "/registries/", 1, 503, "ServiceUnavailable", "The service is unavailable.");

            BuildResult first = shop.build().run("-X", "-e", "aspire:push");

            assertThat(first).succeeded();
            String name = shop.registryName();
            assertThat(first.lines())
                    .anyMatch(line -> line.contains("(login-to-acr-acr)") && line.contains("does not let us in yet"));
            assertArrived(shop, first, "api", "worker");
            assertThat(shop.writes()).containsExactly("PUT rg-aspire-shop-production", "PUT " + name, "PUT " + name);
            assertWritesNoSecret(shop, first);

            shop.azure().forgetCalls();
            BuildResult second = shop.build().run("aspire:push");

            assertThat(second).succeeded();
            assertThat(shop.writes()).isEmpty();
            assertThat(second.images().path("images").findValuesAsText("state")).containsOnly("existing");

            shop.sample()
                    .replace(
                            "pom.xml",
                            ACR,
                            "<azureContainerRegistry><name>acr</name><sku>standard</sku></azureContainerRegistry>");
            BuildResult dry = shop.build().property("aspire.dryRun", "true").run("aspire:provision");

            assertThat(dry).succeeded();
            assertThat(dry.lines())
                    .anyMatch(line -> Stream.of("(provision-acr)", name, "sku.name", "Basic", "Standard")
                            .allMatch(line::contains));
            assertThat(shop.writes()).isEmpty();

            BuildResult changed = shop.build().run("aspire:provision");

            assertThat(changed).succeeded();
            assertThat(shop.writes()).containsExactly("PUT " + name);
            assertThat(shop.azure()
                            .resources(ResourceType.REGISTRY)
                            .get(0)
                            .at("/sku/name")
                            .asText())
                    .isEqualTo("Standard");
        }
    }

    @Test
    void isAdoptedByTheNextBuildWhenTheOneThatBeganItWasBrokenOff() throws InterruptedException {
        try (AzureShop shop = new AzureShop().registries(ACR)) {
            Gate creation =
                    shop.script().polls(ResourceType.REGISTRY, 0).retryAfter(1).hold(ResourceType.REGISTRY);
            BuildResult interrupted;
            try (RunningProcess push = shop.build().startInterruptible("aspire:push")) {
                creation.awaitPolls(1);
                push.interrupt();
                interrupted = shop.result("mvn aspire:push", push, PATIENCE);
            }
            creation.release();

            assertThat(interrupted.exitCode()).isEqualTo(INTERRUPTED);
            assertThat(interrupted).doesNotPrint("at io.github.").doesNotPrint("at com.azure.");
            String name = shop.registryName();
            assertThat(shop.writes()).contains("PUT " + name);
            shop.azure().forgetCalls();

            BuildResult next = shop.build().run("aspire:push");

            assertThat(next).succeeded();
            assertThat(shop.writes()).isEmpty();
            assertThat(shop.registryName()).isEqualTo(name);
            assertArrived(shop, next, "api", "worker");
        }
    }

    /**
     * Checks three registries, one of which cannot be created and one of which takes long: a push to the third waits
     * for neither.
     */
    @Test
    void holdsBackOnlyWhatGoesThere() throws InterruptedException {
        try (AzureShop shop = new AzureShop()
                        .registries(named("acr", "acmeshop"))
                        .registries(named("taken", "everybodys"))
                        .push("worker", "taken")
                        .services("<javaApp><name>edge</name><module>api</module><registry>registry</registry>"
                                + "<baseImage>${shop.base}</baseImage></javaApp>");
                RealRegistry hub = RealRegistry.open()) {
            shop.script().polls(ResourceType.REGISTRY, 0).retryAfter(1).takeName("everybodys");
            Gate slow = shop.script().hold(ResourceType.REGISTRY);
            MavenBuild build = shop.build()
                    .environment(shop.azure().gitHubEnvironment())
                    .property("aspire.azure.credential", "github-oidc")
                    .property("aspire.parameters.registry-endpoint", hub.host());
            BuildResult push;
            List<LoggedCall> meanwhile;
            try (RunningProcess maven = build.start("aspire:push")) {
                slow.awaitPolls(1);
                maven.awaitLine(EDGE_IS_PUSHED, PATIENCE);
                meanwhile = shop.azure().calls();
                slow.release();
                push = shop.result("mvn aspire:push", maven, PATIENCE);
            }

            assertThat(push)
                    .failed()
                    .hasNoStackTrace()
                    .hasErrorWith(List.of("provision-taken", "AlreadyInUse", "everybodys", "pom.xml:"));
            assertThat(hub.pushes()).containsExactly("shop/edge:1.0.0");
            assertThat(meanwhile).noneMatch(LoggedCall::putsManifest);
            assertThat(push.images().path("images").findValuesAsText("service")).containsExactly("api", "edge");
            assertThat(push.images().path("notPushed").findValuesAsText("because"))
                    .containsExactly("provision-taken");
            assertArrived(shop, push, "api");
            assertThat(shop.azure().calls()).noneMatch(call -> call.plane().equals("everybodys"));
        }
    }

    private static String named(String name, String registryName) {
        return "<azureContainerRegistry><name>%s</name><registryName>%s</registryName></azureContainerRegistry>"
                .formatted(name, registryName);
    }

    private static void assertArrived(AzureShop shop, BuildResult push, String... services) {
        String name = shop.registryName();
        for (String service : services) {
            RealRegistry images = shop.imagesOf(name);
            assertThat(images.digest(service, "1.0.0")).as(service).contains(push.digest(service));
            assertThat(images.image(service, push.digest(service)).damagedParts())
                    .isEmpty();
        }
        assertThat(shop.azure().calls().stream()
                        .filter(LoggedCall::putsManifest)
                        .map(LoggedCall::plane))
                .containsOnly(name);
    }

    private static void assertWritesNoSecret(AzureShop shop, BuildResult push) {
        List<String> secrets = shop.azure().secrets();
        assertThat(secrets).hasSizeGreaterThan(5);
        secrets.forEach(secret -> assertThat(push).doesNotPrint(secret));
        try (Stream<Path> files = Files.walk(shop.sample().directory())) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(secrets.stream().filter(content::contains))
                        .as("%s", file)
                        .isEmpty();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
