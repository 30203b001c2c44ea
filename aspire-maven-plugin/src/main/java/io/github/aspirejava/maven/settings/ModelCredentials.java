package io.github.aspirejava.maven.settings;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.DeclaredCredentials;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.Optional;

/** Credentials that the model declares. */
public final class ModelCredentials implements CredentialSource {
    private final AppModel model;

    /** Creates a source from the credentials of {@code model}. */
    public ModelCredentials(AppModel model) {
        this.model = model;
    }

    @Override
    public String describe(RegistryHost host, String registryName) {
        return "<credentials> of the registry in the POM";
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String registryName) throws IOException {
        Optional<DeclaredCredentials> declared = model.resource(registryName)
                .filter(ContainerRegistry.class::isInstance)
                .map(ContainerRegistry.class::cast)
                .flatMap(ContainerRegistry::credentials);
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> username = declared.get().username().value();
        Optional<String> password = declared.get().password().value();
        // A push has been checked for this; a base image may come from a registry that is not pushed to now.
        if (username.isEmpty() || password.isEmpty()) {
            throw new FilteredException("a parameter in them has no value");
        }
        return Optional.of(new Credentials(username.get(), new Secret(password.get())));
    }
}
