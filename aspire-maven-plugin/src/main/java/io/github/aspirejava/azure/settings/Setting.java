package io.github.aspirejava.azure.settings;

import io.github.aspirejava.app.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that has to be known, and the places where it is looked for, in this order: the property, the element in
 * the POM, the environment's variables.
 */
record Setting(String property, Optional<String> element, List<String> variables) {
    /** A setting that an element of {@code <azure>} can tell. */
    static Setting of(String name, String... variables) {
        return new Setting("aspire.azure." + name, Optional.of(name), List.of(variables));
    }

    /** A setting that is for a property only. */
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

    /** How it is set. */
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
     * What was found.
     *
     * @param where where, for the start of a sentence
     */
    record Found(String value, String where) {}
}
