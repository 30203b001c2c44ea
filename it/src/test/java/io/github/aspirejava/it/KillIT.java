package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pushes that are killed at a random moment, and the next ones, which start from the state that those have left: half
 * of them in a registry, half in an image layout, all of them in one cache.
 *
 * <p>A seed decides all but the speed of the machine. {@code -Daspire.it.seed=N} repeats the run with that seed.
 */
@NeedsRegistry
@NeedsSkopeo
class KillIT {
    private static final int KILLS = Workspace.inFull() ? 50 : 5;
    private static final List<String> SERVICES = List.of("api", "worker");

    /** The size of the layers: large enough to keep the cache, the registry and the layout busy for a while. */
    private static final int LAYER_BYTES = 16 << 20;

    private static final Pattern BEGINS = Pattern.compile("--- .*:push .* @ shop ---");
    private static final Pattern ENDS = Pattern.compile(" [0-9]+ succeeded in ");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Map<Place, Undisturbed> UNDISTURBED = new EnumMap<>(Place.class);
    private static RealRegistry registry;
    private static Sample shop;
    private static Path cache;

    private enum Place {
        REGISTRY,
        LAYOUT
    }

    /**
     * A push without a disturbance.
     *
     * @param digests the digests of its images
     * @param course the time of each line of its output, from the first to the last line of the push
     */
    private record Undisturbed(List<String> digests, List<Duration> course) {}

    @BeforeAll
    static void pushUndisturbed() throws IOException {
        registry = RealRegistry.open();
        shop = Sample.copyOf("shop").replace("pom.xml", "target/bundle", "${shop.bundle}");
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
        byte[] incompressible = new byte[LAYER_BYTES];
        new Random(1).nextBytes(incompressible);
        Files.write(shop.file("api/target/classes/large.bin"), incompressible);
        for (Place place : Place.values()) {
            cache = Workspace.newDirectory("cache");
            UNDISTURBED.put(place, measure(push(place, "undisturbed", Workspace.newDirectory("bundle"))));
        }
        cache = Workspace.newDirectory("cache");
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    static Stream<Integer> seeds() {
        Integer one = Integer.getInteger("aspire.it.seed");
        return one == null ? IntStream.rangeClosed(1, KILLS).boxed() : Stream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isMadeGoodByTheNextPush(int seed) throws IOException {
        Place place = Place.values()[seed % 2];
        Undisturbed undisturbed = Objects.requireNonNull(UNDISTURBED.get(place));
        Path bundle = Workspace.newDirectory("bundle");
        MavenBuild push = push(place, "seed-" + seed, bundle);
        // A complete cache is not written to, and no kill could damage it.
        if (seed % 4 < 2) {
            forgetLayers();
        }

        kill(push, seed, undisturbed);
        BuildResult next = push.run("aspire:push");

        assertThat(next).succeeded();
        assertThat(digests(next)).isEqualTo(undisturbed.digests());
        for (String service : SERVICES) {
            if (place == Place.REGISTRY) {
                String repository = "seed-" + seed + "/" + service;
                assertThat(registry.digest(repository, "1.0.0")).contains(next.digest(service));
                assertThat(registry.image(repository, next.digest(service)).damagedParts())
                        .isEmpty();
            } else {
                assertThat(Skopeo.digest("oci:%s:%s:1.0.0".formatted(bundle, service)))
                        .isEqualTo(next.digest(service));
                assertThat(StoredImage.inLayout(bundle, next.digest(service)).damagedParts())
                        .isEmpty();
            }
        }
        assertNothingIsLeftToDo(push, undisturbed);
    }

    /** Asserts that nothing is sent again, and that the cache results in the same images. */
    private static void assertNothingIsLeftToDo(MavenBuild push, Undisturbed undisturbed) {
        BuildResult last = push.run("aspire:push");

        assertThat(last).succeeded();
        assertThat(last.images().path("images").findValuesAsText("state")).containsExactly("existing", "existing");
        assertThat(digests(last)).isEqualTo(undisturbed.digests());
    }

    /**
     * Kills the push at a moment between its first and its last step, determined by its output rather than by its
     * speed.
     */
    private static void kill(MavenBuild push, int seed, Undisturbed undisturbed) {
        double share = new SplittableRandom(seed).nextDouble();
        List<Duration> course = undisturbed.course();
        long moment = (long) (share * course.get(course.size() - 1).toNanos());
        List<Duration> passed =
                course.stream().filter(time -> time.toNanos() <= moment).toList();
        long rest = moment - passed.get(passed.size() - 1).toNanos();
        try (RunningProcess process = push.start("aspire:push")) {
            process.awaitLine(BEGINS, PATIENCE);
            int lines = firstLine(process) + passed.size();
            process.awaitLines(lines, PATIENCE);
            process.awaitLines(lines + 1, Duration.ofNanos(rest));
            process.kill();
            System.out.printf(
                    "Seed %d: killed at %.0f %%, %d ms after: %s%n",
                    seed, 100 * share, rest / 1_000_000, process.lines().get(lines - 1));
        }
    }

    private static Undisturbed measure(MavenBuild push) {
        try (RunningProcess process = push.start("aspire:push")) {
            process.awaitLine(BEGINS, PATIENCE);
            long start = System.nanoTime();
            int first = firstLine(process);
            List<Duration> course = new ArrayList<>(List.of(Duration.ZERO));
            while (!ENDS.matcher(process.lines().get(first + course.size() - 1)).find()) {
                process.awaitLines(first + course.size() + 1, PATIENCE);
                course.add(Duration.ofNanos(System.nanoTime() - start));
            }
            BuildResult result = new BuildResult(shop, "mvn aspire:push", process.exitCode(PATIENCE), process.lines());
            assertThat(result).succeeded();
            return new Undisturbed(digests(result), course);
        }
    }

    /** Returns the number of the line that reports the beginning of the push. */
    private static int firstLine(RunningProcess process) {
        List<String> lines = process.lines();
        return IntStream.range(0, lines.size())
                .filter(line -> BEGINS.matcher(lines.get(line)).find())
                .findFirst()
                .orElseThrow();
    }

    private static MavenBuild push(Place place, String namespace, Path bundle) {
        MavenBuild build = MavenBuild.of(shop)
                .property("aspire.package.skip", "true")
                .property("aspire.cache", cache.toString())
                .property("shop.bundle", bundle.toString());
        return place == Place.LAYOUT
                ? build.intoBundle()
                : build.property("aspire.parameters.registry-endpoint", registry.host())
                        .property("aspire.parameters.registry-repository", namespace);
    }

    private static List<String> digests(BuildResult result) {
        return SERVICES.stream().map(result::digest).toList();
    }

    /** Removes cached layers, but not the unfinished files of killed pushes. */
    private static void forgetLayers() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(cache.resolve("temporary"))) {
                    Files.delete(file);
                }
            }
        }
    }
}
