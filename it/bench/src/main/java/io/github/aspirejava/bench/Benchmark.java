package io.github.aspirejava.bench;

import io.github.aspirejava.bench.LayoutImages.Content;
import io.github.aspirejava.bench.PeakMemory.Peak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole series: prepares, measures and reports. {@code it/bench/run} starts it. */
public final class Benchmark {
    private static final long OWN_LAYER = 10_000_000;

    private static final String REQUESTS = "requests";
    private static final String MEMORY = "memory";
    private static final String FLEET = "fleet";
    private static final String REACTOR = "reactor";

    private final Options options;
    private final Path it;
    private final Path bench;
    private final Processes processes;
    private final Maven maven;

    private Benchmark(Options options) throws IOException {
        this.options = options;
        it = Path.of(options.it());
        bench = it.resolve("target/bench");
        processes = new Processes(bench.resolve("process"));
        maven = Maven.in(bench, Path.of(System.getProperty("user.home"), ".m2/repository"));
    }

    /** Runs the series. The arguments are the directory of the integration tests, and options. */
    public static void main(String[] arguments) throws Exception {
        // Registries and clients would outlive this process.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        try {
            new Benchmark(Options.parse(arguments)).run();
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        try (TargetRegistry bases = new TargetRegistry(bench.resolve("bases"));
                TargetRegistry registry = new TargetRegistry(bench.resolve("registry"))) {
            bases.startEmpty(0);
            Site site = new Site(bench, registry.host(), Preparation.pushBase(processes, bench.resolve("base"), bases));
            long baseSize = bases.stored();
            SampleProject project = new SampleProject(site.project(), OWN_LAYER);
            List<Contender> all = new Contenders(site, project, maven).all();
            options.checkNames(
                    Stream.concat(all.stream().map(Contender::id), Stream.of(REQUESTS, MEMORY, FLEET, REACTOR))
                            .toList());
            List<Contender> measured = all.stream()
                    .filter(contender -> options.measures(contender.id()))
                    .toList();
            List<Measurement> measurements = List.of();
            if (!measured.isEmpty()) {
                prepare(site, project, measured);
                Series series =
                        new Series(options, registry, processes, load(site, registry), bench.resolve("results.csv"));
                series.warmUp(measured);
                measurements = series.run(measured);
            }
            Optional<SharedLayers> shared = Optional.empty();
            if (options.measures(REQUESTS)) {
                String base = Preparation.pushLayeredBase(bench.resolve("layers"), bases);
                shared = Optional.of(SharedLayers.measure(base, site, registry, processes, maven));
            }
            List<Peak> peaks =
                    options.measures(MEMORY) ? new PeakMemory(site, registry, processes, maven).measure() : List.of();
            Machine machine = new Machine(processes, bench);
            if (!measured.isEmpty() || shared.isPresent() || !peaks.isEmpty()) {
                String what = machine.describe(maven, options) + (measured.isEmpty() ? "" : sizes(site));
                report(
                        Readme.Part.RESULTS,
                        new Report(options, all, new Results(measurements)).markdown(what, shared, peaks));
            }
            if (options.measures(FLEET)) {
                List<FleetPush> pushes =
                        new FleetSeries(options, site, registry, processes, maven, load(site, registry)).run();
                report(
                        Readme.Part.FLEET,
                        new FleetReport(pushes, FleetSeries.distinctBytes(), baseSize)
                                .markdown(machine.describeFleet(maven, options), FleetSeries.describe()));
            }
            if (options.measures(REACTOR)) {
                List<ReactorPair> pairs =
                        new ReactorSeries(options, bench, processes, maven, load(site, registry)).run();
                report(Readme.Part.REACTOR, new ReactorReport(pairs).markdown(machine.describeReactor(maven, options)));
            }
        }
    }

    private void prepare(Site site, SampleProject project, List<Contender> measured)
            throws IOException, InterruptedException {
        System.err.println("preparing");
        Preparation preparation = new Preparation(site, processes, maven);
        int most = options.images().stream().max(Comparator.naturalOrder()).orElseThrow();
        preparation.build(project, options.images());
        preparation.writeLayout(project, most);
        if (measured.stream()
                .anyMatch(contender ->
                        contender.id().startsWith("d") || contender.id().startsWith("engine"))) {
            preparation.loadEngine(most);
        }
    }

    private static Load load(Site site, TargetRegistry registry) {
        return new Load(() -> Stream.concat(
                registry.processes(),
                Stream.of("dockerd.pid", "exec/containerd/containerd.pid")
                        .map(site.engine()::resolve)
                        .filter(Files::exists)
                        .map(Benchmark::pid)));
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new BenchException("The engine's process cannot be found", e);
        }
    }

    /** Returns a description of an image's size. */
    private static String sizes(Site site) throws IOException {
        List<Content> blobs =
                new LayoutImages(site.layout()).find(Names.inLayout(1)).blobs();
        Content base = blobs.get(0);
        return "Shared base layer: %.1f MB, %.1f MB compressed; own blobs of an image: %s bytes.%n"
                .formatted(
                        LayoutImages.uncompressedSize(base) / 1e6,
                        base.size() / 1e6,
                        blobs.stream()
                                .skip(1)
                                .map(blob -> String.format(Locale.ROOT, "%,d", blob.size()))
                                .collect(Collectors.joining(", ")));
    }

    private void report(Readme.Part part, String results) throws IOException {
        if (options.readme()) {
            Readme.write(it.resolve("bench/README.md"), part, results);
        } else {
            System.out.print(results);
        }
    }
}
