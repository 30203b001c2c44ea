package io.github.aspirejava.registry;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.concurrent.Subtasks;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryClient;
import io.github.aspirejava.oci.registry.RegistryException;
import io.github.aspirejava.result.OpenRegistry;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Logs in to a registry, or opens an image layout, before the images for it are built: so a wrong password, and a
 * missing permission to push, are reported early.
 */
public final class LoginAction implements StepAction {
    private static final int NOT_FOUND = 404;

    private final AppModel model;
    private final Registries registries;
    private final ModelAccess access;
    private final Path baseDirectory;
    private final boolean probing;

    /**
     * Creates the action for one model.
     *
     * @param baseDirectory the directory that the paths of image layouts start from
     */
    public LoginAction(AppModel model, Registries registries, ModelAccess access, Path baseDirectory) {
        this(model, registries, access, baseDirectory, true);
    }

    /**
     * Creates the action for one model; {@code probing} tells whether an upload is opened, and taken back, in each
     * repository.
     */
    public LoginAction(AppModel model, Registries registries, ModelAccess access, Path baseDirectory, boolean probing) {
        this.probing = probing;
        this.model = model;
        this.registries = registries;
        this.access = access;
        this.baseDirectory = baseDirectory;
    }

    @Override
    public OpenRegistry run(StepContext context) throws StepException, InterruptedException {
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

    private OpenRegistry logIn(ContainerRegistry registry) throws IOException, StepException, InterruptedException {
        RegistryClient client = registries.client(access.of(registry));
        OpenRegistry.Remote remote = new OpenRegistry.Remote(client, registry.path());
        try {
            List<Repository> repositories = probing ? repositories(registry, remote) : List.of();
            if (repositories.isEmpty()) {
                client.checkAccess();
            } else {
                probe(client, repositories);
            }
        } catch (RegistryException e) {
            if (e.status() == 401 || e.status() == 403) {
                throw new FilteredException(
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
     * Probes a repository and, where rights or existence are those of single repositories, all others. One that has to
     * be made first is reported with all others that are missing; any other refusal at once.
     */
    private static void probe(RegistryClient client, List<Repository> repositories)
            throws IOException, InterruptedException {
        List<Optional<RegistryException>> refusals = new ArrayList<>();
        refusals.add(missing(client, repositories.get(0)));
        if (refusals.get(0).isPresent() || client.isPerRepository()) {
            List<Repository> others = repositories.subList(1, repositories.size());
            refusals.addAll(Subtasks.map(others, repository -> missing(client, repository)));
        }
        List<RegistryException> missing =
                refusals.stream().flatMap(Optional::stream).toList();
        if (missing.size() == 1) {
            throw missing.get(0);
        }
        if (!missing.isEmpty()) {
            throw new FilteredException(
                    missing.stream().map(Throwable::getMessage).collect(Collectors.joining(" ")));
        }
    }

    private static Optional<RegistryException> missing(RegistryClient client, Repository repository)
            throws IOException {
        try {
            client.checkPush(repository);
            return Optional.empty();
        } catch (RegistryException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return Optional.of(e);
        }
    }

    /** Returns the repositories that images are pushed to. */
    private List<Repository> repositories(ContainerRegistry registry, OpenRegistry.Remote remote) {
        return model.pushedServices().stream()
                .filter(service -> model.registryOf(service).equals(Optional.of(registry)))
                .flatMap(service -> model.imageName(service).stream())
                .filter(name -> name.host().isEmpty())
                .map(name -> remote.place(name.path()))
                .distinct()
                .sorted(Comparator.comparing(Repository::path))
                .toList();
    }

    private OpenRegistry open(OciLayout layout) throws IOException {
        Path directory = baseDirectory.resolve(layout.directory().require());
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new FilteredException(
                    "The image layout %s cannot be created: %s. Write another <directory>."
                            .formatted(directory, Files.exists(directory) ? "it is a file" : e.getMessage()),
                    e);
        }
        if (!Files.isWritable(directory)) {
            throw new FilteredException(
                    "The image layout %s cannot be written to. Write another <directory>, or change its owner."
                            .formatted(directory));
        }
        return new OpenRegistry.Layout(new LayoutDirectory(directory));
    }
}
