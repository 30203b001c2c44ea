package io.github.aspirejava.maven;

import io.github.aspirejava.maven.console.FilteredLog;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The elements of the model as parameters of a goal, because Maven reports an element without a parameter as unknown.
 * The model is not read from here but from the POM itself, where positions are known.
 */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and nothing reads them here
abstract class ModelMojo extends AbstractMojo {
    /** The named inputs of the model: {@code <parameter>} elements with name, value, secret and description. */
    @Parameter
    private PlexusConfiguration parameters;

    /**
     * The registries that images are pushed to: {@code <containerRegistry>}, {@code <azureContainerRegistry>} and
     * {@code <ociLayout>} elements.
     */
    @Parameter
    private PlexusConfiguration registries;

    /**
     * The environments that services run in: {@code <azureContainerApps>}, {@code <azureAppService>} and
     * {@code <dockerCompose>} elements.
     */
    @Parameter
    private PlexusConfiguration environments;

    /**
     * The services, which images are built from: {@code <javaApp>}, {@code <dockerfile>}, {@code <viteApp>} and
     * {@code <container>} elements.
     */
    @Parameter
    private PlexusConfiguration services;

    /**
     * The time at which tags move: {@code independent} (the default), each image's as soon as it is uploaded, or
     * {@code together}. {@code -Daspire.release} overrides it.
     */
    @Parameter(property = "aspire.release")
    private PlexusConfiguration release;

    /**
     * The distribution of jars over layers: {@code shared} by all services (the default), or by each {@code service}.
     * {@code -Daspire.layering} overrides it.
     */
    @Parameter(property = "aspire.layering")
    private PlexusConfiguration layering;

    /** The number of steps that run at once; 8 by default. {@code -Daspire.parallelism} overrides it. */
    @Parameter(property = "aspire.parallelism")
    private PlexusConfiguration parallelism;

    /** Whether the first failure cancels everything else; false by default. {@code -Daspire.failFast} overrides it. */
    @Parameter(property = "aspire.failFast")
    private PlexusConfiguration failFast;

    /**
     * The number of concurrent requests to one registry; 5 by default. {@code -Daspire.connectionsPerRegistry}
     * overrides it.
     */
    @Parameter(property = "aspire.connectionsPerRegistry")
    private PlexusConfiguration connectionsPerRegistry;

    /**
     * The time limit for connecting to a registry, in seconds; 10 by default. {@code -Daspire.connectTimeout} overrides
     * it.
     */
    @Parameter(property = "aspire.connectTimeout")
    private PlexusConfiguration connectTimeout;

    /**
     * The number of seconds without a byte after which a request to a registry is aborted; 60 by default.
     * {@code -Daspire.idleTimeout} overrides it.
     */
    @Parameter(property = "aspire.idleTimeout")
    private PlexusConfiguration idleTimeout;

    /** The target and the login in Azure: subscription, location, resourceGroup, tenant, credential and cloud. */
    @Parameter
    private PlexusConfiguration azure;

    /** Returns Maven's log behind the filter for foreign text. */
    @Override
    public Log getLog() {
        return new FilteredLog(super.getLog());
    }
}
