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
    /** Starts with defaults for everything else. */
    public static Builder of(String name, Origin origin, Text context, Text file, ImageSettings image) {
        return new Builder(name, origin, context, file, image);
    }

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

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder extends BuiltServiceBuilder<Builder> {
        private final Text context;
        private final Text file;
        private Optional<String> content = Optional.empty();
        private List<Reference> modules = List.of();
        private Optional<Text> target = Optional.empty();
        private Map<String, Text> buildArguments = Map.of();
        private List<BuildSecret> buildSecrets = List.of();
        private BuildOptions options = BuildOptions.DEFAULT;

        private Builder(String name, Origin origin, Text context, Text file, ImageSettings image) {
            super(name, origin, image);
            this.context = context;
            this.file = file;
        }

        /** Sets the Dockerfile itself. */
        public Builder content(Optional<String> content) {
            this.content = content;
            return this;
        }

        /** Sets the modules that the Dockerfile copies from. */
        public Builder modules(List<Reference> modules) {
            this.modules = modules;
            return this;
        }

        /** Sets the stage to build. */
        public Builder target(Optional<Text> target) {
            this.target = target;
            return this;
        }

        /** Sets the build arguments. */
        public Builder buildArguments(Map<String, Text> buildArguments) {
            this.buildArguments = buildArguments;
            return this;
        }

        /** Sets the build secrets. */
        public Builder buildSecrets(List<BuildSecret> buildSecrets) {
            this.buildSecrets = buildSecrets;
            return this;
        }

        /** Sets the options of the engine's build. */
        public Builder options(BuildOptions options) {
            this.options = options;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** Returns the service. */
        public Dockerfile build() {
            return new Dockerfile(
                    name,
                    origin,
                    context,
                    file,
                    content,
                    modules,
                    target,
                    buildArguments,
                    buildSecrets,
                    options,
                    image,
                    deployment,
                    files);
        }
    }
}
