package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.process.Variables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The environment of package managers and build tools: that of Maven without the credentials of this plugin and of the
 * CI server, which the scripts of every dependency could read. A variable that the configuration of the package manager
 * refers to stays: the token of a private feed.
 */
final class ToolVariables {
    private static final Pattern CREDENTIAL = Pattern.compile(
            "ASPIRE_REGISTRY_.*|PARAMETERS__.*|AZURE_.*(?:SECRET|PASSWORD|TOKEN)|DOCKER_AUTH_CONFIG|ACTIONS_.*(?:TOKEN|TOKEN_URL)|SYSTEM_ACCESSTOKEN|CI_JOB_TOKEN|CI_JOB_JWT.*|CI_REGISTRY_PASSWORD|CI_DEPLOY_PASSWORD|GITHUB_TOKEN",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> CONFIGURATIONS = List.of(".npmrc", ".yarnrc", ".yarnrc.yml", "bunfig.toml");

    private ToolVariables() {}

    /** Returns the variables for a program in {@code directory}. */
    static Variables of(Map<String, String> environment, Path directory) {
        String configuration = configuration(directory);
        Set<String> left = new TreeSet<>();
        for (String name : environment.keySet()) {
            boolean used = configuration.contains("${" + name) || configuration.contains("$" + name);
            if (CREDENTIAL.matcher(name).matches() && !used) {
                left.add(name);
            }
        }
        return new Variables(environment).without(left);
    }

    private static String configuration(Path directory) {
        StringBuilder text = new StringBuilder();
        for (String name : CONFIGURATIONS) {
            try {
                Path file = directory.resolve(name);
                if (Files.isRegularFile(file)) {
                    text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                            .append('\n');
                }
            } catch (IOException e) {
                // The package manager reports a configuration that cannot be read.
            }
        }
        return text.toString();
    }
}
