package io.github.aspirejava.maven.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.addon.AddOn;
import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.Mirrors;
import io.github.aspirejava.registry.ModelAccess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionalAddOnTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void runsTheStepsThatAreSentToIt(OptionalAddOn optional) throws Exception {
        AddOn addOn = Class.forName(optional.className())
                .asSubclass(AddOn.class)
                .getConstructor()
                .newInstance();
        AppModel model = AppModel.of(List.of(), List.of(), List.of(), List.of(), AppSettings.DEFAULT, new Problems());
        Registries registries = new Registries();
        ModelAccess access = new ModelAccess(model, new CredentialChain(List.of()), directory);
        try (LayerCache cache = LayerCache.open(directory.resolve("cache"))) {
            AddOnContext context = AddOnContext.of(
                            model,
                            registries,
                            access,
                            new BuildInputs(
                                    new BaseImages(registries, access, Mirrors.NONE, directory),
                                    cache,
                                    OutputTimes.NONE))
                    .application("shop")
                    .baseDirectory(directory)
                    .outputDirectory(directory)
                    .cache(directory.resolve("cache"))
                    .build();

            assertThat(addOn.actions(context)).containsOnlyKeys(optional.kinds());
        }
    }
}
