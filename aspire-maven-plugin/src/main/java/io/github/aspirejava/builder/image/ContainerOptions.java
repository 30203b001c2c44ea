package io.github.aspirejava.builder.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.app.ContainerSettings;
import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.HealthCheck;
import io.github.aspirejava.app.Mount;
import io.github.aspirejava.app.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings of an image's configuration besides its command, environment and ports. Whatever is absent is that of the
 * base image.
 *
 * @param user the user, and optionally the group
 * @param workingDirectory the directory that processes start in
 * @param volumes directories for data, besides those of the base image
 * @param mounts directories that a deployment mounts volumes at, and that the user may write to, as to the volumes
 * @param labels the labels; if there are any, those of the base image that describe the base image are removed, and so
 *     are those without a value
 * @param stopSignal the signal that stops the process
 * @param healthcheck the check of the health of a container
 */
public record ContainerOptions(
        Optional<String> user,
        Optional<String> workingDirectory,
        List<String> volumes,
        List<String> mounts,
        Map<String, String> labels,
        Optional<String> stopSignal,
        Optional<HealthCheck> healthcheck) {
    /** The options of an image that changes nothing of its base image. */
    public static final ContainerOptions NONE = new ContainerOptions(
            Optional.empty(), Optional.empty(), List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty());

    /**
     * The prefix of the labels that describe an image, <a
     * href="https://github.com/opencontainers/image-spec/blob/main/annotations.md">OCI's pre-defined annotations</a>.
     */
    private static final String DESCRIPTION = "org.opencontainers.image.";

    /** Copies the collections. */
    public ContainerOptions {
        volumes = List.copyOf(volumes);
        mounts = List.copyOf(mounts);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /**
     * Returns the options that a model declares.
     *
     * @param labels the labels of the image unless the model declares others
     */
    public static ContainerOptions of(
            ContainerSettings settings, DeploymentSettings deployment, Map<String, String> labels) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        settings.labels().forEach((name, value) -> all.put(name, value.require()));
        return new ContainerOptions(
                settings.user().map(Text::require),
                settings.workingDirectory().map(Text::require),
                settings.volumes().stream().map(Text::require).toList(),
                deployment.replicas().mounts().stream()
                        .filter(mount -> mount.source().isEmpty())
                        .map(Mount::path)
                        .toList(),
                all,
                settings.stopSignal().map(Text::require),
                settings.healthcheck());
    }

    /** Returns whether a user stands for that of the base image. */
    public static boolean isInherited(String user) {
        return user.equalsIgnoreCase(ContainerSettings.INHERITED);
    }

    /** Returns these options with another user and working directory. */
    public ContainerOptions runAs(Optional<String> name, Optional<String> directory) {
        return new ContainerOptions(name, directory, volumes, mounts, labels, stopSignal, healthcheck);
    }

    /** Returns these options with more labels, unless there are no labels at all. */
    public ContainerOptions describedBy(Map<String, String> more) {
        if (labels.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(labels);
        return new ContainerOptions(user, workingDirectory, volumes, mounts, all, stopSignal, healthcheck);
    }

    /** Writes these options into the object {@code config} of an image's configuration. */
    void applyTo(ObjectNode run) {
        user.ifPresent(name -> run.put("User", name));
        workingDirectory.ifPresent(directory -> run.put("WorkingDir", directory));
        if (!volumes.isEmpty()) {
            ObjectNode all = ImageJson.objectIn(run, "Volumes");
            volumes.forEach(all::putObject);
        }
        stopSignal.ifPresent(signal -> run.put("StopSignal", signal));
        healthcheck.ifPresent(check -> write(check, run.putObject("Healthcheck")));
        if (!labels.isEmpty()) {
            label(run);
        }
    }

    private void label(ObjectNode run) {
        ObjectNode inherited = ImageJson.objectIn(run, "Labels");
        Map<String, String> all = new LinkedHashMap<>();
        inherited
                .properties()
                .forEach(label -> all.put(label.getKey(), label.getValue().asText("")));
        all.keySet().removeIf(name -> name.startsWith(DESCRIPTION));
        all.putAll(labels);
        ObjectNode written = run.putObject("Labels");
        new TreeMap<>(all).forEach((name, value) -> {
            if (!value.isEmpty() || !labels.containsKey(name)) {
                written.put(name, value);
            }
        });
    }

    private static void write(HealthCheck check, ObjectNode json) {
        ArrayNode test = json.putArray("Test");
        test.add(
                switch (check.kind()) {
                    case NONE -> "NONE";
                    case SHELL -> "CMD-SHELL";
                    case EXEC -> "CMD";
                });
        check.command().forEach(word -> test.add(word.require()));
        check.interval().ifPresent(time -> json.put("Interval", time.toNanos()));
        check.timeout().ifPresent(time -> json.put("Timeout", time.toNanos()));
        check.startPeriod().ifPresent(time -> json.put("StartPeriod", time.toNanos()));
        check.retries().ifPresent(number -> json.put("Retries", number));
    }
}
