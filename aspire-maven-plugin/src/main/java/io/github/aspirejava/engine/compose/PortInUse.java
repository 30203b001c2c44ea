package io.github.aspirejava.engine.compose;

import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.engine.api.EngineException;
import io.github.aspirejava.run.StepException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains that a port of this machine is in use, which engines word differently. */
final class PortInUse {
    private static final Pattern REFUSAL = Pattern.compile("address already in use|port is already allocated");
    private static final Pattern PORT = Pattern.compile(":(\\d{1,5})\\b(?!.*:\\d{1,5}\\b)");

    private final Deployment deployment;
    private final Project project;

    PortInUse(Deployment deployment, Project project) {
        this.deployment = deployment;
        this.project = project;
    }

    /** Returns the explanation; empty if the engine has refused to start the container for another reason. */
    Optional<StepException> found(EngineException refusal) {
        String text = String.valueOf(refusal.getMessage());
        if (!REFUSAL.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher port = PORT.matcher(text.replaceAll("address already in use.*|: port is already.*", ""));
        String number = port.find() ? port.group(1) : "";
        Endpoint endpoint = deployment.endpoints().stream()
                .filter(one -> one.exposedPort().isPresent()
                        && Integer.toString(one.exposedPort().getAsInt()).equals(number))
                .findFirst()
                .orElse(deployment.endpoints().get(0));
        return Optional.of(new StepException(
                "%s: Port %s of %s is in use, so that the endpoint '%s' of %s cannot be published there. Stop what listens on it (docker ps shows containers), or write another <exposedPort>."
                        .formatted(
                                endpoint.origin(),
                                number,
                                project.environment().hostAddress().require(),
                                endpoint.name(),
                                deployment.name()),
                refusal));
    }
}
