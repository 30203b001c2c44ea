package io.github.aspirejava.app;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks the form of names, and that no name is used twice. */
final class NameRules {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*");
    private static final int MAX_LENGTH = 64;

    private final Problems problems;

    NameRules(Problems problems) {
        this.problems = problems;
    }

    void check(
            List<Parameter> parameters,
            List<Registry> registries,
            List<Environment> environments,
            List<Service> services) {
        Map<String, Parameter> seenParameters = new HashMap<>();
        for (Parameter parameter : parameters) {
            checkForm("parameter", parameter.name(), parameter.origin(), "");
            Parameter first = seenParameters.putIfAbsent(parameter.name().toLowerCase(Locale.ROOT), parameter);
            if (first != null) {
                reportTwice("parameter", parameter.name(), parameter.origin(), "parameter", first.origin());
            }
        }
        Map<String, Resource> seen = new HashMap<>();
        for (List<? extends Resource> resources : List.of(registries, environments, services)) {
            for (Resource resource : resources) {
                checkForm(resource.element(), resource.name(), resource.origin(), module(resource));
                Resource first = seen.putIfAbsent(resource.name().toLowerCase(Locale.ROOT), resource);
                if (first != null) {
                    reportTwice(
                            resource.element(), resource.name(), resource.origin(), first.element(), first.origin());
                }
            }
        }
    }

    /**
     * Returns the element that a Java application needs with another name, because its name is that of its module;
     * otherwise empty.
     */
    private static String module(Resource resource) {
        return resource instanceof JavaApp app
                        && app.source() instanceof JavaSource.Module source
                        && source.module().name().equals(app.name())
                ? "<module>%s</module>".formatted(app.name())
                : "";
    }

    private void checkForm(String element, String name, Origin origin, String besides) {
        if (name.length() > MAX_LENGTH) {
            problems.add(
                    origin,
                    "The name '%s' of <%s> has %d characters".formatted(name, element, name.length()),
                    "Write one of at most %d".formatted(MAX_LENGTH));
        } else if (!FORM.matcher(name).matches()) {
            String corrected = name.strip()
                    .replaceAll("[^A-Za-z0-9]+", "-")
                    .replaceAll("^[^A-Za-z]+", "")
                    .replaceAll("-+$", "");
            String fix = besides.isEmpty() || corrected.isEmpty()
                    ? corrected.isEmpty() ? "" : "'%s': ".formatted(corrected)
                    : "<name>%s</name> and %s: ".formatted(corrected, besides);
            problems.add(
                    origin,
                    "'%s' is not a name for <%s>".formatted(name, element),
                    "Write %sletters, digits and single hyphens, starting with a letter".formatted(fix));
        }
    }

    private void reportTwice(String element, String name, Origin origin, String firstElement, Origin first) {
        problems.add(
                origin,
                "The name '%s' of <%s> is already used by the <%s> at %s".formatted(name, element, firstElement, first),
                "Write another name: names are unique in the model, without regard to case");
    }
}
