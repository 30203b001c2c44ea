package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Warns about elements that are valid in their place but have no effect in this model or build. */
final class IdleElements {
    private final AppModel model;
    private final Problems problems;

    IdleElements(AppModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /** Warns about settings and elements of registries that apply to something that the model does not contain. */
    void warnOfSettings(ElementReader configuration) {
        boolean isInAzure = !model.azureEnvironments().isEmpty()
                || model.registries().stream().anyMatch(AzureContainerRegistry.class::isInstance);
        if (!isInAzure) {
            configuration.warnOf("azure", "nothing in the model is in Azure");
        }
        if (model.azureEnvironments().isEmpty()) {
            configuration.child("registries").stream()
                    .flatMap(registries -> registries.children().stream())
                    .filter(registry -> registry.name().equals("containerRegistry"))
                    .forEach(registry -> configuration
                            .reading(registry)
                            .warnOf("anonymousPull", "the model has no environment that pulls"));
        }
    }

    /** Warns about configurations of executions, except for {@code <skip>}, which is always read. */
    void warnOfUnread(List<UnreadConfiguration> unread, PomFiles files, Origin pom) {
        for (UnreadConfiguration configuration : unread) {
            for (Xpp3Dom element : configuration.configuration().getChildren()) {
                if (!element.getName().equals("skip")) {
                    problems.warn(
                            files.origin(configuration.configuration().getInputLocation(), pom),
                            "The configuration of the execution '%s' has no effect: this build reads %s"
                                    .formatted(configuration.execution(), configuration.read()),
                            "Move it into the <configuration> of the plugin, beside <executions>");
                }
            }
        }
    }
}
