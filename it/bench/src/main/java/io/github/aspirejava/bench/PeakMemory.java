package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The peak resident memory of Maven while the plugin pushes one image under {@code -Xmx128m}, by {@code VmHWM} of
 * proc(5): of the whole process, including the JVM's own parts.
 */
final class PeakMemory {
    private static final long MEGABYTE = 1_000_000;

    private final Site site;
    private final TargetRegistry registry;
    private final Processes processes;
    private final Maven maven;

    PeakMemory(Site site, TargetRegistry registry, Processes processes, Maven maven) {
        this.site = site;
        this.registry = registry;
        this.processes = processes;
        this.maven = maven;
    }

    /**
     * The peak for a pushed layer.
     *
     * @param layerMegabytes its size
     * @param made the peak in bytes while the layer was created and pushed
     * @param pushed the peak in bytes while it was only pushed
     */
    record Peak(long layerMegabytes, long made, long pushed) {}

    /** Measures layers of 10 MB and 1 GB, the first one at index 0. */
    List<Peak> measure() throws IOException, InterruptedException {
        List<Peak> peaks = new ArrayList<>();
        for (long megabytes : List.of(10L, 1000L)) {
            Path directory = site.bench().resolve("memory");
            Directories.delete(directory);
            SampleProject project = new SampleProject(directory.resolve("project"), megabytes * MEGABYTE);
            new Preparation(site, processes, maven).build(project, List.of(1));
            Invocation push = limited(
                    new Aspire(maven, site).push(project.pom(1), "registry", site.base(), directory.resolve("cache")));
            registry.startEmpty(0);
            long made = processes.peakMemory(push);
            registry.startEmpty(0);
            peaks.add(new Peak(megabytes, made, processes.peakMemory(push)));
            System.err.println(peaks.get(peaks.size() - 1));
            Directories.delete(directory);
        }
        return peaks;
    }

    private static Invocation limited(Invocation push) {
        Map<String, String> environment = new TreeMap<>(push.environment());
        environment.put("MAVEN_OPTS", "-Xmx128m");
        return new Invocation(push.command(), push.directory(), environment, push.input());
    }
}
