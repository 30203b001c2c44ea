package io.github.aspirejava.azure.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.settings.Remembered;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private static final ArmId GROUP = ArmId.group("sub", "rg");
    private static final ArmId REGISTRY = GROUP.resource("Microsoft.ContainerRegistry/registries", "acr1");
    private static final URI OPERATION = URI.create("https://management.azure.com/operations/1?api-version=1");

    @TempDir
    Path directory;

    @Test
    void isForItsOwnerOnlyAndLeavesNothingElse() throws IOException {
        StateFile state = new StateFile(directory, "production");
        state.remember(GROUP, "westeurope");
        state.remember(REGISTRY, "acr", Map.of("loginServer", "acr1.azurecr.io"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path())))
                .isEqualTo("rw-------");
        assertThat(directory.resolve(".aspire/.gitignore")).hasContent("*");
        try (Stream<Path> files = Files.list(directory.resolve(".aspire/azure"))) {
            assertThat(files).containsExactly(state.path());
        }
        assertThat(state.path()).hasContent("""
                {
                  "subscription" : "sub",
                  "resourceGroup" : "rg",
                  "location" : "westeurope",
                  "resources" : {
                    "acr" : {
                      "id" : "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/acr1",
                      "loginServer" : "acr1.azurecr.io"
                    }
                  }
                }
                """);
    }

    @Test
    void remembersAnOperationUntilItHasEnded() {
        new StateFile(directory, "production").begun(REGISTRY, OPERATION);

        StateFile next = new StateFile(directory, "production");
        assertThat(next.operation(REGISTRY)).contains(OPERATION);
        assertThat(next.operation(ArmId.group("SUB", "RG").resource("microsoft.containerregistry/Registries", "ACR1")))
                .contains(OPERATION);
        next.ended(REGISTRY);
        assertThat(new StateFile(directory, "production").operation(REGISTRY)).isEmpty();
    }

    @Test
    void keepsEnvironmentsApartAndForgetsAnotherPlace() {
        StateFile production = new StateFile(directory, "production");
        production.remember(GROUP, "westeurope");
        production.remember(REGISTRY, "acr", Map.of());

        assertThat(new StateFile(directory, "staging").remembered()).isEqualTo(Remembered.NOTHING);
        production.remember(ArmId.group("sub", "other"), "westeurope");
        assertThat(production.path()).content().doesNotContain("acr1");
    }

    @Test
    void failsNothingIfItCannotBeWritten() throws IOException {
        Files.writeString(directory.resolve(".aspire"), "a file where the directory should be");
        StateFile state = new StateFile(directory, "production");
        state.begun(REGISTRY, OPERATION);

        assertThat(state.operation(REGISTRY)).isEmpty();
        assertThat(state.complaint())
                .hasValueSatisfying(complaint -> assertThat(complaint)
                        .contains("production.json cannot be written, so the next run will not know of this one"));
    }
}
