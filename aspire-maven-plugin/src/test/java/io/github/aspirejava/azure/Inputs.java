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

/** The inputs of builds that an {@link AddOnContext} carries, below a directory of a test. */
final class Inputs {
    private Inputs() {}

    static BuildInputs in(Path directory, Registries registries, ModelAccess access) {
        try {
            return new BuildInputs(
                    new BaseImages(registries, access, Mirrors.NONE, directory),
                    LayerCache.open(directory.resolve("layers")),
                    OutputTimes.NONE);
        } catch (CacheException e) {
            throw new IllegalStateException(e);
        }
    }
}
