package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Pushes the fleet with each of two plugins, and pulls it to a node: first all of it, and then after each of a series
 * of changes.
 */
final class FleetSeries {
    static final String OURS = "ours";
    static final String JIB = "jib";

    private static final double FOREIGN_SHARE = 0.12;
    private static final Fleet FLEET = new FleetGenerator().generate();

    private final Options options;
    private final Site site;
    private final TargetRegistry registry;
    private final Processes processes;
    private final Maven maven;
    private final Load load;
    private final FleetProject project;
    private final Path cache;

    FleetSeries(Options options, Site site, TargetRegistry registry, Processes processes, Maven maven, Load load) {
        this.options = options;
        this.site = site;
        this.registry = registry;
        this.processes = processes;
        this.maven = maven;
        this.load = load;
        project = new FleetProject(site.bench().resolve("fleet"), site.bench().resolve("m2"));
        cache = site.cache("aspire-fleet");
    }

    /** Runs all cases, in the number of runs of the other tools. */
    List<FleetPush> run() throws IOException, InterruptedException {
        System.err.println("preparing the fleet");
        prepare(FLEET, FleetCase.COLD);
        warmUp();
        Path csv = Files.writeString(site.bench().resolve("fleet.csv"), FleetPush.CSV_HEADER + '\n');
        List<FleetPush> pushes = new ArrayList<>();
        for (int round = 0; round < options.peerRuns(); round++) {
            List<String> contenders = new ArrayList<>(List.of(OURS, JIB));
            Collections.shuffle(contenders, new Random());
            for (String contender : contenders) {
                pushes.addAll(pushAll(contender));
                Files.write(csv, csv(pushes));
            }
        }
        return pushes;
    }

    private static List<String> csv(List<FleetPush> pushes) {
        List<String> lines = new ArrayList<>(List.of(FleetPush.CSV_HEADER));
        pushes.stream().map(FleetPush::csv).forEach(lines::add);
        return lines;
    }

    private void prepare(Fleet fleet, FleetCase what) throws IOException, InterruptedException {
        project.write(fleet);
        if (what.changesModules()) {
            processes.run(maven.run(project.pom(), Map.of("skipTests", "true"), "-T2", "package"));
        }
    }

    /** Downloads everything that is needed before the measurement. */
    private void warmUp() throws IOException, InterruptedException {
        for (String contender : List.of(OURS, JIB)) {
            registry.startEmpty(0);
            Map<String, String> properties = properties();
            if (contender.equals(OURS)) {
                properties.put("aspire.services", Names.service(1));
                processes.run(maven.run(project.pom(), properties, goal(contender)));
            } else {
                processes.run(maven.run(project.pom(), properties, "-pl", Names.service(1), goal(contender)));
            }
        }
    }

    private List<FleetPush> pushAll(String contender) throws IOException, InterruptedException {
        Directories.delete(cache);
        for (int service = 1; service <= Fleet.SERVICES + 1; service++) {
            Directories.delete(project.jibCache(service));
        }
        Path node = site.bench().resolve("node");
        Directories.delete(node);
        Directories.delete(project.directory().resolve(Names.service(Fleet.SERVICES + 1)));
        registry.startEmpty(0);
        List<FleetPush> pushes = new ArrayList<>();
        Fleet fleet = FLEET;
        for (FleetCase what : FleetCase.values()) {
            fleet = what.change(fleet);
            prepare(fleet, what);
            long before = what == FleetCase.COLD ? 0 : registry.stored();
            registry.forgetRequests();
            Load.Span span = load.begin();
            Finished push = processes.run(
                    maven.run(project.pom(), properties(), contender.equals(JIB) ? "-T4" : "-B", goal(contender)));
            boolean noisy = !options.anyLoad() && span.foreignSeconds() > FOREIGN_SHARE * push.seconds();
            long pushed = registry.requests().uploads().stream()
                    .mapToLong(registry::size)
                    .sum();
            long stored = registry.stored() - before;
            if (what == FleetCase.COLD) {
                start(fleet);
            }
            FleetPush result = new FleetPush(contender, what, push.seconds(), pushed, stored, pull(fleet, node), noisy);
            System.err.println(result);
            pushes.add(result);
        }
        return pushes;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("aspire.package.skip", "true");
        properties.put("aspire.cache", cache.toString());
        properties.put("bench.registry", site.registry());
        properties.put("bench.base", site.base());
        properties.put("bench.jib.base", site.jibBase());
        properties.put("jib.baseImageCache", site.cache("jib-maven").toString());
        return properties;
    }

    private static String goal(String contender) {
        return contender.equals(OURS)
                ? "io.github.aspirejava:aspire-maven-plugin:" + Versions.PLUGIN + ":push"
                : "com.google.cloud.tools:jib-maven-plugin:" + Versions.JIB_MAVEN_PLUGIN + ":build";
    }

    /**
     * Pulls all images, and returns the number of bytes that were read. The node is a directory with blobs by their
     * digests, as in containerd: it reads each blob once.
     */
    private long pull(Fleet fleet, Path node) throws IOException, InterruptedException {
        registry.forgetRequests();
        for (int service : fleet.libraries().keySet()) {
            run(
                    "skopeo",
                    "copy",
                    "-q",
                    "--src-tls-verify=false",
                    "docker://" + site.reference(service),
                    "oci:%s:%s".formatted(node, Names.inLayout(service)));
        }
        return registry.requests().downloaded();
    }

    /** Lets the engine pull and start each image, one after another, and checks its output against its sources. */
    private void start(Fleet fleet) throws IOException, InterruptedException {
        for (int service : fleet.libraries().keySet()) {
            String image = site.reference(service);
            run("docker", "pull", "-q", image);
            String said = run("docker", "run", "--rm", "--network=host", image);
            run("docker", "rmi", image);
            if (!said.strip().equals("0")) {
                throw new BenchException("%s says '%s' and not 0".formatted(image, said.strip()));
            }
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        return processes
                .run(new Invocation(List.of(command), site.bench(), Map.of(), ""))
                .output();
    }

    /** Returns a description of the fleet for the report. */
    static String describe() {
        return "%d services run with %d libraries: %.0f MB, or %.0f MB if they are counted once for each service."
                .formatted(
                        Fleet.SERVICES,
                        FLEET.distinct().count(),
                        FLEET.distinctBytes() / 1e6,
                        FLEET.bytesOfServices() / 1e6);
    }

    /** Returns the bytes of all libraries before any change, each counted once. */
    static long distinctBytes() {
        return FLEET.distinctBytes();
    }
}
