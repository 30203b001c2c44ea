package io.github.aspirejava.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspirejava.bench.ReactorPair.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the reactor of many modules in pairs, with the plugin and without it, alternating the first one. */
final class ReactorSeries {
    private static final double FOREIGN_SHARE = 0.12;
    private static final double TICKS_PER_SECOND = 100;

    private final Options options;
    private final Processes processes;
    private final Maven maven;
    private final Load load;
    private final ReactorProject project;
    private final Path cache;

    ReactorSeries(Options options, Path bench, Processes processes, Maven maven, Load load) {
        this.options = options;
        this.processes = processes;
        this.maven = maven;
        this.load = load;
        project = new ReactorProject(bench.resolve("reactor"));
        cache = bench.resolve("cache/aspire-reactor");
    }

    /** Measures as many pairs as the plugin has runs, after one that is not counted. */
    List<ReactorPair> run() throws IOException, InterruptedException {
        System.err.println("preparing the reactor");
        build(false);
        build(true);
        List<ReactorPair> pairs = new ArrayList<>();
        for (int round = 0; round < options.runs(); round++) {
            boolean first = round % 2 == 0;
            Build one = build(first);
            double oneImage = first ? image() : 0;
            Build other = build(!first);
            pairs.add(first ? new ReactorPair(other, one, oneImage) : new ReactorPair(one, other, image()));
            System.err.println(pairs.get(round));
        }
        return pairs;
    }

    private Build build(boolean plugin) throws IOException, InterruptedException {
        project.write(plugin);
        Load.Span span = load.begin();
        double processorBefore = processorOfChildren();
        Finished finished = processes.run(maven.run(
                project.pom(), Map.of("skipTests", "true", "aspire.cache", cache.toString()), "clean", "package"));
        double processor = processorOfChildren() - processorBefore;
        boolean noisy = !options.anyLoad() && span.foreignSeconds() > FOREIGN_SHARE * finished.seconds();
        return new Build(finished.seconds(), processor, noisy);
    }

    /** Returns the duration of the plugin's steps, before the next build deletes the report. */
    private double image() throws IOException {
        return new ObjectMapper()
                        .readTree(project.pipeline().toFile())
                        .path("durationMillis")
                        .asDouble()
                / 1000;
    }

    /** Returns the processor time of the ended children of this process: cutime and cstime of proc(5). */
    private static double processorOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }
}
