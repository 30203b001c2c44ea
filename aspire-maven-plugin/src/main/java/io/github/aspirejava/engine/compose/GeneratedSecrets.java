package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Mount;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TextPart;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The generated values of parameters in a project: found in the file of an earlier run or in a container that runs, and
 * made only if neither they nor data that depends on them can exist.
 */
final class GeneratedSecrets {
    private static final int LENGTH = 24;
    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final AppModel model;
    private final Project project;
    private final Containers containers;
    private final Map<String, String> known;
    private final SecureRandom random = new SecureRandom();

    /**
     * Creates the values of a project.
     *
     * @param known the variables of the file that an earlier run has written
     */
    GeneratedSecrets(AppModel model, Project project, Containers containers, Map<String, String> known) {
        this.model = model;
        this.project = project;
        this.containers = containers;
        this.known = known;
    }

    /** Returns the values of all parameters that no source sets and that services of the project use. */
    Map<String, Secret> get() throws IOException, StepException {
        Map<String, Secret> values = new LinkedHashMap<>();
        for (Parameter parameter : model.parameters()) {
            List<Service> users = users(parameter);
            if (parameter.generated() && parameter.value().isEmpty() && !users.isEmpty()) {
                values.put(parameter.name(), new Secret(value(parameter, users)));
            }
        }
        return values;
    }

    private String value(Parameter parameter, List<Service> users) throws IOException, StepException {
        String written = known.get(EnvironmentFile.variable(parameter.name()));
        if (written != null) {
            return written;
        }
        for (Service user : users) {
            Optional<String> running = running(parameter, user);
            if (running.isPresent()) {
                return running.get();
            }
        }
        refuseIfLost(parameter, users);
        return random.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(index -> String.valueOf(CHARACTERS.charAt(index)))
                .collect(Collectors.joining());
    }

    private List<Service> users(Parameter parameter) {
        return model.deployedTo(project.environment()).stream()
                .filter(service -> service.deployment().environmentVariables().values().stream()
                        .anyMatch(text -> text.parameters().contains(parameter.name())))
                .toList();
    }

    /** Returns the value in the container of a service that has a variable with nothing else in it. */
    private Optional<String> running(Parameter parameter, Service service) throws IOException {
        Optional<JsonNode> container = containers.inspect(project.container(service.name()));
        if (container.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<String, Text> variable :
                service.deployment().environmentVariables().entrySet()) {
            if (isAlone(parameter, variable.getValue())) {
                String prefix = variable.getKey() + "=";
                for (JsonNode entry : container.get().path("Config").path("Env")) {
                    if (entry.asText().startsWith(prefix)) {
                        return Optional.of(entry.asText().substring(prefix.length()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAlone(Parameter parameter, Text text) {
        return text.parts().size() == 1
                && text.parts().get(0) instanceof TextPart.ParameterValue value
                && value.parameter().name().equals(parameter.name())
                && !value.encoded();
    }

    /** A new value would lock a service out of the data that was made with the old one. */
    private void refuseIfLost(Parameter parameter, List<Service> users) throws IOException, StepException {
        List<String> volumes = containers.volumes();
        for (Service user : users) {
            for (Mount mount : user.deployment().replicas().mounts()) {
                String volume = project.volume(mount.name());
                if (volumes.contains(volume)) {
                    throw new StepException(
                            "%s: The value of '%s' was generated in an earlier deployment and is lost, and the volume %s was made with it. Set -D%s=VALUE, or remove the volume with its data: docker volume rm %s."
                                    .formatted(
                                            parameter.origin(),
                                            parameter.name(),
                                            volume,
                                            parameter.property(),
                                            volume));
                }
            }
        }
    }
}
