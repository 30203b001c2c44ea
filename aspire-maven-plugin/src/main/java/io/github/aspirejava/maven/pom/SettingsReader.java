package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.AppSettings.Layering;
import io.github.aspirejava.app.AppSettings.Release;
import io.github.aspirejava.app.AzureSettings;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.RegistrySettings;
import java.time.Duration;
import java.util.Optional;

/** Reads the settings of the whole model, with the precedence of {@link BuildProperties}. */
final class SettingsReader {
    private static final int MOST_PARALLEL = 256;
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_SECONDS = 3600;

    private final BuildProperties properties;

    SettingsReader(BuildProperties properties) {
        this.properties = properties;
    }

    AppSettings read(ElementReader configuration) {
        AppSettings byDefault = AppSettings.DEFAULT;
        return new AppSettings(
                choice(configuration, "release", Release.class, byDefault.release()),
                choice(configuration, "layering", Layering.class, byDefault.layering()),
                registries(configuration, byDefault.registries()),
                azure(configuration),
                number(configuration, "parallelism", MOST_PARALLEL, byDefault.parallelism()),
                choice(configuration, "failFast", Flag.class, Flag.of(byDefault.failFast())) == Flag.TRUE);
    }

    private RegistrySettings registries(ElementReader configuration, RegistrySettings byDefault) {
        return new RegistrySettings(
                number(configuration, "connectionsPerRegistry", MOST_CONNECTIONS, byDefault.connections()),
                seconds(configuration, "connectTimeout", byDefault.connectTimeout()),
                seconds(configuration, "idleTimeout", byDefault.idleTimeout()));
    }

    private enum Flag {
        TRUE,
        FALSE;

        static Flag of(boolean flag) {
            return flag ? TRUE : FALSE;
        }
    }

    private record Setting(Optional<String> value, String where, Origin origin) {}

    private <E extends Enum<E>> E choice(ElementReader configuration, String name, Class<E> type, E byDefault) {
        Setting setting = setting(configuration, name);
        return setting.value
                .map(value -> configuration.leaves().choice(value, setting.where, setting.origin, type, byDefault))
                .orElse(byDefault);
    }

    /** Reads an integer that is at least 1. */
    private int number(ElementReader configuration, String name, int most, int byDefault) {
        Setting setting = setting(configuration, name);
        return setting.value
                .map(value -> configuration.leaves().number(value, setting.where, setting.origin, 1, most, byDefault))
                .orElse(byDefault);
    }

    private Duration seconds(ElementReader configuration, String name, Duration byDefault) {
        return Duration.ofSeconds(number(configuration, name, MOST_SECONDS, Math.toIntExact(byDefault.toSeconds())));
    }

    private Setting setting(ElementReader configuration, String name) {
        Optional<PomElement> element = configuration.child(name);
        String property = "aspire." + name;
        Optional<String> onCommandLine = properties.onCommandLine(property);
        if (onCommandLine.isPresent()) {
            return new Setting(onCommandLine, "-D" + property, Origin.NONE);
        }
        return element.map(set ->
                        new Setting(Optional.of(configuration.leaves().value(set)), "<" + name + ">", set.origin()))
                .orElseGet(() -> new Setting(
                        properties.inProject(property), "The property " + property, configuration.origin()));
    }

    private static AzureSettings azure(ElementReader configuration) {
        return configuration
                .child("azure")
                .map(element -> {
                    ElementReader reader = configuration.reading(element);
                    AzureSettings settings = new AzureSettings(
                            reader.text("subscription"),
                            reader.text("location"),
                            reader.text("resourceGroup"),
                            reader.text("tenant"),
                            reader.text("credential"),
                            reader.text("cloud"));
                    reader.finish();
                    return settings;
                })
                .orElse(AzureSettings.NONE);
    }
}
