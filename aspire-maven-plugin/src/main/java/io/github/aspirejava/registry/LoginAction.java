package io.github.aspirejava.registry;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryClient;
import io.github.aspirejava.oci.registry.RegistryException;
import io.github.aspirejava.result.OpenRegistry;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Logs in to a registry, or opens an image layout, before the images for it are built: so a wrong password, and a
 * missing permission to push, are reported early.
 */
public final class LoginAction implements StepAction {
    private final AppModel model;
    private final Registries registries;
    private final ModelAccess access;
    private final Path baseDirectory;

    /**
     * Creates the action for one model.
     *
     * @param baseDirectory the directory that the paths of image layouts start from
     */
    public LoginAction(AppModel model, Registries registries, ModelAccess access, Path baseDirectory) {
        this.model = model;
        this.registries = registries;
        this.access = access;
        this.baseDirectory = baseDirectory;
    }

    @Override
    public OpenRegistry run(StepContext context) throws StepException {
        Registry registry = context.step().resource(model, Registry.class);
        try {
            if (registry instanceof OciLayout layout) {
                return open(layout);
            }
            return logIn((ContainerRegistry) registry);
        } catch (IOException e) {
            throw StepException.at(registry.origin(), e);
        }
    }

    private OpenRegistry logIn(ContainerRegistry registry) throws IOException, StepException {
        RegistryClient client = registries.client(access.of(registry));
        Optional<Repository> repository =
                registry.repository().map(Text::require).map(Repository::new);
        OpenRegistry.Remote remote = new OpenRegistry.Remote(client, repository);
        try {
            List<Repository> samples = oneOfEachNamespace(registry, remote);
            if (samples.isEmpty()) {
                client.checkAccess();
            }
            for (Repository sample : samples) {
                client.checkPush(sample);
            }
        } catch (RegistryException e) {
            if (e.status() == 401 || e.status() == 403) {
                throw new IOException(
                        "%s Credentials were looked for in: %s."
                                .formatted(
                                        e.getMessage(),
                                        String.join(
                                                "; ",
                                                access.credentials(registry).answers())),
                        e);
            }
            throw e;
        }
        return remote;
    }

    /**
     * Returns a repository of each namespace that images are pushed to: registries grant permissions for namespaces, as
     * a rule.
     */
    private List<Repository> oneOfEachNamespace(ContainerRegistry registry, OpenRegistry.Remote remote) {
        Map<String, Repository> samples = new TreeMap<>();
        for (Service service : model.pushedServices()) {
            if (model.registryOf(service).equals(Optional.of(registry))) {
                model.imageName(service)
                        .filter(name -> name.host().isEmpty())
                        .map(name -> remote.place(name.path()))
                        .ifPresent(place -> samples.putIfAbsent(namespace(place), place));
            }
        }
        return List.copyOf(samples.values());
    }

    private static String namespace(Repository repository) {
        return repository.path().substring(0, Math.max(0, repository.path().lastIndexOf('/')));
    }

    private OpenRegistry open(OciLayout layout) throws IOException {
        Path directory = baseDirectory.resolve(layout.directory().require());
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IOException(
                    "The image layout %s cannot be created: %s. Write another <directory>."
                            .formatted(directory, Files.exists(directory) ? "it is a file" : e.getMessage()),
                    e);
        }
        if (!Files.isWritable(directory)) {
            throw new IOException(
                    "The image layout %s cannot be written to. Write another <directory>, or change its owner."
                            .formatted(directory));
        }
        return new OpenRegistry.Layout(new LayoutDirectory(directory));
    }
}
