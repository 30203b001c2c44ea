package io.github.aspirejava.app;

import io.github.aspirejava.app.AzureContainerRegistry.Sku;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Rejects values that Azure would refuse, before any request is sent. */
final class AzureRules {
    /** The form of registry names; see the pattern in Azure's API specifications. */
    private static final Pattern REGISTRY_NAME = Pattern.compile("[A-Za-z0-9]{5,50}");

    private static final Pattern AGE = Pattern.compile("(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?");
    private static final Pattern FILTER = Pattern.compile("[^\\s'\":]+:[^\\s'\"]+");

    private final Problems problems;

    AzureRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        Map<String, AzureContainerRegistry> names = new HashMap<>();
        for (Registry registry : model.registries()) {
            if (registry instanceof AzureContainerRegistry azure) {
                checkName(azure, names);
                checkFeatures(azure);
                checkExisting(azure);
                azure.purge().ifPresent(this::checkPurge);
            }
        }
    }

    private void checkName(AzureContainerRegistry registry, Map<String, AzureContainerRegistry> names) {
        Optional<String> name = registry.registryName().flatMap(Text::value);
        if (name.isEmpty()) {
            return;
        }
        Text text = registry.registryName().get();
        if (!REGISTRY_NAME.matcher(name.get()).matches()) {
            problems.add(
                    text,
                    "'%s' is not a valid name for a registry in Azure".formatted(shown(text)),
                    "Write 5 to 50 letters and digits, without hyphens");
        }
        AzureContainerRegistry first = names.putIfAbsent(name.get().toLowerCase(Locale.ROOT), registry);
        if (first != null) {
            problems.add(
                    text.origin(),
                    "Registries '%s' and '%s' are both '%s' in Azure".formatted(first.name(), registry.name(), text),
                    "Remove one of them, or write another <registryName>");
        }
    }

    private void checkFeatures(AzureContainerRegistry registry) {
        new TreeMap<>(registry.features().asked()).forEach((feature, origin) -> {
            if (registry.sku().compareTo(feature.least()) < 0) {
                problems.add(
                        origin,
                        "<%s> needs the SKU %s, and registry '%s' is %s"
                                .formatted(
                                        feature.element(),
                                        text(feature.least()),
                                        registry.name(),
                                        text(registry.sku())),
                        "Write <sku>%s</sku> into it, or remove <%s>"
                                .formatted(text(feature.least()), feature.element()));
            }
        });
    }

    private void checkExisting(AzureContainerRegistry registry) {
        if (!registry.existing()) {
            return;
        }
        if (registry.registryName().isEmpty()) {
            problems.add(
                    registry.origin(),
                    "Registry '%s' is an existing one, and has no name in Azure".formatted(registry.name()),
                    "Write <registryName>…</registryName> into it");
        }
        if (registry.purge().isPresent() || !registry.features().asked().isEmpty()) {
            problems.add(
                    registry.origin(),
                    "Registry '%s' is an existing one, and existing registries are never changed"
                            .formatted(registry.name()),
                    "Remove <existing>, or <purge> and the features");
        }
    }

    private void checkPurge(PurgeSchedule purge) {
        checkSchedule(purge.schedule());
        check(purge.ago(), AGE, "an age", "Write days, hours and minutes, as in 7d or 2d3h6m");
        check(purge.filter(), FILTER, "a filter of tags", "Write two regular expressions, as in api:.* or .*:.*");
    }

    private void checkSchedule(Text schedule) {
        Optional<String> fault = schedule.value().flatMap(CronExpression::fault);
        fault.ifPresent(why -> problems.add(
                schedule,
                "'%s' is not a valid schedule: %s".formatted(shown(schedule), why),
                "Write minute, hour, day of the month, month and day of the week, as in 0 1 * * SUN"));
    }

    private void check(Text text, Pattern form, String what, String fix) {
        Optional<String> value = text.value();
        if (value.isPresent() && !form.matcher(value.get()).matches()) {
            problems.add(text, "'%s' does not say %s".formatted(shown(text), what), fix);
        }
    }

    private static String shown(Text text) {
        return text.isSecret() ? text.toString() : text.require();
    }

    private static String text(Sku sku) {
        return sku.name().toLowerCase(Locale.ROOT);
    }
}
