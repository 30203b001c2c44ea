package io.github.aspirejava.it;

import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, or fails, the tests that need a part which is missing on this machine: see {@link NeedsCommand}. */
final class MissingPartCondition implements ExecutionCondition {
    private static final Map<List<String>, Boolean> PROBED = new ConcurrentHashMap<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getElement()
                .flatMap(element -> evaluate(element, Workspace.everyPartIsRequired()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is missing"));
    }

    /**
     * Returns the result for a test class or method, or nothing if all its parts are there.
     *
     * @throws IllegalStateException if something is missing and {@code required}
     */
    static Optional<ConditionEvaluationResult> evaluate(AnnotatedElement element, boolean required) {
        List<String> missing = Stream.of(element.getAnnotations())
                .flatMap(MissingPartCondition::needs)
                .filter(need -> !succeeds(List.of(need.probe())))
                .map(need -> "`%s` does not work here. %s".formatted(String.join(" ", need.probe()), need.remedy()))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        if (required) {
            throw new IllegalStateException(String.join(" ", missing));
        }
        return Optional.of(ConditionEvaluationResult.disabled(String.join(" ", missing)));
    }

    private static Stream<NeedsCommand> needs(Annotation annotation) {
        return annotation instanceof NeedsCommand need
                ? Stream.of(need)
                : Arrays.stream(annotation.annotationType().getAnnotationsByType(NeedsCommand.class));
    }

    private static boolean succeeds(List<String> probe) {
        return PROBED.computeIfAbsent(probe, command -> {
            try (RunningProcess process = RunningProcess.start(new ProcessBuilder(command))) {
                return process.exitCode(Duration.ofSeconds(20)) == 0;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }
}
