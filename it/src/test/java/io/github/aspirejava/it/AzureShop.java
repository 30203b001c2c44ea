package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.azure.fake.FakeAzure;
import io.github.aspirejava.azure.fake.LoggedCall;
import io.github.aspirejava.azure.fake.ResourceType;
import io.github.aspirejava.azure.fake.Script;
import io.github.aspirejava.oci.fixture.CertificateAuthority;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sample shop in an Azure of its own: one that is spoken to over TLS and knows who may do what. Behind each of its
 * registries is a real one, which keeps the images.
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

    /** Gives a service another registry than the property says. */
    AzureShop push(String service, String registry) {
        String name = "<name>%s</name>\n              <registry>".formatted(service);
        sample.replace(POM, name + "${shop.registry}", name + registry);
        return this;
    }

    /** Has the goals executed in each module, at their default phases. */
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

    /**
     * A build that logs in by a client secret, and pushes to the registry {@code acr} unless something else is said.
     */
    MavenBuild build() {
        return MavenBuild.of(sample)
                .properties(azure.properties())
                .property("aspire.azure.credential", "environment")
                .property("aspire.azure.location", "westeurope")
                .property("shop.registry", "acr")
                .environment(azure.environment(azure.deployer()));
    }

    /** What came of a build that a test has started, at its end. */
    BuildResult result(String command, RunningProcess process, Duration patience) {
        return new BuildResult(sample, command, process.exitCode(patience), process.lines());
    }

    /** The real registry behind a registry in Azure. */
    RealRegistry imagesOf(String registry) {
        return images.computeIfAbsent(registry, name -> RealRegistry.open());
    }

    /** The only registry's name in Azure. */
    String registryName() {
        List<JsonNode> registries = azure.resources(ResourceType.REGISTRY);
        if (registries.size() != 1) {
            throw new AssertionError("There are %d registries".formatted(registries.size()));
        }
        return registries.get(0).path("name").asText();
    }

    /** Waits until so many images can be pulled. */
    void awaitManifests(int count, Duration atMost) throws InterruptedException {
        azure.awaitCalls(LoggedCall::putsManifest, count, atMost);
    }

    /** The requests that were to change something in Azure, as {@code PUT name}. */
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
