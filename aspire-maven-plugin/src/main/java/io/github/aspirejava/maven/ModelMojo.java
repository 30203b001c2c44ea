package io.github.aspirejava.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The elements of the model, as far as Maven has to know them: without a parameter of its name an element is called
 * unknown. They are read where their positions can be had, from the POM itself.
 */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and nobody reads them here
abstract class ModelMojo extends AbstractMojo {
    /** The named inputs of the model: {@code <parameter>} elements with name, value, secret and description. */
    @Parameter
    private PlexusConfiguration parameters;

    /**
     * Where images are pushed to: {@code <containerRegistry>}, {@code <azureContainerRegistry>} and {@code <ociLayout>}
     * elements.
     */
    @Parameter
    private PlexusConfiguration registries;

    /** What services run in: {@code <azureContainerApps>} and {@code <azureAppService>} elements. */
    @Parameter
    private PlexusConfiguration environments;

    /**
     * What images are made of: {@code <javaApp>}, {@code <dockerfile>}, {@code <viteApp>} and {@code <container>}
     * elements.
     */
    @Parameter
    private PlexusConfiguration services;

    /**
     * When tags move: {@code independent} (the default), each image's as soon as it is uploaded, or {@code together}.
     * {@code -Daspire.release} beats it.
     */
    @Parameter(property = "aspire.release")
    private PlexusConfiguration release;

    /**
     * How jars are spread over layers: {@code shared} by all services (the default), or by each {@code service}.
     * {@code -Daspire.layering} beats it.
     */
    @Parameter(property = "aspire.layering")
    private PlexusConfiguration layering;

    /** How many steps run at once; 8 by default. {@code -Daspire.parallelism} beats it. */
    @Parameter(property = "aspire.parallelism")
    private PlexusConfiguration parallelism;

    /** Whether the first failure cancels everything else; false by default. {@code -Daspire.failFast} beats it. */
    @Parameter(property = "aspire.failFast")
    private PlexusConfiguration failFast;

    /**
     * How many requests one registry gets at the same time; 5 by default. {@code -Daspire.connectionsPerRegistry} beats
     * it.
     */
    @Parameter(property = "aspire.connectionsPerRegistry")
    private PlexusConfiguration connectionsPerRegistry;

    /**
     * After how many seconds a registry that cannot be connected to is given up; 10 by default.
     * {@code -Daspire.connectTimeout} beats it.
     */
    @Parameter(property = "aspire.connectTimeout")
    private PlexusConfiguration connectTimeout;

    /**
     * After how many seconds without a byte a registry is given up; 60 by default. {@code -Daspire.idleTimeout} beats
     * it.
     */
    @Parameter(property = "aspire.idleTimeout")
    private PlexusConfiguration idleTimeout;

    /**
     * Where in Azure things are put, and by whom: subscription, location, resourceGroup, tenant, credential and cloud.
     */
    @Parameter
    private PlexusConfiguration azure;
}
