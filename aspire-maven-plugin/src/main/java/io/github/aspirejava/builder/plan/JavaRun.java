package io.github.aspirejava.builder.plan;

import io.github.aspirejava.app.ContainerSettings.Entrypoint;
import io.github.aspirejava.builder.image.ContainerOptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The run configuration of an application, as far as it is part of its image.
 *
 * @param mainClass the class to start; without it, the packaged artifact decides
 * @param jvmFlags arguments of the {@code java} command before the jar
 * @param arguments arguments of the program, which can be replaced when the image is run
 * @param environment environment variables
 * @param ports the TCP ports that the application listens on
 * @param appRoot the directory of a servlet container that a war is put into
 * @param resourceDirectory whether {@code /app/resources} is on the class path, for files of other services
 * @param extraClasspath paths in the image that are put in front of the class path
 * @param entrypoint the entry point that replaces the plugin's
 * @param container the other settings of the configuration
 */
public record JavaRun(
        Optional<String> mainClass,
        List<String> jvmFlags,
        List<String> arguments,
        Map<String, String> environment,
        SortedSet<Integer> ports,
        Optional<String> appRoot,
        boolean resourceDirectory,
        List<String> extraClasspath,
        Optional<Entrypoint> entrypoint,
        ContainerOptions container) {
    /** The run configuration of an application without any settings. */
    public static final JavaRun DEFAULT =
            new JavaRun(Optional.empty(), List.of(), List.of(), Map.of(), new TreeSet<>(), Optional.empty(), false);

    /** Creates the run configuration of an application whose image has no other settings. */
    public JavaRun(
            Optional<String> mainClass,
            List<String> jvmFlags,
            List<String> arguments,
            Map<String, String> environment,
            SortedSet<Integer> ports,
            Optional<String> appRoot,
            boolean resourceDirectory) {
        this(
                mainClass,
                jvmFlags,
                arguments,
                environment,
                ports,
                appRoot,
                resourceDirectory,
                List.of(),
                Optional.empty(),
                ContainerOptions.NONE);
    }

    /** Copies the collections. */
    public JavaRun {
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        extraClasspath = List.copyOf(extraClasspath);
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }

    JavaRun withMainClass(String name) {
        return with(Optional.of(name), jvmFlags);
    }

    JavaRun withJvmFlags(List<String> flags) {
        return with(mainClass, flags);
    }

    private JavaRun with(Optional<String> main, List<String> flags) {
        return new JavaRun(
                main,
                flags,
                arguments,
                environment,
                ports,
                appRoot,
                resourceDirectory,
                extraClasspath,
                entrypoint,
                container);
    }

    /** Returns whether the entry point is a command of the user's. */
    public boolean hasOwnEntrypoint() {
        return entrypoint.filter(Entrypoint.Own.class::isInstance).isPresent();
    }
}
