package io.github.aspirejava.maven.pom;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What a module's own POM configures the plugin with, and nothing that it inherits.
 *
 * @param configuration one of its configurations: of the plugin, or of an execution
 * @param pom the POM
 * @param module how services name the module; empty if it has no jar that they could be made from
 * @param version of the module
 * @param evaluator evaluates Maven's expressions in the module; what it cannot evaluate it leaves
 */
public record ModuleConfiguration(
        Xpp3Dom configuration, Path pom, String module, String version, UnaryOperator<String> evaluator) {}
