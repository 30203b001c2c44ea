package io.github.aspirejava.builder.image;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.oci.layout.LayoutReference;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryClient;
import io.github.aspirejava.registry.Mirrors;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Finds the source of a base image: a registry or its mirror, an image layout on disk, or none for scratch. */
public final class BaseImages {
    private final Registries registries;
    private final ModelAccess access;
    private final Mirrors mirrors;
    private final Path baseDirectory;
    private final ConcurrentMap<String, BaseImage> found = new ConcurrentHashMap<>();

    /**
     * Creates the base images of one session.
     *
     * @param baseDirectory the directory that the paths of image layouts start from
     */
    public BaseImages(Registries registries, ModelAccess access, Mirrors mirrors, Path baseDirectory) {
        this.registries = registries;
        this.access = access;
        this.mirrors = mirrors;
        this.baseDirectory = baseDirectory;
    }

    /**
     * Returns the base image that a model names: a reference, {@code oci:PATH[:NAME]} or {@code scratch}. The same name
     * gives the same image, of which manifests and configuration are read once.
     *
     * @throws BaseImageException if there is no such image layout
     * @throws StepException if the certificates of its registry cannot be read
     */
    public BaseImage find(String name) throws BaseImageException, StepException {
        BaseImage known = found.get(name);
        if (known != null) {
            return known;
        }
        BaseImage image = look(name);
        BaseImage earlier = found.putIfAbsent(name, image);
        return earlier == null ? image : earlier;
    }

    private BaseImage look(String name) throws BaseImageException, StepException {
        if (name.equals("scratch")) {
            return new BaseImage.Scratch();
        }
        if (LayoutReference.isLayout(name)) {
            return layout(name);
        }
        ImageReference reference = mirrors.apply(ImageReference.parse(name));
        RegistryClient client = registries.client(access.of(reference.host(), reference.repository()));
        return existing(client.repository(reference.repository()), reference.selector(), reference.toString());
    }

    private static BaseImage existing(ImageSource source, String selector, String description) {
        return new BaseImage.Existing(new SharedSource(source), selector, description);
    }

    private BaseImage layout(String name) throws BaseImageException {
        try {
            LayoutReference reference = LayoutReference.parse(name, baseDirectory);
            String digest = reference.manifest().descriptor().digest().toString();
            return existing(new LayoutDirectory(reference.directory()), digest, reference.toString());
        } catch (IOException | IllegalArgumentException e) {
            throw new BaseImageException(
                    "The base image %s cannot be read: %s".formatted(name, ImageBuildException.reason(e)), e);
        }
    }
}
