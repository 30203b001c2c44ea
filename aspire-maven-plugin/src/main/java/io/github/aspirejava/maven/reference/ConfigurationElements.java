package io.github.aspirejava.maven.reference;

import io.github.aspirejava.app.AppSettings;
import java.util.List;

/** Describes the {@code <configuration>} of the plugin. */
final class ConfigurationElements {
    private static final AppSettings DEFAULT = AppSettings.DEFAULT;

    private ConfigurationElements() {}

    static Element configuration() {
        return Element.children(
                "configuration",
                "Configuration of the plugin. The root POM holds all of it; the POM of a module holds `<services>` and `<skip>`.",
                parameters(),
                RegistryElements.registries(),
                EnvironmentElements.environments(),
                ServiceElements.services(),
                Element.choice(
                        "release",
                        DEFAULT.release(),
                        "Time at which tags are written: `independent` writes the tags of each image as soon as it is uploaded, `together` writes all tags after all images are uploaded."),
                Element.choice(
                        "layering",
                        DEFAULT.layering(),
                        "Distribution of libraries over layers: `shared` plans the layers of all Java applications together, `service` plans each service by itself."),
                number("parallelism", 256, DEFAULT.parallelism(), "Number of steps that run at the same time."),
                new Element(
                        "failFast",
                        new Content.Choice(List.of("true", "false")),
                        new Absence.Value(Boolean.toString(DEFAULT.failFast())),
                        "Whether the first failure cancels all other steps."),
                number(
                        "connectionsPerRegistry",
                        64,
                        DEFAULT.registries().connections(),
                        "Number of requests that are sent to one registry at the same time."),
                number(
                        "connectTimeout",
                        3600,
                        DEFAULT.registries().connectTimeout().toSeconds(),
                        "Seconds until an attempt to connect to a registry is given up."),
                number(
                        "idleTimeout",
                        3600,
                        DEFAULT.registries().idleTimeout().toSeconds(),
                        "Seconds without a byte until a request to a registry is given up."),
                EnvironmentElements.azure(),
                Element.flag(
                        "skip", false, "Skips every goal of the plugin, in all modules or, in its own POM, in one."));
    }

    private static Element number(String name, int most, long byDefault, String meaning) {
        return Element.number(name, 1, most, meaning).byDefault(Long.toString(byDefault));
    }

    private static Element parameters() {
        return Element.listOrText(
                "parameters",
                Element.named(
                        "parameter",
                        "A value that is set from outside of the POM. `{name}` in a text stands for it.",
                        "Name, by which texts refer to the parameter.",
                        List.of(
                                Element.optionalText(
                                        "value",
                                        "Value if no other source has one. A secret parameter has none in the POM."),
                                Element.flag("secret", false, "Whether the value is never printed."),
                                Element.flag(
                                        "generate",
                                        false,
                                        "Whether a value that no source sets is generated at the first deployment, and found again at the next. Such a parameter is a secret."),
                                Element.optionalText(
                                        "description", "Purpose of the parameter, for the person who sets it."))),
                "Values that are set from outside of the POM.");
    }
}
