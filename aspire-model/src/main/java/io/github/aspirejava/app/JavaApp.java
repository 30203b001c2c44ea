package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Java application: a module of the build or an artifact, built into a layered image without a daemon.
 *
 * @param source what is run
 * @param baseImage what it runs on: a reference, {@code oci:PATH}, or {@code scratch}; if absent chosen by the release
 *     of Java that the packaged classes need
 * @param appRoot the directory of a servlet container's image that a war is put into
 * @param mainClass the class that is started; found if absent
 * @param jvmFlags what the virtual machine is started with
 * @param arguments what the program is started with
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
        ImageSettings image,
        DeploymentSettings deployment,
        List<FileCopy> files)
        implements BuiltService {
    /** Copies the lists. */
    public JavaApp {
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
        files = List.copyOf(files);
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
        texts.addAll(deployment.texts());
        files.forEach(file -> texts.addAll(file.texts()));
        return List.copyOf(texts);
    }
}
