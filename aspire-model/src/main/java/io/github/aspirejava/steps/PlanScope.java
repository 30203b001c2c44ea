package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The inputs of a plan besides its model.
 *
 * @param modules the modules that services are made from, by the services' names; not every service has some
 * @param toPackage the names of the services whose modules still have to be packaged
 * @param released the names of the services whose tags move together, if the model requires it
 * @param awaitsBuild whether these tags wait for the whole build, too
 */
public record PlanScope(
        Map<String, List<String>> modules, Set<String> toPackage, Set<String> released, boolean awaitsBuild) {
    /** Copies the collections. */
    public PlanScope {
        modules = Map.copyOf(modules);
        toPackage = Set.copyOf(toPackage);
        released = Set.copyOf(released);
    }

    /** Returns the scope of all services of the model, outside of a build. */
    public static PlanScope all(AppModel model, Set<String> toPackage) {
        Set<String> released =
                model.pushedServices().stream().map(Service::name).collect(Collectors.toSet());
        return new PlanScope(Map.of(), toPackage, released, false);
    }
}
