package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A front end built by Vite. Without a server, its image only provides files to other services.
 *
 * @param directory the directory of its {@code package.json}
 * @param packageManager the package manager that installs the dependencies; detected by the lock file if absent
 * @param outputDirectory the output directory of Vite, below {@code directory}
 * @param builder the place of the build: a container engine or this machine
 * @param nodeImage the image that the engine runs the build in; chosen by the package manager if absent
 * @param buildArguments the environment variables of the build, in the order of declaration
 * @param buildSecrets the secrets that the installation of the packages can read, such as the token of a private feed
 * @param server the server of the files, if the front end is a service of its own
 * @param container the configuration of the server's image
 */
public record ViteApp(
        String name,
        Origin origin,
        Text directory,
        Optional<PackageManager> packageManager,
        Text outputDirectory,
        BuildPlace builder,
        Optional<Text> nodeImage,
        Map<String, Text> buildArguments,
        List<BuildSecret> buildSecrets,
        Optional<Server> server,
        ImageSettings image,
        ContainerSettings container,
        DeploymentSettings deployment,
        List<FileCopy> files)
        implements BuiltService {
    /** The directory that contains the output directory in an image without a server, as in Aspire. */
    public static final String IMAGE_DIRECTORY = "/app";

    /** The place in which a front end is built. */
    public enum BuildPlace {
        /** A container engine, in an image with Node. */
        ENGINE,
        /** The Node installation of this machine; no engine is needed. */
        HOST
    }

    /** The package manager that installs the dependencies of a front end. */
    public enum PackageManager {
        NPM,
        PNPM,
        YARN,
        BUN
    }

    /**
     * The server image of a front end.
     *
     * @param image the base image: a reference, {@code oci:PATH}, or {@code scratch}
     * @param root the directory that the server serves
     * @param configuration the file of nginx' configuration, {@code default} for that of this plugin or {@code none}
     *     for that of the image; chosen by the image if absent
     * @param port the port of the plugin's configuration
     * @param proxies the addresses that requests are passed to, by the first part of their path
     */
    public record Server(Text image, Text root, Optional<Text> configuration, int port, Map<String, Text> proxies) {
        /** The document root of the nginx image and of most images derived from it. */
        public static final String DEFAULT_ROOT = "/usr/share/nginx/html";

        /** A port that a server may listen on without the rights of root. */
        public static final int DEFAULT_PORT = 8080;

        /** Copies the map. */
        public Server {
            proxies = Collections.unmodifiableMap(new LinkedHashMap<>(proxies));
        }

        /** Creates a server with defaults for its configuration. */
        public Server(Text image, Text root) {
            this(image, root, Optional.empty(), DEFAULT_PORT, Map.of());
        }

        List<Text> texts() {
            List<Text> texts = new ArrayList<>(List.of(image, root));
            configuration.ifPresent(texts::add);
            texts.addAll(proxies.values());
            return texts;
        }
    }

    /** Starts with defaults for everything else. */
    public static Builder of(
            String name, Origin origin, Text directory, Text outputDirectory, BuildPlace builder, ImageSettings image) {
        return new Builder(name, origin, directory, outputDirectory, builder, image);
    }

    /** Copies the collections. */
    public ViteApp {
        buildArguments = Collections.unmodifiableMap(new LinkedHashMap<>(buildArguments));
        buildSecrets = List.copyOf(buildSecrets);
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
        return builder == BuildPlace.ENGINE;
    }

    /** Returns the directory of the files in the image; empty as long as a parameter in it has no value. */
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
        buildSecrets.forEach(secret -> texts.add(secret.source()));
        server.ifPresent(used -> texts.addAll(used.texts()));
        texts.addAll(container.texts());
        texts.addAll(deployment.texts());
        files.forEach(file -> texts.addAll(file.texts()));
        return List.copyOf(texts);
    }

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder extends BuiltServiceBuilder<Builder> {
        private final Text directory;
        private Optional<PackageManager> packageManager = Optional.empty();
        private final Text outputDirectory;
        private final BuildPlace builder;
        private Optional<Text> nodeImage = Optional.empty();
        private Map<String, Text> buildArguments = Map.of();
        private List<BuildSecret> buildSecrets = List.of();
        private Optional<Server> server = Optional.empty();
        private ContainerSettings container = ContainerSettings.NONE;

        private Builder(
                String name,
                Origin origin,
                Text directory,
                Text outputDirectory,
                BuildPlace builder,
                ImageSettings image) {
            super(name, origin, image);
            this.directory = directory;
            this.outputDirectory = outputDirectory;
            this.builder = builder;
        }

        /** Sets the package manager that installs the dependencies. */
        public Builder packageManager(Optional<PackageManager> packageManager) {
            this.packageManager = packageManager;
            return this;
        }

        /** Sets the image that the engine runs the build in. */
        public Builder nodeImage(Optional<Text> nodeImage) {
            this.nodeImage = nodeImage;
            return this;
        }

        /** Sets the environment variables of the build. */
        public Builder buildArguments(Map<String, Text> buildArguments) {
            this.buildArguments = buildArguments;
            return this;
        }

        /** Sets the secrets that the installation of the packages can read, such as the token of a private feed. */
        public Builder buildSecrets(List<BuildSecret> buildSecrets) {
            this.buildSecrets = buildSecrets;
            return this;
        }

        /** Sets the server of the files. */
        public Builder server(Optional<Server> server) {
            this.server = server;
            return this;
        }

        /** Sets the configuration of the server's image. */
        public Builder container(ContainerSettings container) {
            this.container = container;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** Returns the service. */
        public ViteApp build() {
            return new ViteApp(
                    name,
                    origin,
                    directory,
                    packageManager,
                    outputDirectory,
                    builder,
                    nodeImage,
                    buildArguments,
                    buildSecrets,
                    server,
                    image,
                    container,
                    deployment,
                    files);
        }
    }
}
