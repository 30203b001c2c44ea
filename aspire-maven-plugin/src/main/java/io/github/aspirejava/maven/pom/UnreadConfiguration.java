package io.github.aspirejava.maven.pom;

import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The configuration of an execution that this build ignores, because it reads that of another execution.
 *
 * @param execution the id of the execution
 * @param read a description of the configuration that is read instead, for messages
 */
public record UnreadConfiguration(Xpp3Dom configuration, String execution, String read) {}
