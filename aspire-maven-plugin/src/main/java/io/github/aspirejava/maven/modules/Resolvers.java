package io.github.aspirejava.maven.modules;

import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Maven's own resolvers.
 *
 * @param ofModules resolves the class paths of modules of the build
 * @param ofArtifacts resolves artifacts of repositories and their class paths
 */
public record Resolvers(ProjectDependenciesResolver ofModules, RepositorySystem ofArtifacts) {}
