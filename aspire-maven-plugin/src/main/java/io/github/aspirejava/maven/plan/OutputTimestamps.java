package io.github.aspirejava.maven.plan;

import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.OutputTimestamp;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.maven.pom.PropertyOrigin;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.project.MavenProject;

/**
 * The {@code project.build.outputTimestamp} of each service: that of the command line, else that of the module which
 * the service belongs to, else that of the root.
 */
public final class OutputTimestamps implements OutputTimes {
    private final Map<String, Instant> times = new HashMap<>();

    private OutputTimestamps() {}

    /**
     * Reads the timestamps of all services that are built.
     *
     * @param warnings receives suspicious values
     * @throws StepException if some of them are not valid times; the message has a line for each
     */
    public static OutputTimestamps of(
            Iterable<? extends BuiltService> services, Projects projects, Instant now, Consumer<String> warnings)
            throws StepException {
        OutputTimestamps timestamps = new OutputTimestamps();
        Set<String> problems = new LinkedHashSet<>();
        Set<String> strange = new LinkedHashSet<>();
        for (BuiltService service : services) {
            Optional<Said> said = projects.said(service.name());
            if (said.isPresent() && said.get().isOpen()) {
                strange.add(said.get()
                        .at(
                                "%s is '%s', which has no value when images are planned, so that they have no timestamp. Set it on the command line: -D%s=$(git log -1 --format=%%cI)"
                                        .formatted(
                                                OutputTimestamp.PROPERTY,
                                                said.get().text(),
                                                OutputTimestamp.PROPERTY)));
                continue;
            }
            try {
                Optional<Instant> time = said.flatMap(text -> OutputTimestamp.parse(text.text()));
                time.ifPresent(instant -> timestamps.times.put(service.name(), instant));
                if (time.isPresent() && time.get().isAfter(now)) {
                    strange.add(said.get()
                            .at(
                                    "%s is %s, which is in the future. Servers must not send such modification times: set a time in the past"
                                            .formatted(OutputTimestamp.PROPERTY, time.get())));
                }
            } catch (IllegalArgumentException e) {
                problems.add(said.orElseThrow().at(String.valueOf(e.getMessage())));
            }
        }
        strange.forEach(warnings);
        if (!problems.isEmpty()) {
            throw new StepException(String.join("\n", problems));
        }
        return timestamps;
    }

    @Override
    public Optional<Instant> of(String service) {
        return Optional.ofNullable(times.get(service));
    }

    /** The value of a property, and its place. */
    private record Said(String text, Optional<Origin> origin) {
        /** Returns whether it refers to a property that is not set yet: some plugins set one while Maven builds. */
        boolean isOpen() {
            return text.contains("${");
        }

        String at(String message) {
            return origin.map(place -> place + ": " + message).orElse(message);
        }
    }

    /**
     * The places where the property can be set.
     *
     * @param commandLine the properties set with {@code -D}
     * @param plan the plan, which determines the module of each service
     * @param root the project that Maven was started for
     * @param start the directory that Maven was started in
     */
    public record Projects(Properties commandLine, SessionPlan plan, MavenProject root, Path start) {
        private Optional<Said> said(String service) {
            String set = commandLine.getProperty(OutputTimestamp.PROPERTY);
            if (set != null) {
                return Optional.of(new Said(set, Optional.empty()));
            }
            for (MavenProject project : List.of(plan.moduleOf(service).orElse(root), root)) {
                String text = project.getProperties().getProperty(OutputTimestamp.PROPERTY);
                if (text != null) {
                    return Optional.of(new Said(text, PropertyOrigin.of(project, OutputTimestamp.PROPERTY, start)));
                }
            }
            return Optional.empty();
        }
    }
}
