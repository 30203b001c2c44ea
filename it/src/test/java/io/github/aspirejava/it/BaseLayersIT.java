package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transfer of a base image's layer, some 30 MB, from one registry to another, or within one. */
@NeedsRegistry
@NeedsSkopeo
class BaseLayersIT {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path cache;

    @TempDir
    Path temporary;

    private Sample shop;

    @BeforeEach
    void copy() {
        shop = Sample.copyOf("shop");
    }

    @Test
    void leadsThroughMemoryAndNotOverTheDisk() throws IOException {
        try (RealRegistry source = RealRegistry.open();
                RealRegistry target = RealRegistry.open()) {
            String layer = putBase(source);

            push(source, target);

            assertThat(downloads(source, layer))
                    .as("for both services together")
                    .hasSize(1);
            assertThat(digests(target, "shop/api")).contains(layer);
            assertThat(digests(target, "shop/worker")).contains(layer);
            assertThat(filesFrom(MEBIBYTE)).isEmpty();
        }
    }

    @Test
    void isNotTakenWhenTheTargetHasTheLayer() throws IOException {
        try (RealRegistry source = RealRegistry.open();
                RealRegistry target = RealRegistry.open()) {
            String layer = putBase(source);
            push(source, target);
            source.forgetRequests();
            shop.write("shared/src/main/resources/new.txt", "new");

            push(source, target);

            assertThat(source.requests()).isNotEmpty();
            assertThat(downloads(source, layer)).isEmpty();
        }
    }

    @Test
    void isNotTakenWhenTheTargetCanMountTheLayer() throws IOException {
        try (RealRegistry registry = RealRegistry.open()) {
            String layer = putBase(registry);

            push(registry, registry);

            assertThat(downloads(registry, layer)).isEmpty();
            assertThat(digests(registry, "shop/api")).contains(layer);
            assertThat(registry.requests())
                    .noneMatch(request -> request.putsBlob() && request.path().contains(layer.substring(7)));
        }
    }

    /** Puts the base image into a registry, and returns the digest of its only layer. */
    private static String putBase(RealRegistry registry) {
        Skopeo.copy(Workspace.baseImage(), "docker://" + registry.host() + "/library/java:17");
        String layer = digests(registry, "library/java:17").get(0);
        registry.forgetRequests();
        return layer;
    }

    private void push(RealRegistry source, RealRegistry target) {
        BuildResult push = MavenBuild.of(shop)
                .environment("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + temporary)
                .property("shop.base", source.host() + "/library/java:17")
                .property("aspire.cache", cache.toString())
                .property("aspire.parameters.registry-endpoint", target.host())
                .run("aspire:push");
        assertThat(push).succeeded();
    }

    private static List<RegistryRequest> downloads(RealRegistry registry, String digest) {
        return registry.requests().stream()
                .filter(request ->
                        request.method().equals("GET") && request.path().contains("/blobs/" + digest))
                .toList();
    }

    private static List<String> digests(RealRegistry registry, String image) {
        String reference = registry.host() + "/" + (image.contains(":") ? image : image + ":1.0.0");
        return Skopeo.manifest("docker://" + reference).path("layers").findValuesAsText("digest");
    }

    /** Returns the files that the push has written outside of the project, of at least that length. */
    private List<Path> filesFrom(long length) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path directory : List.of(cache, temporary)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.filter(file -> file.toFile().length() >= length).forEach(found::add);
            }
        }
        return found;
    }
}
