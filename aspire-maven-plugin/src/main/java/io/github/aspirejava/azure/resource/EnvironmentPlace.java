package io.github.aspirejava.azure.resource;

import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.settings.OptionsReader;
import java.util.Locale;

/**
 * Where an environment's resources are, and what they are called: as the environment is in the model, and behind it a
 * hash of the application and that name, as {@link UniqueName} makes it. So two applications can share a resource
 * group, and no name depends on which others there are. An environment that is there already has its own name in Azure.
 */
public record EnvironmentPlace(AzureOptions options, Environment environment) {
    /** The shortest of the longest names that Azure allows: an environment's. See its naming rules. */
    private static final int LONGEST_NAME = 60;

    private static final String DASHBOARD = "dashboard";

    /** Names have to be unique in their resource group only: the hash need not tell groups apart. */
    private static final ArmId ANYWHERE = ArmId.group("", "");

    /** The resource group that the environment is in. */
    public ArmId group() {
        return ArmId.group(
                options.subscription(),
                environment.resourceGroup().map(Text::require).orElse(options.resourceGroup()));
    }

    /** The resource group of what is made: nothing is put beside an environment that is there already. */
    public ArmId ownGroup() {
        return environment.existing() ? ArmId.group(options.subscription(), options.resourceGroup()) : group();
    }

    /** The region, in Azure's short form. */
    public String location() {
        return environment
                .location()
                .map(Text::require)
                .map(OptionsReader::normalized)
                .orElse(options.location());
    }

    /** The environment itself, as a resource of this type. */
    public Placement environmentItself(String type) {
        return placement(group().resource(type, environment.existing() ? environment.name() : name()));
    }

    /** The workspace that its logs go to. */
    public Placement logs() {
        return placement(group().resource(LogsResource.TYPE, name()));
    }

    /** The identity that images are pulled with. */
    public Placement identity() {
        return placement(ownGroup().resource(IdentityResource.TYPE, name()));
    }

    /** The identity of the dashboard of App Service. */
    public Placement dashboardIdentity() {
        return placement(group().resource(IdentityResource.TYPE, name(DASHBOARD, ANYWHERE)));
    }

    /** The site of the dashboard of App Service: sites' names are unique in all of Azure. */
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

    /** Of a part of which a sibling may be called the same: no name of the model has a slash. */
    private String name(String part, ArmId within) {
        String hash = UniqueName.hash(within, options.application(), environment.name() + "/" + part);
        return "%s-%s-%s".formatted(cut(LONGEST_NAME - hash.length() - part.length() - 2), part, hash);
    }

    private String cut(int longest) {
        String name = environment.name().toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), longest)).replaceAll("-$", "");
    }
}
