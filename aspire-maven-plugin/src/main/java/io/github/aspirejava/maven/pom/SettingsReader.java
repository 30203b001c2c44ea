package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.AppSettings.Layering;
import io.github.aspirejava.app.AppSettings.Release;
import io.github.aspirejava.app.AzureSettings;
import io.github.aspirejava.app.Origin;
import java.util.Optional;
import java.util.Properties;

/** Reads what holds for the whole model. A property on Maven's command line beats the POM, which beats the default. */
final class SettingsReader {
    private static final int MOST_PARALLEL = 256;

    private final Properties userProperties;

    SettingsReader(Properties userProperties) {
        this.userProperties = userProperties;
    }

    AppSettings read(ElementReader configuration) {
        AppSettings byDefault = AppSettings.DEFAULT;
        Setting release = setting(configuration, "release");
        Setting layering = setting(configuration, "layering");
        Setting parallelism = setting(configuration, "parallelism");
        Setting failFast = setting(configuration, "failFast");
        return new AppSettings(
                release.value
                        .map(v -> configuration.choice(
                                v, release.where, release.origin, Release.class, byDefault.release()))
                        .orElse(byDefault.release()),
                layering.value
                        .map(v -> configuration.choice(
                                v, layering.where, layering.origin, Layering.class, byDefault.layering()))
                        .orElse(byDefault.layering()),
                azure(configuration),
                parallelism
                        .value
                        .map(v -> configuration.number(
                                v, parallelism.where, parallelism.origin, 1, MOST_PARALLEL, byDefault.parallelism()))
                        .orElse(byDefault.parallelism()),
                failFast.value
                        .map(v -> configuration.choice(v, failFast.where, failFast.origin, Flag.class, Flag.FALSE)
                                == Flag.TRUE)
                        .orElse(byDefault.failFast()));
    }

    private enum Flag {
        TRUE,
        FALSE
    }

    private record Setting(Optional<String> value, String where, Origin origin) {}

    private Setting setting(ElementReader configuration, String name) {
        Optional<PomElement> element = configuration.child(name);
        String property = userProperties.getProperty("aspire." + name);
        if (property != null) {
            return new Setting(Optional.of(property), "-Daspire." + name, Origin.NONE);
        }
        return new Setting(
                element.map(PomElement::value),
                "<" + name + ">",
                element.map(PomElement::origin).orElse(configuration.origin()));
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
                            reader.text("credential"),
                            reader.text("cloud"));
                    reader.finish();
                    return settings;
                })
                .orElse(AzureSettings.NONE);
    }
}
