package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code <parameters>} and resolves their values. */
final class ParameterReader {
    private final ParameterSources sources;
    private final Problems problems;

    ParameterReader(ParameterSources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    List<Parameter> read(ElementReader configuration) {
        return configuration
                .list("parameters", "parameter", TextAsList.SEPARATED, one -> parameter(configuration.reading(one)))
                .stream()
                .filter(parameter -> !parameter.name().isEmpty())
                .toList();
    }

    private Parameter parameter(ElementReader element) {
        String name = element.name();
        boolean generated = element.flag("generate", false);
        boolean secret = element.flag("secret", generated) || generated;
        Optional<PomElement> value = element.child("value");
        value.ifPresent(element.leaves()::value);
        String description =
                element.child("description").map(element.leaves()::value).orElse("");
        element.finish();
        if (secret && value.isPresent() && !value.get().value().isEmpty()) {
            problems.add(
                    value.get().origin(),
                    "The value of the secret parameter '%s' is written in the POM".formatted(name),
                    "Remove <value>, and set -Daspire.parameters.%s, the environment variable or settings.xml"
                            .formatted(name));
        }
        Parameter declared =
                new Parameter(name, element.origin(), Optional.empty(), "", secret, description, generated);
        Optional<ParameterSources.Found> found = sources.find(declared)
                .or(() -> value.map(text ->
                        new ParameterSources.Found(text.value(), "its <value> at %s".formatted(text.origin()))));
        return new Parameter(
                name,
                element.origin(),
                found.map(ParameterSources.Found::value).map(Secret::new),
                found.map(ParameterSources.Found::source).orElse(""),
                secret,
                description,
                generated);
    }

    /** Returns the parameters by name; of duplicates, which are reported elsewhere, the first. */
    static Map<String, Parameter> byName(List<Parameter> parameters) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        parameters.forEach(parameter -> byName.putIfAbsent(parameter.name(), parameter));
        return byName;
    }
}
