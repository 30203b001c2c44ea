package io.github.aspirejava.maven.pom;

import java.nio.file.Path;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A configuration of the plugin in a module's own POM, without inherited configuration.
 *
 * @param configuration the configuration of the plugin or of one of its executions
 * @param pom the POM of the module
 * @param module the name by which services refer to the module; empty if it has no jar that a service could be built
 *     from
 * @param version the version of the module
 * @param expressions the Maven expressions of the module
 */
public record ModuleConfiguration(
        Xpp3Dom configuration, Path pom, String module, String version, Expressions expressions) {}
