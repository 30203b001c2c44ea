package io.github.aspirejava.builder.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolVariablesTest {
    private static final Map<String, String> MAVENS = Map.of(
            "PATH", "/bin",
            "ASPIRE_REGISTRY_GHCR_PASSWORD", "a",
            "Parameters__token", "b",
            "AZURE_CLIENT_SECRET", "c",
            "AZURE_TENANT_ID", "d",
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "e",
            "SYSTEM_ACCESSTOKEN", "f",
            "CI_JOB_TOKEN", "g");

    @TempDir
    Path directory;

    @Test
    void leavesOutCredentialsThatOnlyThisPluginNeeds() {
        assertThat(ToolVariables.of(MAVENS, directory).values().keySet())
                .containsExactlyInAnyOrder("PATH", "AZURE_TENANT_ID");
    }

    @Test
    void keepsTheTokenThatTheConfigurationOfThePackageManagerRefersTo() throws IOException {
        Files.writeString(directory.resolve(".npmrc"), "//npm.example/:_authToken=${CI_JOB_TOKEN}\n");

        assertThat(ToolVariables.of(MAVENS, directory).values()).containsEntry("CI_JOB_TOKEN", "g");
    }
}
