package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of an image, with the terms of Docker and OCI: defaults for the containers that run from it.
 * Whatever is absent is that of the base image or, for a user and labels, the default of the plugin.
 *
 * @param user the user and optionally the group, by names or numbers, or {@value #INHERITED}
 * @param workingDirectory the directory that processes start in
 * @param entrypoint the entry point
 * @param volumes the directories for data that outlives a container
 * @param labels labels, in the order of declaration; one without a value removes a default or inherited label
 * @param annotations annotations of the manifest, in the order of declaration
 * @param stopSignal the signal that stops the process
 * @param healthcheck the check of the health of a container
 * @param created the creation time; that of the project's outputs if absent
 */
public record ContainerSettings(
        Optional<Text> user,
        Optional<Text> workingDirectory,
        Optional<Entrypoint> entrypoint,
        List<Text> volumes,
        Map<String, Text> labels,
        Map<String, Text> annotations,
        Optional<Text> stopSignal,
        Optional<HealthCheck> healthcheck,
        Optional<Text> created) {
    /** The word in place of a user or an entry point that stands for that of the base image. */
    public static final String INHERITED = "inherit";

    /** The settings of an image that declares none. */
    public static final ContainerSettings NONE = ContainerSettings.builder().build();

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Copies the collections. */
    public ContainerSettings {
        volumes = List.copyOf(volumes);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /** An entry point that replaces the one of the plugin. */
    public sealed interface Entrypoint {
        /** The entry point of the base image, which gets the command of the plugin as its arguments. */
        record Inherited() implements Entrypoint {}

        /** A command of the user's. */
        record Own(List<Text> words) implements Entrypoint {
            /** Copies the list. */
            public Own {
                words = List.copyOf(words);
            }
        }
    }

    /** Returns whether the entry point is a command of the user's. */
    public boolean hasOwnEntrypoint() {
        return entrypoint.filter(Entrypoint.Own.class::isInstance).isPresent();
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        byElement().values().forEach(texts::addAll);
        texts.addAll(labels.values());
        texts.addAll(annotations.values());
        return texts;
    }

    /** Returns the texts that are not entries of maps, by the names of their elements. */
    Map<String, List<Text>> byElement() {
        Map<String, List<Text>> texts = new LinkedHashMap<>();
        texts.put("user", user.stream().toList());
        texts.put("workingDirectory", workingDirectory.stream().toList());
        texts.put(
                "entrypoint",
                entrypoint.stream()
                        .flatMap(entry -> entry instanceof Entrypoint.Own own ? own.words().stream() : Stream.empty())
                        .toList());
        texts.put("volumes", volumes);
        texts.put("stopSignal", stopSignal.stream().toList());
        texts.put(
                "healthcheck",
                healthcheck.stream().flatMap(check -> check.command().stream()).toList());
        texts.put("created", created.stream().toList());
        return texts;
    }

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder {
        private Optional<Text> user = Optional.empty();
        private Optional<Text> workingDirectory = Optional.empty();
        private Optional<Entrypoint> entrypoint = Optional.empty();
        private List<Text> volumes = List.of();
        private Map<String, Text> labels = Map.of();
        private Map<String, Text> annotations = Map.of();
        private Optional<Text> stopSignal = Optional.empty();
        private Optional<HealthCheck> healthcheck = Optional.empty();
        private Optional<Text> created = Optional.empty();

        private Builder() {}

        /** Sets the user and optionally the group, by names or numbers, or {@value #INHERITED}. */
        public Builder user(Optional<Text> user) {
            this.user = user;
            return this;
        }

        /** Sets the directory that processes start in. */
        public Builder workingDirectory(Optional<Text> workingDirectory) {
            this.workingDirectory = workingDirectory;
            return this;
        }

        /** Sets the entry point. */
        public Builder entrypoint(Optional<Entrypoint> entrypoint) {
            this.entrypoint = entrypoint;
            return this;
        }

        /** Sets the directories for data that outlives a container. */
        public Builder volumes(List<Text> volumes) {
            this.volumes = volumes;
            return this;
        }

        /** Sets labels. */
        public Builder labels(Map<String, Text> labels) {
            this.labels = labels;
            return this;
        }

        /** Sets annotations of the manifest. */
        public Builder annotations(Map<String, Text> annotations) {
            this.annotations = annotations;
            return this;
        }

        /** Sets the signal that stops the process. */
        public Builder stopSignal(Optional<Text> stopSignal) {
            this.stopSignal = stopSignal;
            return this;
        }

        /** Sets the check of the health of a container. */
        public Builder healthcheck(Optional<HealthCheck> healthcheck) {
            this.healthcheck = healthcheck;
            return this;
        }

        /** Sets the creation time. */
        public Builder created(Optional<Text> created) {
            this.created = created;
            return this;
        }

        /** Returns the result. */
        public ContainerSettings build() {
            return new ContainerSettings(
                    user, workingDirectory, entrypoint, volumes, labels, annotations, stopSignal, healthcheck, created);
        }
    }
}
