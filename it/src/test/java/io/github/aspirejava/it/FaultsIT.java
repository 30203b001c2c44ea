package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.FaultProxy;
import io.github.aspirejava.fakes.registry.Hold;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A complete push to a real registry with intermittent failures of the network or the registry. */
@NeedsRegistry
class FaultsIT {
    private static final List<String> SERVICES = List.of("api", "worker");
    private static final Predicate<LoggedRequest> MANIFEST_PUSH = LoggedRequest.matching("PUT", ".*/manifests/.*");

    /** A size between the layers: those of the base image are larger, those of the build are smaller. */
    private static final long LARGE = 2_000_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Sample shop;
    private static List<String> digests;

    @BeforeAll
    static void pushUndisturbed() {
        shop = Sample.copyOf("shop");
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
        try (RealRegistry registry = RealRegistry.open()) {
            BuildResult push = push(registry.host()).run("aspire:push");
            assertThat(push).succeeded();
            digests = digests(push);
        }
    }

    @Test
    void areOvercomeWithoutAlarm() {
        try (RealRegistry registry = RealRegistry.open();
                FaultProxy proxy = FaultProxy.inFrontOf(registry.host())) {
            addOneFaultOfEachKind(proxy);

            BuildResult push = push(proxy.host().toString()).run("aspire:push");

            assertComplete(push, registry);
            assertThat(push.lines())
                    .noneMatch(line -> line.startsWith("[WARN") || line.startsWith("[ERROR") || line.contains("429"));
        }
    }

    @Test
    void areShownWithEachExchangeToWhoAsks() {
        try (RealRegistry registry = RealRegistry.open();
                FaultProxy proxy = FaultProxy.inFrontOf(registry.host())) {
            addOneFaultOfEachKind(proxy);

            BuildResult push = push(proxy.host().toString()).run("-X", "aspire:push");

            assertComplete(push, registry);
            assertThat(push.lines())
                    .filteredOn(line -> line.startsWith("[DEBUG]") && line.contains(" PUT "))
                    .anyMatch(line -> line.contains(": 429 after "))
                    .anyMatch(line -> line.contains(": unexpected end of stream"));
            assertThat(push).prints(": 500 after ").prints("%s is left alone for 1000 ms".formatted(proxy.host()));
        }
    }

    @Test
    void aRegistryMayBeKilledAndComeBack() throws InterruptedException {
        RegistrySetup setup = new RegistrySetup();
        try (RealRegistry first = setup.start();
                FaultProxy proxy = FaultProxy.inFrontOf(first.host())) {
            Hold uploads = proxy.hold(LoggedRequest::isBlobUpload);
            MavenBuild build = push(proxy.host().toString());
            try (RunningProcess push = build.start("aspire:push")) {
                uploads.awaitArrivals(1);
                first.kill();
                uploads.release();

                try (RealRegistry second = setup.at(first.host()).start()) {
                    int exitCode = push.exitCode(PATIENCE);
                    assertComplete(new BuildResult(shop, "mvn aspire:push", exitCode, push.lines()), second);
                }
            }
        }
    }

    @Test
    void aRegistryThatIsNeverReadyIsGivenUpInOneLine() {
        try (RealRegistry registry = RealRegistry.open();
                FaultProxy proxy = FaultProxy.inFrontOf(registry.host())) {
            proxy.fail(Fault.status(503, "1"), request -> true);

            BuildResult push = push(proxy.host().toString()).run("aspire:push");

            assertThat(push).failed().hasNoStackTrace();
            assertThat(push.lines())
                    .filteredOn(line -> line.contains("ERROR") && line.contains("503"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("login-to-registry", proxy.host().toString())
                            .containsPattern("tried 8 times in [0-9]+ s"));
        }
    }

    /** Adds one fault of each kind. Each affects the first matching request that no other fault has affected. */
    private static void addOneFaultOfEachKind(FaultProxy proxy) {
        proxy.fail(Fault.status(429, "1").times(1), LoggedRequest::isBlobUpload);
        proxy.fail(Fault.loseReply().times(1), request -> request.isBlobUpload() && !isLarge(request));
        proxy.fail(Fault.closeInBody(LARGE / 2).times(1), request -> request.isBlobUpload() && isLarge(request));
        proxy.fail(Fault.status(500).times(1), request -> request.method().equals("HEAD"));
        proxy.fail(Fault.loseReply().times(1), MANIFEST_PUSH);
    }

    private static boolean isLarge(LoggedRequest request) {
        return request.contentLength() > LARGE;
    }

    private static void assertComplete(BuildResult push, RealRegistry registry) {
        assertThat(push).succeeded().hasNoStackTrace();
        assertThat(digests(push)).isEqualTo(digests);
        for (String service : SERVICES) {
            String repository = "shop/" + service;
            assertThat(registry.digest(repository, "1.0.0")).contains(push.digest(service));
            assertThat(registry.image(repository, push.digest(service)).damagedParts())
                    .isEmpty();
        }
    }

    private static MavenBuild push(String registry) {
        return MavenBuild.of(shop)
                .property("aspire.package.skip", "true")
                .property("aspire.parameters.registry-endpoint", registry);
    }

    private static List<String> digests(BuildResult push) {
        return SERVICES.stream().map(push::digest).toList();
    }
}
