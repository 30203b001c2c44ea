package io.github.aspirejava.maven.modules;

import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Maven's own resolvers.
 *
 * @param ofModules for what modules of the build run with
 * @param ofArtifacts for artifacts of repositories and what they run with
 */
public record Resolvers(ProjectDependenciesResolver ofModules, RepositorySystem ofArtifacts) {}
