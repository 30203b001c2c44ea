package io.github.aspirejava.app;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that values which are generated at the first deployment are used where a deployment reads them: in the
 * environment variables of services.
 */
final class GeneratedRules {
    private final Problems problems;

    GeneratedRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        Map<String, Parameter> generated = model.parameters().stream()
                .filter(Parameter::generated)
                .collect(Collectors.toMap(Parameter::name, Function.identity(), (first, second) -> first));
        if (generated.isEmpty()) {
            return;
        }
        for (Service service : model.services()) {
            checkOthers(service, generated);
        }
        Stream.concat(model.registries().stream(), model.environments().stream())
                .forEach(resource -> report(resource.texts(), generated));
    }

    private void checkOthers(Service service, Map<String, Parameter> generated) {
        List<Text> texts = service.texts().stream()
                .filter(text -> service.deployment().environmentVariables().values().stream()
                        .noneMatch(variable -> variable == text))
                .toList();
        report(texts, generated);
    }

    private void report(List<Text> texts, Map<String, Parameter> generated) {
        for (Text text : texts) {
            text.parameters().stream()
                    .filter(generated::containsKey)
                    .forEach(
                            name -> problems.add(
                                    text.origin(),
                                    "The parameter '%s' is generated at the first deployment, and '%s' is needed before"
                                            .formatted(name, text),
                                    "Use it in <environmentVariables>, or remove <generate> from the parameter and set its value"));
        }
    }
}
