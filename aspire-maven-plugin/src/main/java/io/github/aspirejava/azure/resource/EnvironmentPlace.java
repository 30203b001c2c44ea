package io.github.aspirejava.azure.resource;

import io.github.aspirejava.app.AzureEnvironment;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.settings.OptionsReader;
import java.util.Locale;

/**
 * The location and the names of an environment's resources: the environment's name in the model, followed by a hash of
 * the application and that name, as {@link UniqueName} builds it. So two applications can share a resource group, and
 * no name depends on the existence of others. An existing environment keeps its own name in Azure.
 */
public record EnvironmentPlace(AzureOptions options, AzureEnvironment environment) {
    /** The shortest of the length limits that Azure sets for these names: an environment's. See its naming rules. */
    private static final int LONGEST_NAME = 60;

    private static final String DASHBOARD = "dashboard";

    /**
     * A constant scope for the hash: names have to be unique in their resource group only, so the hash need not differ
     * between groups.
     */
    private static final ArmId ANYWHERE = ArmId.group("", "");

    /** Returns the resource group that the environment is in. */
    public ArmId group() {
        return ArmId.group(
                options.subscription(),
                environment.resourceGroup().map(Text::require).orElse(options.resourceGroup()));
    }

    /** Returns the resource group of created resources: an existing environment gets none beside it. */
    public ArmId ownGroup() {
        return environment.existing() ? ArmId.group(options.subscription(), options.resourceGroup()) : group();
    }

    /** Returns the region, in Azure's short form. */
    public String location() {
        return environment
                .location()
                .map(Text::require)
                .map(OptionsReader::normalized)
                .orElse(options.location());
    }

    /** Returns the placement of the environment itself, as a resource of this type. */
    public Placement environmentItself(String type) {
        return placement(group().resource(type, environment.existing() ? environment.name() : name()));
    }

    /** Returns the placement of the workspace for its logs. */
    public Placement logs() {
        return placement(group().resource(LogsResource.TYPE, name()));
    }

    /** Returns the placement of the identity that pulls images. */
    public Placement identity() {
        return placement(ownGroup().resource(IdentityResource.TYPE, name()));
    }

    /** Returns the placement of the identity of the App Service dashboard. */
    public Placement dashboardIdentity() {
        return placement(group().resource(IdentityResource.TYPE, name(DASHBOARD, ANYWHERE)));
    }

    /** Returns the placement of the App Service dashboard's site: names of sites are unique in all of Azure. */
    public Placement dashboardSite() {
        return placement(group().resource(DashboardSiteResource.TYPE, name(DASHBOARD, group())));
    }

    private Placement placement(ArmId id) {
        return new Placement(id, location(), Tags.of(options, environment.name()), environment.origin());
    }

    private String name() {
        String hash = UniqueName.hash(ANYWHERE, options.application(), environment.name());
        return cut(LONGEST_NAME - hash.length() - 1) + "-" + hash;
    }

    /**
     * Returns the name of a part that a resource of the model may share its name with: the slash in the hashed text
     * avoids a collision, since no name of the model has one.
     */
    private String name(String part, ArmId within) {
        String hash = UniqueName.hash(within, options.application(), environment.name() + "/" + part);
        return "%s-%s-%s".formatted(cut(LONGEST_NAME - hash.length() - part.length() - 2), part, hash);
    }

    private String cut(int longest) {
        String name = environment.name().toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), longest)).replaceAll("-$", "");
    }
}
