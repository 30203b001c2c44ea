package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The parameters that texts may refer to; tracks those that texts do refer to. */
final class KnownParameters {
    private final Map<String, Parameter> byName;
    private final Set<String> used = new HashSet<>();

    KnownParameters(Map<String, Parameter> byName) {
        this.byName = byName;
    }

    /** Parses the text of an element. */
    Text text(PomElement leaf, Problems problems) {
        return text(leaf, template -> Text.parse(template, leaf.origin(), byName, problems));
    }

    /** Parses the text of an element that may contain the addresses of services. */
    Text deployed(PomElement leaf, Problems problems) {
        return text(leaf, template -> Text.parseDeployed(template, leaf.origin(), byName, problems));
    }

    private Text text(PomElement leaf, Function<String, Text> parser) {
        LateValue late = leaf.late();
        Text text = late == null ? parser.apply(leaf.value()) : Text.late(() -> parser.apply(late.evaluate()));
        if (late != null) {
            late.take();
        }
        used.addAll(text.parameters());
        return text;
    }

    /** Warns about parameters that no text refers to. */
    void warnOfUnused(Problems problems) {
        List<Parameter> unused = byName.values().stream()
                .filter(parameter -> !used.contains(parameter.name()))
                .toList();
        unused.forEach(parameter -> problems.warn(
                parameter.origin(),
                "The parameter '%s' has no effect: no text refers to it".formatted(parameter.name()),
                "Write {%s} where its value belongs, or remove it".formatted(parameter.name())));
    }

    /** Returns the parameters of a model that declares none. */
    static KnownParameters none() {
        return new KnownParameters(Map.of());
    }
}
