package io.github.aspirejava.push;

import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.FaultProxy;
import io.github.aspirejava.fakes.registry.FaultServer;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.ReferenceRegistry;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.LongSeries;
import io.github.aspirejava.oci.TestImages;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryRepository;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepState;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many pushes through a registry that lets one request in ten fail, in all possible ways. */
@Timeout(600)
class SoakTest {
    private static final long SEED = 20261123;
    private static final double RATE = 0.1;
    private static final int IMAGES_IN_A_RUN = 10;
    private static final Fault[] WAYS = {
        Fault.status(429),
        Fault.status(429, "1"),
        Fault.status(500),
        Fault.status(503, "2"),
        Fault.statusAtOnce(503),
        Fault.close(),
        Fault.closeInBody(20_000),
        Fault.loseReply(),
        Fault.truncateReply(5)
    };
    private static final Blob[] LAYERS = {
        layer("short"), layer("longer ".repeat(3_000)), layer("longer than all buffers ".repeat(10_000))
    };

    @Test
    void everyImageReachesTheFixtureWhole() throws Exception {
        try (RegistryFixture registry = RegistryFixture.start()) {
            pushAll(registry, registry.host());
        }
    }

    @Test
    void everyImageReachesTheReferenceImplementationWhole() throws Exception {
        try (ReferenceRegistry registry = ReferenceRegistry.start();
                FaultProxy proxy = FaultProxy.inFrontOf(registry.host().toString())) {
            pushAll(proxy, registry.host());
        }
    }

    private static void pushAll(FaultServer way, RegistryHost registry) throws Exception {
        for (int run = 0; run < LongSeries.of(200) / IMAGES_IN_A_RUN; run++) {
            int number = run;
            List<String> services = IntStream.range(0, IMAGES_IN_A_RUN)
                    .mapToObj(i -> "service-%d-%d".formatted(number, i))
                    .toList();
            way.failAtRandom(SEED + run, RATE, WAYS);
            push(services, way.host());
            way.heal();
            assertThat(asked(way))
                    .as("requests, of which some were made again")
                    .hasSizeGreaterThan(Set.copyOf(asked(way)).size());
            way.forgetRequests();
            for (String service : services) {
                assertArrived(service, registry);
            }
        }
    }

    /** Returns the requests of each image, without retries. */
    private static List<String> asked(FaultServer way) {
        return way
                .requests(request ->
                        request.method().equals("HEAD") && !request.path().endsWith("/manifests/1.0"))
                .stream()
                .map(LoggedRequest::line)
                .toList();
    }

    /** Pushes in a session of its own, which has no information about earlier pushes. */
    private static void push(List<String> services, RegistryHost host) throws Exception {
        PushedModel model = new PushedModel().registry("soak", host.toString()).sharing(LAYERS);
        services.forEach(service -> model.service(service, "soak"));
        try (PipelineRunner runner = model.runner()) {
            RunReport report = runner.run(List.of("push")).get();
            assertThat(report.in(StepState.FAILED)).isEmpty();
            assertThat(report.succeeded()).isTrue();
        }
    }

    private static void assertArrived(String service, RegistryHost registry) throws Exception {
        ImageContent image = TestImages.image(service, LAYERS);
        RegistryRepository repository = new Registries().client(registry).repository(new Repository("team/" + service));
        assertThat(repository.findManifest("1.0"))
                .contains(image.root().descriptor().digest());
        assertThat(repository.manifest("1.0")).isEqualTo(image.root());
        for (Blob blob : image.blobs()) {
            try (InputStream stored = repository.openBlob(blob.descriptor())) {
                assertThat(Digest.of(stored.readAllBytes()))
                        .isEqualTo(blob.descriptor().digest());
            }
        }
    }
}
