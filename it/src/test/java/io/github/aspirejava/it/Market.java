package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.fakes.registry.FaultProxy;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample of twelve modules with a registry of its own, and a proxy in between that can inject faults. */
final class Market implements AutoCloseable {
    /** The services, in the order in which Maven builds their modules. */
    static final List<String> SERVICES =
            List.of("catalog", "stock", "search", "orders", "payments", "shipping", "mail", "reports");

    private final Sample sample = Sample.copyOf("market");
    private final RealRegistry registry = RealRegistry.open();
    private final FaultProxy proxy = FaultProxy.inFrontOf(registry.host());

    Sample sample() {
        return sample;
    }

    /** Returns the proxy between the build and the registry. */
    FaultProxy proxy() {
        return proxy;
    }

    MavenBuild build() {
        return MavenBuild.of(sample)
                .property("aspire.parameters.registry-endpoint", proxy.host().toString());
    }

    /** Returns the services whose tag can be pulled. */
    List<String> visible() {
        return SERVICES.stream()
                .filter(service -> registry.digest("market/" + service, "1.0.0").isPresent())
                .toList();
    }

    /** Asserts that every image is there, with all of its blobs and with the digest that the build reports. */
    void assertComplete(BuildResult build) {
        for (String service : SERVICES) {
            String repository = "market/" + service;
            assertThat(registry.digest(repository, "1.0.0")).as(service).contains(build.digest(service));
            assertThat(registry.image(repository, build.digest(service)).damagedParts())
                    .as(service)
                    .isEmpty();
        }
    }

    /** Returns the step's entry in {@code pipeline.json}. */
    JsonNode step(String name) {
        for (JsonNode step : sample.json("target/aspire/pipeline.json").path("steps")) {
            if (step.path("name").asText().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("pipeline.json has no step " + name);
    }

    /** Returns the end of a step, in milliseconds from the beginning of the run. */
    long end(String step) {
        return step(step).path("startMillis").asLong()
                + step(step).path("durationMillis").asLong();
    }

    /** Returns the result of a build that a test has started, at its end. */
    BuildResult result(String command, RunningProcess process, Duration patience) {
        return new BuildResult(sample, command, process.exitCode(patience), process.lines());
    }

    /** Matches requests for the repository of a service. */
    static Predicate<LoggedRequest> requestsOf(String service) {
        return request -> request.path().startsWith("/v2/market/" + service + "/");
    }

    /** Matches requests that write to the repository of a service. */
    static Predicate<LoggedRequest> writesOf(String service) {
        return requestsOf(service).and(LoggedRequest::isWrite);
    }

    /** Matches requests that move the tag of a service. */
    static Predicate<LoggedRequest> tagOf(String service) {
        return LoggedRequest.matching("PUT", "/v2/market/" + service + "/manifests/1[.]0[.]0");
    }

    static List<String> servicesExcept(String... left) {
        return SERVICES.stream()
                .filter(service -> Stream.of(left).noneMatch(service::equals))
                .toList();
    }

    /** Returns the modules with that word in the reactor summary, such as {@code FAILURE}. */
    static List<String> modules(BuildResult build, String state) {
        return build.lines().stream()
                .filter(line -> line.matches("\\[INFO] [\\w-]+ \\.{3,} " + state + "\\b.*"))
                .map(line -> line.split(" ", -1)[1])
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        proxy.close();
        registry.close();
    }
}
