package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.util.Optional;

/** Credentials that the model declares. */
final class ModelCredentials implements CredentialSource {
    private final AppModel model;

    ModelCredentials(AppModel model) {
        this.model = model;
    }

    @Override
    public String describe(RegistryHost host, String registryName) {
        return "<credentials> of the registry in the POM";
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String registryName) throws IOException {
        return model.resource(registryName)
                .filter(ContainerRegistry.class::isInstance)
                .map(ContainerRegistry.class::cast)
                .flatMap(ContainerRegistry::credentials)
                .map(declared -> new Credentials(
                        declared.username().require(),
                        new Secret(declared.password().require())));
    }
}
