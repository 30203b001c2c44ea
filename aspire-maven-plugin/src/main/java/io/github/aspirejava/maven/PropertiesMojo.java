package io.github.aspirejava.maven;

import org.apache.maven.plugins.annotations.Parameter;

/**
 * The properties that have no element of the configuration, as parameters of a goal, so that {@code aspire:help} and
 * the page of the goal list them. They are not read from here but by name, where they are needed, with the precedence
 * of {@link io.github.aspirejava.maven.pom.BuildProperties}; the model refuses an element of the name of a field.
 */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Maven sets the fields, and nothing reads them here
abstract class PropertiesMojo extends ModelMojo {
    /**
     * The value of the parameter {@code NAME} of the model. A property of the command line or of {@code settings.xml},
     * not an element.
     */
    @Parameter(property = "aspire.parameters.NAME")
    private String parameterValue;

    /**
     * The user name for the registry {@code NAME} of the model, or for a host. The property
     * {@code aspire.registry.NAME.password} is the password. Each is a property of the command line, not an element.
     */
    @Parameter(property = "aspire.registry.NAME.username")
    private String registryUsername;

    /**
     * The tags that replace those of all services, such as {@code v1,latest}. A property of the command line, not an
     * element; in the POM, each service has {@code <tags>}.
     */
    @Parameter(property = "aspire.tags")
    private String allTags;

    /** Whether a login opens an upload, and cancels it, to check the right to push. A property, not an element. */
    @Parameter(property = "aspire.login.probe", defaultValue = "true")
    private boolean loginProbe;

    /**
     * The mirrors that images are read through, such as {@code docker.io=HOST/PATH}, separated by commas; also the
     * environment variable {@code ASPIRE_MIRRORS}. A property, not an element.
     */
    @Parameter(property = "aspire.mirrors")
    private String mirrors;

    /**
     * The directory of the layer cache; {@code $XDG_CACHE_HOME/aspire-maven-plugin} by default, or
     * {@code ~/.cache/aspire-maven-plugin}. A property, not an element.
     */
    @Parameter(property = "aspire.cache")
    private String cache;

    /** The largest number of layers above the base image; 24 by default. A property, not an element. */
    @Parameter(property = "aspire.layers.most")
    private String layersMost;

    /**
     * The size in bytes that a group of jars needs to get a layer of its own; 1000000 by default. A property, not an
     * element.
     */
    @Parameter(property = "aspire.layers.small")
    private String layersSmall;

    /**
     * Whether every built image is loaded into the engine of this machine. A property, not an element of the
     * configuration; a service has {@code <load>}.
     */
    @Parameter(property = "aspire.load", defaultValue = "false")
    private boolean load;

    /**
     * The address of the container engine, such as {@code unix:///run/podman/podman.sock}. A property, not an element.
     */
    @Parameter(property = "aspire.engine.host")
    private String engineHost;

    /**
     * The name of the deployment to Azure, which is part of the names of resources; {@code production} by default. A
     * property, not an element.
     */
    @Parameter(property = "aspire.environment")
    private String environmentName;

    /** The id of the Azure subscription. Overrides {@code <azure><subscription>}. A property, not an element. */
    @Parameter(property = "aspire.azure.subscription")
    private String azureSubscription;

    /**
     * The Azure location, such as {@code westeurope}. Overrides {@code <azure><location>}. A property, not an element.
     */
    @Parameter(property = "aspire.azure.location")
    private String azureLocation;

    /**
     * The Azure resource group, which is created if it does not exist. Overrides {@code <azure><resourceGroup>}. A
     * property, not an element.
     */
    @Parameter(property = "aspire.azure.resourceGroup")
    private String azureResourceGroup;

    /** The Microsoft Entra tenant. Overrides {@code <azure><tenant>}. A property, not an element. */
    @Parameter(property = "aspire.azure.tenant")
    private String azureTenant;

    /**
     * The credential for Azure: {@code auto} (the default), {@code environment}, {@code workload-identity},
     * {@code github-oidc}, {@code azure-pipelines}, {@code azure-cli} or {@code managed-identity}. Overrides
     * {@code <azure><credential>}. A property, not an element.
     */
    @Parameter(property = "aspire.azure.credential")
    private String azureCredential;

    /**
     * The Azure cloud: {@code public} (the default), {@code us-government} or {@code china}. Overrides
     * {@code <azure><cloud>}. A property, not an element.
     */
    @Parameter(property = "aspire.azure.cloud")
    private String azureCloud;

    /** The PEM file with the certificate authorities of a private Azure cloud. A property, not an element. */
    @Parameter(property = "aspire.azure.caFile")
    private String azureCaFile;

    /** The login endpoint of a private Azure cloud. A property, not an element. */
    @Parameter(property = "aspire.azure.endpoint.authority")
    private String azureEndpointAuthority;

    /** The Resource Manager endpoint of a private Azure cloud. A property, not an element. */
    @Parameter(property = "aspire.azure.endpoint.resourceManager")
    private String azureEndpointResourceManager;

    /** The audience of registry tokens in a private Azure cloud. A property, not an element. */
    @Parameter(property = "aspire.azure.endpoint.registryAudience")
    private String azureEndpointRegistryAudience;
}
