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
    /** Creates an application whose image has the default configuration. */
    public JavaApp(
            String name,
            Origin origin,
            JavaSource source,
            Optional<Text> baseImage,
            Optional<Text> appRoot,
            Optional<Text> mainClass,
            List<Text> jvmFlags,
            List<Text> arguments,
            ImageSettings image,
            DeploymentSettings deployment,
            List<FileCopy> files) {
        this(
                name,
                origin,
                source,
                baseImage,
                appRoot,
                mainClass,
                jvmFlags,
                arguments,
                List.of(),
                image,
                ContainerSettings.NONE,
                deployment,
                files,
                List.of(),
                List.of());
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
}
