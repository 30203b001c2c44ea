package io.github.aspirejava.azure.settings;

import io.github.aspirejava.app.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A required setting and its sources, in this order: the property, the element in the POM, the environment's variables.
 */
record Setting(String property, Optional<String> element, List<String> variables) {
    /** Creates a setting that an element of {@code <azure>} can provide. */
    static Setting of(String name, String... variables) {
        return new Setting("aspire.azure." + name, Optional.of(name), List.of(variables));
    }

    /** Creates a setting that only a property can provide. */
    static Setting property(String property, String... variables) {
        return new Setting(property, Optional.empty(), List.of(variables));
    }

    Optional<Found> find(
            Function<String, Optional<String>> properties,
            Optional<Text> declared,
            Map<String, String> environment,
            Optional<String> remembered) {
        Optional<String> given = properties.apply(property).filter(value -> !value.isBlank());
        if (given.isPresent()) {
            return Optional.of(new Found(given.get().strip(), "-D" + property));
        }
        Optional<String> written = declared.flatMap(Text::value).filter(value -> !value.isBlank());
        if (written.isPresent()) {
            String origin = declared.map(text -> text.origin() + ": ").orElse("");
            return Optional.of(new Found(written.get().strip(), origin + "<" + element.orElse("") + ">"));
        }
        return variables.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .map(name -> new Found(environment.getOrDefault(name, "").strip(), "The environment's " + name))
                .findFirst()
                .or(() -> remembered.map(value -> new Found(value, "What the last run remembered")));
    }

    /** Returns the ways to set it, for messages. */
    String remedy() {
        StringBuilder remedy = new StringBuilder("set -D" + property + "=…");
        element.ifPresent(name -> remedy.append(
                ", or write <azure><%s>…</%s></azure> into the plugin's configuration".formatted(name, name)));
        if (!variables.isEmpty()) {
            remedy.append(", or set ").append(String.join(" or ", variables)).append(" in the environment");
        }
        return remedy.toString();
    }

    /**
     * A value that was found.
     *
     * @param where its source, for the start of a sentence
     */
    record Found(String value, String where) {}
}
