package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.fakes.azure.FakeAzure;
import io.github.aspirejava.fakes.azure.LoggedCall;
import io.github.aspirejava.fakes.azure.ResourceType;
import io.github.aspirejava.fakes.azure.Script;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sample shop in an Azure of its own, which uses TLS and enforces permissions. Each of its registries stores its
 * images in a real one.
 */
final class AzureShop implements AutoCloseable {
    private static final String POM = "pom.xml";
    private static final CertificateAuthority AUTHORITY = new CertificateAuthority(Workspace.newDirectory("authority"));

    private final Sample sample = Sample.copyOf("shop");
    private final Map<String, RealRegistry> images = new ConcurrentHashMap<>();
    private final FakeAzure azure = FakeAzure.start(
            AUTHORITY, name -> URI.create("http://" + imagesOf(name).host()));

    /** Adds to the model's registries. */
    AzureShop registries(String elements) {
        sample.replace(POM, "</registries>", elements + "\n          </registries>");
        return this;
    }

    /** Adds environments to the model. */
    AzureShop environments(String elements) {
        sample.replace(POM, "<services>", "<environments>" + elements + "</environments>\n          <services>");
        return this;
    }

    /** Adds to the model's services. */
    AzureShop services(String elements) {
        sample.replace(POM, "</services>", elements + "\n          </services>");
        return this;
    }

    /** Sets another registry for a service than that of the property. */
    AzureShop push(String service, String registry) {
        String name = "<name>%s</name>\n              <registry>".formatted(service);
        sample.replace(POM, name + "${shop.registry}", name + registry);
        return this;
    }

    /** Binds the goals to their default phases, in each module. */
    AzureShop bound() {
        sample.replace(POM, "<extensions>true</extensions>", """
                <extensions>true</extensions>
                <executions>
                  <execution><goals><goal>provision</goal><goal>push</goal></goals></execution>
                </executions>""");
        return this;
    }

    FakeAzure azure() {
        return azure;
    }

    Script script() {
        return azure.script();
    }

    Sample sample() {
        return sample;
    }

    /** Returns a build that logs in by a client secret, and pushes to the registry {@code acr} by default. */
    MavenBuild build() {
        return MavenBuild.of(sample)
                .properties(azure.properties())
                .property("aspire.azure.credential", "environment")
                .property("aspire.azure.location", "westeurope")
                .property("shop.registry", "acr")
                .environment(azure.environment(azure.deployer()));
    }

    /** Returns the result of a build that a test has started, at its end. */
    BuildResult result(String command, RunningProcess process, Duration patience) {
        return new BuildResult(sample, command, process.exitCode(patience), process.lines());
    }

    /** Returns the real registry behind a registry in Azure. */
    RealRegistry imagesOf(String registry) {
        return images.computeIfAbsent(registry, name -> RealRegistry.open());
    }

    /** Returns the only registry's name in Azure. */
    String registryName() {
        List<JsonNode> registries = azure.resources(ResourceType.REGISTRY);
        if (registries.size() != 1) {
            throw new AssertionError("There are %d registries".formatted(registries.size()));
        }
        return registries.get(0).path("name").asText();
    }

    /** Waits until a number of images can be pulled. */
    void awaitManifests(int count, Duration atMost) throws InterruptedException {
        azure.awaitCalls(LoggedCall::putsManifest, count, atMost);
    }

    /** Returns the requests that change something in Azure, as {@code PUT name}. */
    List<String> writes() {
        return azure.calls().stream()
                .filter(LoggedCall::isArmWrite)
                .map(call ->
                        call.method() + " " + call.path().substring(call.path().lastIndexOf('/') + 1))
                .toList();
    }

    @Override
    public void close() {
        try {
            azure.close();
        } finally {
            images.values().forEach(RealRegistry::close);
        }
    }
}
