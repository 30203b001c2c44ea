package io.github.aspirejava.maven.pom;

import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The configuration of an execution that a build does not read, because it reads that of another.
 *
 * @param execution the execution's id
 * @param read what is read instead, as people call it
 */
public record UnreadConfiguration(Xpp3Dom configuration, String execution, String read) {}
