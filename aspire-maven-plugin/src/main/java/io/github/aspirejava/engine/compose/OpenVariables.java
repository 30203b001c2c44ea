package io.github.aspirejava.engine.compose;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.PercentEncoding;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TextPart;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The variables of a Compose file: one for each parameter that services of the project use, in each encoding. */
final class OpenVariables {
    private OpenVariables() {}

    /** Returns the parameter values that the services of an environment use, by the names of their variables. */
    static Map<String, TextPart.ParameterValue> of(AppModel model, DockerCompose environment) {
        Map<String, TextPart.ParameterValue> variables = new TreeMap<>();
        for (Service service : model.deployedTo(environment)) {
            for (Text text : service.deployment().environmentVariables().values()) {
                for (TextPart part : text.parts()) {
                    if (part instanceof TextPart.ParameterValue value) {
                        variables.put(name(value), value);
                    }
                }
            }
        }
        return variables;
    }

    /** Returns the name of the variable for a parameter's value. */
    static String name(TextPart.ParameterValue value) {
        String name = EnvironmentFile.variable(value.parameter().name());
        return value.encoded() ? name + "_URI" : name;
    }

    /** Returns the content of a variable; empty as long as its parameter has no value. */
    static Optional<String> content(TextPart.ParameterValue value, Map<String, Secret> generated) {
        Parameter parameter = value.parameter();
        return value.value()
                .or(() -> Optional.ofNullable(generated.get(parameter.name())))
                .map(Secret::reveal)
                .map(text -> value.encoded() ? PercentEncoding.of(text) : text);
    }
}
