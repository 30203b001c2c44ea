package io.github.aspirejava.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the containers that a service runs as.
 *
 * @param command the command in place of the image's entry point; empty for that of the image
 * @param arguments the arguments in place of those of the image; empty for those of the image
 * @param waitFor the services that have to run and be healthy before
 * @param probes the checks of the service's health
 * @param memory the memory limit in bytes; none if empty
 * @param cpus the limit of processor time, in thousandths of a processor; none if empty
 * @param mounts the directories with data that outlives a container
 * @param shutdown the time between the signal to stop and the end of the process
 */
public record ReplicaSettings(
        List<Text> command,
        List<Text> arguments,
        List<Reference> waitFor,
        ProbeSettings probes,
        Optional<Long> memory,
        Optional<Integer> cpus,
        List<Mount> mounts,
        Optional<Duration> shutdown) {
    /** The settings of a service that declares none. */
    public static final ReplicaSettings NONE = new ReplicaSettings(
            List.of(),
            List.of(),
            List.of(),
            ProbeSettings.DEFAULT,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /** The time that a service has to stop if it declares none. */
    public static final Duration DEFAULT_SHUTDOWN = Duration.ofSeconds(30);

    /** Copies the lists. */
    public ReplicaSettings {
        command = List.copyOf(command);
        arguments = List.copyOf(arguments);
        waitFor = List.copyOf(waitFor);
        mounts = List.copyOf(mounts);
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>(command);
        texts.addAll(arguments);
        mounts.forEach(mount -> mount.source().ifPresent(texts::add));
        return texts;
    }
}
