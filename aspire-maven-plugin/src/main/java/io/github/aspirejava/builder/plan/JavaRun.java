package io.github.aspirejava.builder.plan;

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
 */
public record JavaRun(
        Optional<String> mainClass,
        List<String> jvmFlags,
        List<String> arguments,
        Map<String, String> environment,
        SortedSet<Integer> ports,
        Optional<String> appRoot,
        boolean resourceDirectory) {
    /** The run configuration of an application without any settings. */
    public static final JavaRun DEFAULT =
            new JavaRun(Optional.empty(), List.of(), List.of(), Map.of(), new TreeSet<>(), Optional.empty(), false);

    /** Copies the collections. */
    public JavaRun {
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }

    JavaRun withMainClass(String name) {
        return new JavaRun(Optional.of(name), jvmFlags, arguments, environment, ports, appRoot, resourceDirectory);
    }

    JavaRun withJvmFlags(List<String> flags) {
        return new JavaRun(mainClass, flags, arguments, environment, ports, appRoot, resourceDirectory);
    }
}
