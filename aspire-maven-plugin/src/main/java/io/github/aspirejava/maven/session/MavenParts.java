package io.github.aspirejava.maven.session;

import io.github.aspirejava.maven.rooms.RoomLibraries;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The components of Maven that a pipeline needs.
 *
 * @param libraries those of the rooms that only some models need
 * @param log hears of every HTTP exchange, with {@code -X}
 */
public record MavenParts(
        ProjectDependenciesResolver dependencies, SettingsDecrypter decrypter, RoomLibraries libraries, Log log) {}
