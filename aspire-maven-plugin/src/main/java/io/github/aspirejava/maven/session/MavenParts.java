package io.github.aspirejava.maven.session;

import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The components of Maven that a pipeline needs.
 *
 * @param log hears of every HTTP exchange, with {@code -X}
 */
public record MavenParts(ProjectDependenciesResolver dependencies, SettingsDecrypter decrypter, Log log) {}
