package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Service;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan depends on besides its model.
 *
 * @param toPackage the names of the services whose modules still have to be packaged
 * @param released the names of the services whose tags move together, if the model says so
 * @param awaitsBuild whether these tags wait for the whole build, too
 */
public record PlanScope(Set<String> toPackage, Set<String> released, boolean awaitsBuild) {
    /** Copies the sets. */
    public PlanScope {
        toPackage = Set.copyOf(toPackage);
        released = Set.copyOf(released);
    }

    /** All services of the model, in no build. */
    public static PlanScope all(AppModel model, Set<String> toPackage) {
        Set<String> released =
                model.pushedServices().stream().map(Service::name).collect(Collectors.toSet());
        return new PlanScope(toPackage, released, false);
    }
}
