package io.github.aspirejava.maven;

import io.github.aspirejava.app.NearestName;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.maven.plan.ExcludedModules;
import io.github.aspirejava.maven.plan.SessionPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The services of a goal: those of {@code -Daspire.services}, or all; except those whose module is excluded from the
 * build or skips the goal.
 *
 * @param chosen their names, in the order of the model
 * @param leftOut the reasons of the others, by their names, in the order of the model
 */
record ServiceTargets(List<String> chosen, Map<String, String> leftOut) {
    /**
     * Chooses among {@code services}.
     *
     * @param asked the names of {@code -Daspire.services}; empty for all
     * @throws MojoFailureException if a requested service does not exist, or cannot be built now
     */
    static ServiceTargets of(
            List<? extends Service> services, List<String> asked, SessionPlan plan, ExcludedModules left)
            throws MojoFailureException {
        List<String> known = services.stream().map(Service::name).toList();
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (Service service : services) {
            plan.whyLeftOut(service, left).ifPresent(why -> leftOut.put(service.name(), why));
        }
        for (String service : asked) {
            if (!known.contains(service)) {
                throw new MojoFailureException("There is no service '%s' for this goal. Write %s."
                        .formatted(
                                service,
                                NearestName.of(service, known)
                                        .map("-Daspire.services=%s"::formatted)
                                        .orElse("some of " + String.join(", ", known))));
            }
            if (leftOut.containsKey(service)) {
                throw new MojoFailureException(
                        "The service '%s' cannot be chosen: %s. Include its modules, or remove '%s' from -Daspire.services."
                                .formatted(service, leftOut.get(service), service));
            }
        }
        List<String> chosen = known.stream()
                .filter(service -> !leftOut.containsKey(service) && (asked.isEmpty() || asked.contains(service)))
                .toList();
        known.stream()
                .filter(service -> !chosen.contains(service))
                .forEach(service -> leftOut.putIfAbsent(service, "-Daspire.services does not name it"));
        return new ServiceTargets(chosen, leftOut);
    }

    /**
     * Returns the steps of the services, each through {@code step}, and {@code aggregate} if these are all services.
     */
    List<String> steps(UnaryOperator<String> step, String aggregate, int all) {
        List<String> steps = new ArrayList<>(chosen.stream().map(step).toList());
        if (!chosen.isEmpty() && chosen.size() == all) {
            steps.add(aggregate);
        }
        return steps;
    }
}
