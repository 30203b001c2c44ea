package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A front end built by Vite. Without a server its image only gives its files to other services.
 *
 * @param directory where its {@code package.json} is
 * @param packageManager what installs its dependencies; found by the lock file if absent
 * @param outputDirectory where Vite puts what it builds, below {@code directory}
 * @param builder where it is built
 * @param nodeImage the image that the engine builds it in; chosen by the package manager if absent
 * @param buildArguments environment variables of the build, in the order declared
 * @param server what serves the files, if it is a service of its own
 */
public record ViteApp(
        String name,
        Origin origin,
        Text directory,
        Optional<PackageManager> packageManager,
        Text outputDirectory,
        Builder builder,
        Optional<Text> nodeImage,
        Map<String, Text> buildArguments,
        Optional<Server> server,
        ImageSettings image,
        DeploymentSettings deployment,
        List<FileCopy> files)
        implements BuiltService {
    /** The directory in an image without a server that holds the output directory, as Aspire has it. */
    public static final String IMAGE_DIRECTORY = "/app";

    /** Where a front end is built. */
    public enum Builder {
        /** By a container engine, in an image that has Node. */
        ENGINE,
        /** By the Node of this machine: no engine is needed. */
        HOST
    }

    /** What installs the dependencies of a front end. */
    public enum PackageManager {
        NPM,
        PNPM,
        YARN,
        BUN
    }

    /**
     * The image that serves a front end.
     *
     * @param image its reference, {@code oci:PATH}, or {@code scratch}
     * @param root the directory that it serves
     */
    public record Server(Text image, Text root) {
        /** Where nginx serves from, and so most of what is made of it. */
        public static final String DEFAULT_ROOT = "/usr/share/nginx/html";
    }

    /** Copies the collections. */
    public ViteApp {
        buildArguments = Collections.unmodifiableMap(new LinkedHashMap<>(buildArguments));
        files = List.copyOf(files);
    }

    @Override
    public String element() {
        return "viteApp";
    }

    @Override
    public boolean isPushed() {
        return server.isPresent();
    }

    @Override
    public boolean needsEngine() {
        return builder == Builder.ENGINE;
    }

    /** Where its files are in its image, as far as parameters have values. */
    public Optional<String> filesDirectory() {
        return server.isPresent()
                ? server.get().root().value()
                : outputDirectory.value().map(directory -> IMAGE_DIRECTORY + '/' + directory);
    }

    @Override
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>(image.texts());
        texts.add(directory);
        texts.add(outputDirectory);
        nodeImage.ifPresent(texts::add);
        texts.addAll(buildArguments.values());
        server.ifPresent(used -> texts.addAll(List.of(used.image(), used.root())));
        texts.addAll(deployment.texts());
        files.forEach(file -> texts.addAll(file.texts()));
        return List.copyOf(texts);
    }
}
