package io.github.aspirejava.build;

import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.oci.layout.LayoutReference;
import io.github.aspirejava.oci.registry.Mirrors;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds where a base image is read from: a registry or its mirror, an image layout on disk, or nowhere. */
public final class BaseImages {
    private final Registries registries;
    private final CredentialChain credentials;
    private final Mirrors mirrors;
    private final Path baseDirectory;

    /**
     * The base images of one session.
     *
     * @param baseDirectory what the paths of image layouts start from
     */
    public BaseImages(Registries registries, CredentialChain credentials, Mirrors mirrors, Path baseDirectory) {
        this.registries = registries;
        this.credentials = credentials;
        this.mirrors = mirrors;
        this.baseDirectory = baseDirectory;
    }

    /**
     * The base image that a model names: a reference, {@code oci:PATH[:NAME]} or {@code scratch}.
     *
     * @throws BaseImageException if there is no such image layout
     */
    public BaseImage find(String name) throws BaseImageException {
        if (name.equals("scratch")) {
            return new BaseImage.Scratch();
        }
        if (LayoutReference.isLayout(name)) {
            return layout(name);
        }
        ImageReference reference = mirrors.apply(ImageReference.parse(name));
        RegistryAccess access = new RegistryAccess(
                reference.host(),
                credentials.find(reference.host(), reference.host().toString()).credentials(),
                false,
                Optional.empty());
        return new BaseImage.Existing(
                registries.client(access).repository(reference.repository()),
                reference.selector(),
                reference.toString());
    }

    private BaseImage layout(String name) throws BaseImageException {
        try {
            LayoutReference reference = LayoutReference.parse(name, baseDirectory);
            String digest = reference.manifest().descriptor().digest().toString();
            return new BaseImage.Existing(new LayoutDirectory(reference.directory()), digest, reference.toString());
        } catch (IOException | IllegalArgumentException e) {
            throw new BaseImageException(
                    "The base image %s cannot be read: %s".formatted(name, ImageBuildException.reason(e)), e);
        }
    }
}
