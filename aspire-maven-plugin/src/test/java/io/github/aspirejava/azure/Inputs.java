package io.github.aspirejava.azure;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.Mirrors;
import io.github.aspirejava.registry.ModelAccess;
import java.nio.file.Path;

/** The inputs of builds that an {@link AddOnContext} carries; no step of Azure's reads them. */
final class Inputs {
    private static final Path LAYERS = Path.of("target", "layers-of-azure-tests");

    private Inputs() {}

    static BuildInputs in(Path directory, Registries registries, ModelAccess access) {
        try {
            return new BuildInputs(
                    new BaseImages(registries, access, Mirrors.NONE, directory),
                    LayerCache.open(LAYERS),
                    OutputTimes.NONE);
        } catch (CacheException e) {
            throw new IllegalStateException(e);
        }
    }
}
