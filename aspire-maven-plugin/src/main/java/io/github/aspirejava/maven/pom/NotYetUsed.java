package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Service;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Collects the deployment elements that have no effect on services that the plugin does not deploy yet, and reports
 * them in one warning.
 */
final class NotYetUsed {
    private static final int MOST_LINES = 5;

    private final Map<String, Set<PomElement>> elements = new LinkedHashMap<>();

    /** Notes an element of the service with this name. */
    void note(String service, PomElement element) {
        elements.computeIfAbsent(service, name -> new LinkedHashSet<>()).add(element);
    }

    /** Warns about the elements of services that are not deployed to a container engine. */
    void warn(AppModel model, Problems problems) {
        Set<String> names = new LinkedHashSet<>();
        Set<Origin> origins = new TreeSet<>();
        elements.forEach((service, noted) -> {
            if (!isDeployed(service, model)) {
                noted.forEach(element -> {
                    names.add(element.name());
                    origins.add(element.origin());
                });
            }
        });
        if (!origins.isEmpty()) {
            List<Origin> all = List.copyOf(origins);
            String elements = names.stream().map("<%s>"::formatted).collect(Collectors.joining(", "));
            problems.warn(
                    all.get(0),
                    "No effect, because only services with a <dockerCompose> environment are deployed yet: %s%s"
                            .formatted(elements, others(all.subList(1, all.size()))),
                    "Keep them for later, or remove them");
        }
    }

    private static boolean isDeployed(String service, AppModel model) {
        return model.resource(service)
                .filter(Service.class::isInstance)
                .flatMap(found -> model.environmentOf((Service) found))
                .filter(DockerCompose.class::isInstance)
                .isPresent();
    }

    private static String others(List<Origin> others) {
        if (others.isEmpty()) {
            return "";
        }
        String first = others.stream().limit(MOST_LINES).map(Origin::toString).collect(Collectors.joining(", "));
        int rest = others.size() - MOST_LINES;
        return " (also %s%s)".formatted(first, rest > 0 ? " and %d more".formatted(rest) : "");
    }
}
