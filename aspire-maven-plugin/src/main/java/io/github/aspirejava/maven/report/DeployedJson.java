package io.github.aspirejava.maven.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.result.DeployedService;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.steps.StepKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The services that a run has deployed, for other tools: the content of {@code deployed.json}, a stable contract. */
final class DeployedJson {
    private DeployedJson() {}

    /** Returns whether a run was to deploy anything. */
    static boolean isNeeded(RunReport run) {
        return run.steps().stream().anyMatch(step -> step.step().kind() == StepKind.AWAIT_SERVICE);
    }

    /**
     * Renders the services in the order of their names: in {@code services} those that run and can be used, with the
     * {@code state} {@code deployed} or, if nothing was changed, {@code unchanged}; in {@code notDeployed} the others.
     */
    static String render(RunReport run) {
        List<DeployedService> deployed = new ArrayList<>();
        ObjectNode root = Json.object();
        ArrayNode services = root.putArray("services");
        ArrayNode others = root.putArray("notDeployed");
        for (StepReport step : run.steps()) {
            if (step.step().kind() != StepKind.AWAIT_SERVICE) {
                continue;
            }
            if (step.outcome() instanceof StepOutcome.Succeeded succeeded
                    && succeeded.result() instanceof DeployedService service) {
                deployed.add(service);
            } else {
                ObjectNode other =
                        others.addObject().put("service", step.step().resource().orElse(""));
                step.because().ifPresent(because -> other.put("because", because));
                other.put("reason", step.reason().orElse(step.state().name().toLowerCase(Locale.ROOT)));
            }
        }
        deployed.sort(Comparator.comparing(DeployedService::service));
        for (DeployedService service : deployed) {
            ObjectNode node = services.addObject()
                    .put("service", service.service())
                    .put("environment", service.environment())
                    .put("state", service.changed() ? "deployed" : "unchanged")
                    .put("image", service.image());
            ArrayNode urls = node.putArray("urls");
            service.urls().forEach(urls::add);
        }
        return Json.writeIndented(root) + "\n";
    }
}
