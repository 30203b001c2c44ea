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
    public static final JavaRun DEFAULT = JavaRun.builder().build();

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
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
        return JavaRun.builder()
                .mainClass(main)
                .jvmFlags(flags)
                .arguments(arguments)
                .environment(environment)
                .ports(ports)
                .appRoot(appRoot)
                .resourceDirectory(resourceDirectory)
                .extraClasspath(extraClasspath)
                .entrypoint(entrypoint)
                .container(container)
                .build();
    }

    /** Returns whether the entry point is a command of the user's. */
    public boolean hasOwnEntrypoint() {
        return entrypoint.filter(Entrypoint.Own.class::isInstance).isPresent();
    }

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder {
        private Optional<String> mainClass = Optional.empty();
        private List<String> jvmFlags = List.of();
        private List<String> arguments = List.of();
        private Map<String, String> environment = Map.of();
        private SortedSet<Integer> ports = new TreeSet<>();
        private Optional<String> appRoot = Optional.empty();
        private boolean resourceDirectory;
        private List<String> extraClasspath = List.of();
        private Optional<Entrypoint> entrypoint = Optional.empty();
        private ContainerOptions container = ContainerOptions.NONE;

        private Builder() {}

        /** Sets the class to start. */
        public Builder mainClass(Optional<String> mainClass) {
            this.mainClass = mainClass;
            return this;
        }

        /** Sets arguments of the {@code java} command before the jar. */
        public Builder jvmFlags(List<String> jvmFlags) {
            this.jvmFlags = jvmFlags;
            return this;
        }

        /** Sets arguments of the program, which can be replaced when the image is run. */
        public Builder arguments(List<String> arguments) {
            this.arguments = arguments;
            return this;
        }

        /** Sets environment variables. */
        public Builder environment(Map<String, String> environment) {
            this.environment = environment;
            return this;
        }

        /** Sets the TCP ports that the application listens on. */
        public Builder ports(SortedSet<Integer> ports) {
            this.ports = ports;
            return this;
        }

        /** Sets the directory of a servlet container that a war is put into. */
        public Builder appRoot(Optional<String> appRoot) {
            this.appRoot = appRoot;
            return this;
        }

        /** Sets whether {@code /app/resources} is on the class path, for files of other services. */
        public Builder resourceDirectory(boolean resourceDirectory) {
            this.resourceDirectory = resourceDirectory;
            return this;
        }

        /** Sets paths in the image that are put in front of the class path. */
        public Builder extraClasspath(List<String> extraClasspath) {
            this.extraClasspath = extraClasspath;
            return this;
        }

        /** Sets the entry point that replaces the plugin's. */
        public Builder entrypoint(Optional<Entrypoint> entrypoint) {
            this.entrypoint = entrypoint;
            return this;
        }

        /** Sets the other settings of the configuration. */
        public Builder container(ContainerOptions container) {
            this.container = container;
            return this;
        }

        /** Returns the result. */
        public JavaRun build() {
            return new JavaRun(
                    mainClass,
                    jvmFlags,
                    arguments,
                    environment,
                    ports,
                    appRoot,
                    resourceDirectory,
                    extraClasspath,
                    entrypoint,
                    container);
        }
    }
}
