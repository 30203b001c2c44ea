package io.github.aspirejava.maven.session;

import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The components of Maven that a pipeline needs. */
public record MavenParts(ProjectDependenciesResolver dependencies, SettingsDecrypter decrypter) {}
