package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Java application, a module of the build or an artifact, whose layered image is built without a daemon.
 *
 * @param source the module or artifact that is run
 * @param baseImage the base image: a reference, {@code oci:PATH}, or {@code scratch}; if absent, chosen by the Java
 *     release that the packaged classes need
 * @param appRoot the directory of a servlet container's image that a war is copied into
 * @param mainClass the main class; detected if absent
 * @param jvmFlags the options of the Java virtual machine
 * @param arguments the arguments of the program
 * @param extraClasspath paths in the image that are put in front of the class path
 * @param container the configuration of the image
 * @param agents the agents of the virtual machine, artifacts that are not on the class path
 * @param localFiles the files of this machine that are copied into the image
 */
public record JavaApp(
        String name,
        Origin origin,
        JavaSource source,
        Optional<Text> baseImage,
        Optional<Text> appRoot,
        Optional<Text> mainClass,
        List<Text> jvmFlags,
        List<Text> arguments,
        List<Text> extraClasspath,
        ImageSettings image,
        ContainerSettings container,
        DeploymentSettings deployment,
        List<FileCopy> files,
        List<JavaSource.Artifact> agents,
        List<LocalFiles> localFiles)
        implements BuiltService {
    /** Starts with defaults for everything else. */
    public static Builder of(String name, Origin origin, JavaSource source, ImageSettings image) {
        return new Builder(name, origin, source, image);
    }

    /** Copies the lists. */
    public JavaApp {
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
        extraClasspath = List.copyOf(extraClasspath);
        files = List.copyOf(files);
        agents = List.copyOf(agents);
        localFiles = List.copyOf(localFiles);
    }

    @Override
    public String element() {
        return "javaApp";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>(image.texts());
        baseImage.ifPresent(texts::add);
        appRoot.ifPresent(texts::add);
        mainClass.ifPresent(texts::add);
        texts.addAll(jvmFlags);
        texts.addAll(arguments);
        texts.addAll(extraClasspath);
        texts.addAll(container.texts());
        texts.addAll(deployment.texts());
        files.forEach(file -> texts.addAll(file.texts()));
        localFiles.forEach(file -> texts.addAll(file.texts()));
        return List.copyOf(texts);
    }

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder extends BuiltServiceBuilder<Builder> {
        private final JavaSource source;
        private Optional<Text> baseImage = Optional.empty();
        private Optional<Text> appRoot = Optional.empty();
        private Optional<Text> mainClass = Optional.empty();
        private List<Text> jvmFlags = List.of();
        private List<Text> arguments = List.of();
        private List<Text> extraClasspath = List.of();
        private ContainerSettings container = ContainerSettings.NONE;
        private List<JavaSource.Artifact> agents = List.of();
        private List<LocalFiles> localFiles = List.of();

        private Builder(String name, Origin origin, JavaSource source, ImageSettings image) {
            super(name, origin, image);
            this.source = source;
        }

        /** Sets the base image. */
        public Builder baseImage(Optional<Text> baseImage) {
            this.baseImage = baseImage;
            return this;
        }

        /** Sets the directory of a servlet container's image that a war is copied into. */
        public Builder appRoot(Optional<Text> appRoot) {
            this.appRoot = appRoot;
            return this;
        }

        /** Sets the main class. */
        public Builder mainClass(Optional<Text> mainClass) {
            this.mainClass = mainClass;
            return this;
        }

        /** Sets the options of the Java virtual machine. */
        public Builder jvmFlags(List<Text> jvmFlags) {
            this.jvmFlags = jvmFlags;
            return this;
        }

        /** Sets the arguments of the program. */
        public Builder arguments(List<Text> arguments) {
            this.arguments = arguments;
            return this;
        }

        /** Sets paths in the image that are put in front of the class path. */
        public Builder extraClasspath(List<Text> extraClasspath) {
            this.extraClasspath = extraClasspath;
            return this;
        }

        /** Sets the configuration of the image. */
        public Builder container(ContainerSettings container) {
            this.container = container;
            return this;
        }

        /** Sets the agents of the virtual machine, artifacts that are not on the class path. */
        public Builder agents(List<JavaSource.Artifact> agents) {
            this.agents = agents;
            return this;
        }

        /** Sets the files of this machine that are copied into the image. */
        public Builder localFiles(List<LocalFiles> localFiles) {
            this.localFiles = localFiles;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** Returns the service. */
        public JavaApp build() {
            return new JavaApp(
                    name,
                    origin,
                    source,
                    baseImage,
                    appRoot,
                    mainClass,
                    jvmFlags,
                    arguments,
                    extraClasspath,
                    image,
                    container,
                    deployment,
                    files,
                    agents,
                    localFiles);
        }
    }
}
