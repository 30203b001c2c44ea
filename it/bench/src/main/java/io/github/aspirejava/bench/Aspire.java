package io.github.aspirejava.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This build's plugin. */
final class Aspire {
    private static final Pattern GOAL = Pattern.compile("^([0-9:.]{12}) \\[INFO\\] --- .*:push \\(", Pattern.MULTILINE);
    private static final Pattern END = Pattern.compile("^([0-9:.]{12}) \\[INFO\\] BUILD SUCCESS", Pattern.MULTILINE);

    private final Maven maven;
    private final Site site;

    Aspire(Maven maven, Site site) {
        this.maven = maven;
        this.site = site;
    }

    /**
     * Returns the command of {@code aspire:push} for a project that is packaged already.
     *
     * @param target {@code registry} or {@code layout}
     * @param base the base image, in the plugin's notation
     * @param cache the directory of cached layers
     */
    Invocation push(Path pom, String target, String base, Path cache) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("aspire.package.skip", "true");
        properties.put("aspire.cache", cache.toString());
        properties.put("bench.target", target);
        properties.put("bench.registry", site.registry());
        properties.put("bench.layout", site.layout().toString());
        properties.put("bench.base", base);
        return maven.run(pom, properties, "io.github.aspirejava:aspire-maven-plugin:" + Versions.PLUGIN + ":push");
    }

    /** Returns the seconds from the beginning of the run to the end of its last step, as the plugin reports them. */
    static double secondsInside(Path project) throws IOException {
        return new ObjectMapper()
                        .readTree(project.resolve("target/aspire/pipeline.json").toFile())
                        .get("durationMillis")
                        .asDouble()
                / 1000;
    }

    /**
     * Returns the seconds from the line that announces the goal's first execution to the end of the build, by Maven's
     * log.
     */
    static double secondsByLog(Finished push) {
        Duration duration = Duration.between(time(GOAL, push), time(END, push));
        return (duration.isNegative() ? duration.plusDays(1) : duration).toMillis() / 1000.0;
    }

    private static LocalTime time(Pattern pattern, Finished push) {
        Matcher line = pattern.matcher(push.output());
        if (!line.find()) {
            throw new BenchException("Maven's log has no such line: " + pattern);
        }
        return LocalTime.parse(Objects.requireNonNull(line.group(1)));
    }
}
