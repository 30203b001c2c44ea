package io.github.aspirejava.azure.settings;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AzureSettings;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.settings.Setting.Found;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the Azure options: a property overrides the POM, which overrides the environment, which overrides the values
 * remembered from the last run.
 */
public final class OptionsReader {
    private static final Setting SUBSCRIPTION =
            Setting.of("subscription", "Azure__SubscriptionId", "AZURE_SUBSCRIPTION_ID");
    private static final Setting LOCATION = Setting.of("location", "Azure__Location", "AZURE_LOCATION");
    private static final Setting RESOURCE_GROUP =
            Setting.of("resourceGroup", "Azure__ResourceGroup", "AZURE_RESOURCE_GROUP");
    private static final Setting TENANT = Setting.of("tenant", "Azure__TenantId", "AZURE_TENANT_ID");
    private static final Setting CREDENTIAL = Setting.of("credential");
    private static final Setting CLOUD = Setting.of("cloud");
    private static final Setting ENVIRONMENT = Setting.property("aspire.environment", "ASPIRE_ENVIRONMENT");

    private static final Pattern SUBSCRIPTION_ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** The pattern of a group's name. See "Naming rules and restrictions for Azure resources". */
    private static final Pattern GROUP_NAME = Pattern.compile("[-\\w._()]{0,89}[-\\w_()]");

    private static final Pattern LOCATION_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 ]+");
    private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

    private final AzureSettings declared;
    private final Function<String, Optional<String>> properties;
    private final Map<String, String> environment;
    private final Path baseDirectory;
    private final String application;
    private final Remembered remembered;
    private final List<String> problems = new ArrayList<>();

    private OptionsReader(AddOnContext request, Remembered remembered) {
        this.remembered = remembered;
        this.declared = request.model().settings().azure();
        this.properties = request.property();
        this.environment = request.environment();
        this.baseDirectory = request.baseDirectory();
        this.application = request.application();
    }

    /**
     * Reads all options.
     *
     * @throws StepException if one is missing or invalid; the message names all of them
     */
    public static AzureOptions read(AddOnContext request, Remembered remembered) throws StepException {
        return new OptionsReader(request, remembered).read();
    }

    /**
     * Returns the deployment environment: the property {@code aspire.environment} or the environment's
     * {@code ASPIRE_ENVIRONMENT}, else {@code production}.
     *
     * @throws StepException if it is not a valid name
     */
    public static String environment(AddOnContext request) throws StepException {
        OptionsReader reader = new OptionsReader(request, Remembered.NOTHING);
        String name = reader.environmentName();
        if (!reader.problems.isEmpty()) {
            throw new StepException(String.join("\n", reader.problems));
        }
        return name;
    }

    private AzureOptions read() throws StepException {
        String purpose = environmentName();
        String subscription = required(
                SUBSCRIPTION,
                declared.subscription(),
                remembered.subscription(),
                SUBSCRIPTION_ID,
                "the id of a subscription");
        // Remembered values of another subscription do not apply.
        boolean same =
                remembered.subscription().filter(subscription::equalsIgnoreCase).isPresent();
        Remembered place = same ? remembered : Remembered.NOTHING;
        AzureOptions options = AzureOptions.of(
                        subscription,
                        location(place.location()),
                        resourceGroup(purpose, place.resourceGroup()),
                        credential(),
                        new EndpointsReader(properties, baseDirectory, problems).read(cloud()))
                .application(application)
                .environment(purpose)
                .tenant(find(TENANT, declared.tenant()).map(Found::value))
                .build();
        if (!problems.isEmpty()) {
            throw new StepException(String.join("\n", problems));
        }
        return options;
    }

    private Optional<Found> find(Setting setting, Optional<Text> text) {
        return find(setting, text, Optional.empty());
    }

    private Optional<Found> find(Setting setting, Optional<Text> text, Optional<String> last) {
        return setting.find(properties, text, environment, last);
    }

    private String required(
            Setting setting, Optional<Text> text, Optional<String> last, Pattern form, String formText) {
        Optional<Found> found = find(setting, text, last);
        if (found.isEmpty()) {
            problems.add("Azure needs %s, and none is set: %s.".formatted(formText, setting.remedy()));
            return "";
        }
        if (!form.matcher(found.get().value()).matches()) {
            problems.add("%s is '%s', which is not %s. %s."
                    .formatted(found.get().where(), found.get().value(), formText, capitalized(setting.remedy())));
        }
        return found.get().value();
    }

    private String location(Optional<String> last) {
        return normalized(required(LOCATION, declared.location(), last, LOCATION_NAME, "the name of a location"));
    }

    /** Returns a location's name in the short form: {@code West Europe} is {@code westeurope}. */
    public static String normalized(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private String environmentName() {
        Optional<Found> found = find(ENVIRONMENT, Optional.empty());
        if (found.isEmpty()) {
            return "production";
        }
        String name = found.get().value().toLowerCase(Locale.ROOT);
        if (!ENVIRONMENT_NAME.matcher(name).matches()) {
            problems.add("%s is '%s', which is no name for an environment. Write letters, digits and hyphens."
                    .formatted(found.get().where(), found.get().value()));
        }
        return name;
    }

    private String resourceGroup(String purpose, Optional<String> last) {
        if (find(RESOURCE_GROUP, declared.resourceGroup(), last).isPresent()) {
            return required(
                    RESOURCE_GROUP,
                    declared.resourceGroup(),
                    last,
                    GROUP_NAME,
                    "the name of a resource group: up to 90 letters, digits, hyphens, underscores, periods and parentheses, without a period at the end");
        }
        String stem = application.replaceAll("[^-\\w.]", "-");
        return "rg-aspire-%s-%s".formatted(stem.substring(0, Math.min(stem.length(), 45)), purpose);
    }

    private CredentialKind credential() {
        return find(CREDENTIAL, declared.credential())
                .map(found -> CredentialKind.of(found.value()).orElseGet(() -> {
                    reportUnknown(found, Stream.of(CredentialKind.values()).map(CredentialKind::text));
                    return CredentialKind.AUTO;
                }))
                .orElse(CredentialKind.AUTO);
    }

    private Cloud cloud() {
        return find(CLOUD, declared.cloud())
                .map(found -> Cloud.of(found.value()).orElseGet(() -> {
                    reportUnknown(found, Stream.of(Cloud.values()).map(Cloud::text));
                    return Cloud.PUBLIC;
                }))
                .orElse(Cloud.PUBLIC);
    }

    private void reportUnknown(Found found, Stream<String> known) {
        problems.add("%s is '%s'. Write one of %s."
                .formatted(found.where(), found.value(), known.collect(Collectors.joining(", "))));
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
