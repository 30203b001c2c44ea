package io.github.aspirejava.azure.login;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.provision.AzureSession;
import io.github.aspirejava.azure.provision.ProvisionedRegistry;
import io.github.aspirejava.azure.settings.CloudEndpoints;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.TlsFiles;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryAccess;
import io.github.aspirejava.oci.registry.RegistryClient;
import io.github.aspirejava.result.OpenRegistry;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Logs in to a registry in Azure, and waits until it permits to push. Configured credentials come first; if there are
 * none, or they are refused (those of {@code az acr login} expire after three hours), the identity of the Entra login
 * is used.
 */
public final class LoginToRegistryAction implements StepAction {
    private final Azure azure;
    private final Pause pause;
    private final InstantSource clock;

    /** Creates the action for the session of {@code azure}. */
    public LoginToRegistryAction(Azure azure, Pause pause, InstantSource clock) {
        this.azure = azure;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public OpenRegistry run(StepContext context) throws StepException, InterruptedException {
        ProvisionedRegistry provisioned = context.result(ProvisionedRegistry.class);
        AppModel model = azure.request().model();
        Registry registry = (Registry) model.resource(provisioned.name()).orElseThrow();
        RegistryHost host = RegistryHost.parse(provisioned
                .loginServer()
                .orElseThrow(() -> new StepException(
                        "%s: The registry '%s' is yet to be created, and a dry run does not. Run this without -Daspire.dryRun."
                                .formatted(registry.origin(), registry.name()))));
        CloudEndpoints cloud = azure.session().options().cloud();
        RegistryAccess access =
                new RegistryAccess(host, Optional.empty(), false, new TlsFiles(cloud.caFile(), Optional.empty()));
        CredentialChain.Lookup lookup = azure.request().access().credentials(host, registry.name());
        Optional<Repository> sample = sample(model, registry);
        try {
            if (lookup.credentials().isPresent()) {
                Optional<OpenRegistry> open =
                        declared(context, access, lookup.credentials().get(), lookup.answers(), sample);
                if (open.isPresent()) {
                    return open.get();
                }
            }
            return live(context, access, provisioned, sample);
        } catch (IOException e) {
            throw new StepException(LoginFailure.message(registry, provisioned, e, lookup.answers()), e);
        }
    }

    /** Tries the configured credentials; empty if there are none or the registry refuses them. */
    private Optional<OpenRegistry> declared(
            StepContext context,
            RegistryAccess access,
            Credentials credentials,
            List<String> answers,
            Optional<Repository> sample)
            throws IOException, InterruptedException {
        try {
            return Optional.of(persistence(access).run(context, false, () -> open(access.as(credentials), sample)));
        } catch (IOException e) {
            if (!LoginFailure.isWrongPassword(e)) {
                throw e;
            }
            context.progress("%s refuses the credentials of %s: logging in by Microsoft Entra"
                    .formatted(access.host(), answers.get(answers.size() - 1)));
            return Optional.empty();
        }
    }

    private OpenRegistry live(
            StepContext context, RegistryAccess access, ProvisionedRegistry provisioned, Optional<Repository> sample)
            throws IOException, StepException, InterruptedException {
        AzureSession session = azure.session();
        TokenExchange exchange = new TokenExchange(
                registries(),
                access.host(),
                access.tls(),
                provisioned.tenant(),
                () -> session.login().token(session.options().cloud().registryScope()));
        Persistence persistence = persistence(access);
        RefreshTokens tokens = new RefreshTokens(exchange::refreshToken, clock);
        return persistence.run(context, true, () -> open(access.as(tokens), sample));
    }

    /** Returns a client once the registry has confirmed the permission to push. */
    private OpenRegistry open(RegistryAccess access, Optional<Repository> sample) throws IOException {
        RegistryClient client = registries().client(access);
        if (access.live().isPresent()) {
            // This comes first: the exchange tells whether the registry exists and whether it accepts the identity.
            access.live().get().current();
        }
        client.checkAccess();
        if (sample.isPresent()) {
            client.checkPush(sample.get());
        }
        return new OpenRegistry.Remote(client, Optional.empty());
    }

    private Persistence persistence(RegistryAccess access) {
        return new Persistence(access.host(), pause, clock);
    }

    private Registries registries() {
        return azure.request().registries();
    }

    /** Returns the repository of one of the model's images. */
    private static Optional<Repository> sample(AppModel model, Registry registry) {
        for (BuiltService service : model.builtServices()) {
            if (model.registryOf(service).equals(Optional.of(registry))) {
                Optional<Repository> name = model.imageName(service)
                        .filter(image -> image.host().isEmpty())
                        .map(image -> image.path());
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }
}
