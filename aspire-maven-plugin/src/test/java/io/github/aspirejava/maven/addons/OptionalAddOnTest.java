package io.github.aspirejava.maven.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.azure.AzureAddOn;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionalAddOnTest {
    @Test
    void azuresRoomDoesTheStepsThatAreSentToIt() throws InvalidModelException {
        AppModel model = AppModel.of(List.of(), List.of(), List.of(), List.of(), AppSettings.DEFAULT, new Problems());
        Path directory = Path.of("target");
        AddOnContext request = new AddOnContext(
                model,
                "shop",
                directory,
                directory,
                directory,
                name -> Optional.empty(),
                Map.of(),
                HttpSettings.DEFAULT,
                new Registries(),
                new ModelAccess(model, new CredentialChain(List.of()), directory));

        assertThat(new AzureAddOn().actions(request)).containsOnlyKeys(OptionalAddOn.AZURE.kinds());
    }
}
