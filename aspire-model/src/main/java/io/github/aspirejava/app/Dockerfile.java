package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service whose image a container engine builds from a Dockerfile.
 *
 * @param context the build context: the directory that is sent to the engine
 * @param file the path of the Dockerfile, relative to the context
 * @param content the Dockerfile itself, if it is written in the POM; then there is no file
 * @param modules the modules that the Dockerfile copies from; detected if empty
 * @param target the stage to build, if it is not the last
 * @param buildArguments the build arguments, in the order of declaration
 * @param options the options of the engine's build
 */
public record Dockerfile(
        String name,
        Origin origin,
        Text context,
        Text file,
        Optional<String> content,
        List<Reference> modules,
        Optional<Text> target,
        Map<String, Text> buildArguments,
        List<BuildSecret> buildSecrets,
        BuildOptions options,
        ImageSettings image,
        DeploymentSettings deployment,
        List<FileCopy> files)
        implements BuiltService {
    /** Copies the collections. */
    public Dockerfile {
        modules = List.copyOf(modules);
        buildArguments = Collections.unmodifiableMap(new LinkedHashMap<>(buildArguments));
        buildSecrets = List.copyOf(buildSecrets);
        files = List.copyOf(files);
    }

    @Override
    public String element() {
        return "dockerfile";
    }

    @Override
    public boolean needsEngine() {
        return true;
    }

    @Override
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>(image.texts());
        texts.add(context);
        texts.add(file);
        target.ifPresent(texts::add);
        texts.addAll(buildArguments.values());
        texts.addAll(options.texts());
        buildSecrets.forEach(secret -> texts.add(secret.source()));
        texts.addAll(deployment.texts());
        files.forEach(file -> texts.addAll(file.texts()));
        return List.copyOf(texts);
    }
}
