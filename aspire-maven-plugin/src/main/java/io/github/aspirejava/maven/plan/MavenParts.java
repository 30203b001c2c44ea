package io.github.aspirejava.maven.plan;

import io.github.aspirejava.maven.modules.Resolvers;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * The components of Maven that a pipeline needs.
 *
 * @param dependencies resolves the class paths of modules
 * @param repositories resolves artifacts and their class paths
 * @param plugin the {@code groupId:artifactId:version} of this plugin
 * @param log receives every HTTP exchange, with {@code -X}
 */
public record MavenParts(
        ProjectDependenciesResolver dependencies,
        RepositorySystem repositories,
        SettingsDecrypter decrypter,
        String plugin,
        Log log) {
    public Resolvers resolvers() {
        return new Resolvers(dependencies, repositories);
    }
}
