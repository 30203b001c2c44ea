package io.github.aspirejava.addon;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The session's data and services that an add-on works with.
 *
 * @param application the name of the application: the artifactId of the root project
 * @param baseDirectory the directory that relative paths of the model start from
 * @param outputDirectory the directory for the files about the run, {@code target/aspire} as a rule
 * @param cache the directory of the data that is kept from run to run
 * @param property looks up a property of Maven's command line, or else of the POM or settings.xml
 * @param environment the environment variables
 * @param registries the clients of the session's registries; their transport is that of all requests
 * @param access the access to each registry of the model
 * @param inputs the things that all builds of images share
 * @param deployments the deployments of the services
 */
public record AddOnContext(
        AppModel model,
        String application,
        Path baseDirectory,
        Path outputDirectory,
        Path cache,
        Function<String, Optional<String>> property,
        Map<String, String> environment,
        Registries registries,
        ModelAccess access,
        BuildInputs inputs,
        Deployments deployments) {
    /** Starts with defaults for everything else. */
    public static Builder of(AppModel model, Registries registries, ModelAccess access, BuildInputs inputs) {
        return new Builder(model, registries, access, inputs);
    }

    /** Copies the map. */
    public AddOnContext {
        environment = Map.copyOf(environment);
    }

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder {
        private final AppModel model;
        private String application = "";
        private Path baseDirectory = Path.of("");
        private Path outputDirectory = Path.of("");
        private Path cache = Path.of("");
        private Function<String, Optional<String>> property = name -> Optional.empty();
        private Map<String, String> environment = Map.of();
        private final Registries registries;
        private final ModelAccess access;
        private final BuildInputs inputs;
        private Deployments deployments = service -> {
            throw new IllegalStateException("The deployments of services are not set");
        };

        private Builder(AppModel model, Registries registries, ModelAccess access, BuildInputs inputs) {
            this.model = model;
            this.registries = registries;
            this.access = access;
            this.inputs = inputs;
        }

        /** Sets the name of the application. */
        public Builder application(String application) {
            this.application = application;
            return this;
        }

        /** Sets the directory that relative paths of the model start from. */
        public Builder baseDirectory(Path baseDirectory) {
            this.baseDirectory = baseDirectory;
            return this;
        }

        /** Sets the directory for the files about the run, {@code target/aspire} as a rule. */
        public Builder outputDirectory(Path outputDirectory) {
            this.outputDirectory = outputDirectory;
            return this;
        }

        /** Sets the directory of the data that is kept from run to run. */
        public Builder cache(Path cache) {
            this.cache = cache;
            return this;
        }

        /** Sets the function that returns a property of Maven's command line, or else of the POM or settings.xml. */
        public Builder property(Function<String, Optional<String>> property) {
            this.property = property;
            return this;
        }

        /** Sets the environment variables. */
        public Builder environment(Map<String, String> environment) {
            this.environment = environment;
            return this;
        }

        /** Sets the deployments of the services. */
        public Builder deployments(Deployments deployments) {
            this.deployments = deployments;
            return this;
        }

        /** Returns the result. */
        public AddOnContext build() {
            return new AddOnContext(
                    model,
                    application,
                    baseDirectory,
                    outputDirectory,
                    cache,
                    property,
                    environment,
                    registries,
                    access,
                    inputs,
                    deployments);
        }
    }
}
