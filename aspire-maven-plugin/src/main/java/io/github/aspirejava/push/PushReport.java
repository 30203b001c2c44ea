package io.github.aspirejava.push;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepState;
import io.github.aspirejava.steps.StepKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result for each image that was to be pushed.
 *
 * @param images those that can be pulled, whether they were pushed or existed, by their services' names
 * @param notPushed the others, by their services' names
 */
public record PushReport(List<PushedService> images, List<UnpushedService> notPushed) {
    /** Copies the lists. */
    public PushReport {
        images = List.copyOf(images);
        notPushed = List.copyOf(notPushed);
    }

    /** Returns the images that a run of that model's steps has pushed so far. */
    public static PushReport of(RunReport run, AppModel model) {
        return of(run, model, Set.of());
    }

    /**
     * Returns the images that a run of that model's steps has pushed so far.
     *
     * @param expected the names of services that belong into the report, even if their push was never reached
     */
    public static PushReport of(RunReport run, AppModel model, Set<String> expected) {
        List<PushedService> images = new ArrayList<>();
        List<UnpushedService> notPushed = new ArrayList<>();
        for (StepReport step : run.steps()) {
            if (step.step().kind() != StepKind.PUSH_IMAGE) {
                continue;
            }
            if (step.outcome() instanceof StepOutcome.Succeeded succeeded) {
                images.add((PushedService) succeeded.result());
            } else {
                notPushed.add(unpushed(step, run, model));
            }
        }
        Set<String> known = Stream.concat(
                        images.stream().map(PushedService::service),
                        notPushed.stream().map(UnpushedService::service))
                .collect(Collectors.toSet());
        expected.stream()
                .filter(service -> !known.contains(service))
                .forEach(service -> notPushed.add(neverAskedFor(service, run, model)));
        images.sort(Comparator.comparing(PushedService::service));
        notPushed.sort(Comparator.comparing(UnpushedService::service));
        return new PushReport(images, notPushed);
    }

    private static UnpushedService neverAskedFor(String service, RunReport run, AppModel model) {
        Optional<StepReport> closed = run.in(StepState.FAILED).stream()
                .filter(step -> step.step().kind() == StepKind.AWAIT_BUILD)
                .findFirst();
        return new UnpushedService(
                service,
                registry(service, model),
                closed.map(step -> step.step().name()),
                closed.flatMap(StepReport::reason).orElse("The build ended before its turn"));
    }

    private static String registry(String service, AppModel model) {
        return model.resource(service)
                .map(Service.class::cast)
                .flatMap(model::registryOf)
                .map(Registry::name)
                .orElseThrow();
    }

    private static UnpushedService unpushed(StepReport push, RunReport run, AppModel model) {
        String service = push.step().resource().orElseThrow();
        Optional<StepReport> failed = failed(push, run, model.settings().failFast());
        return new UnpushedService(
                service,
                registry(service, model),
                failed.map(step -> step.step().name()),
                failed.flatMap(StepReport::reason).orElse("The run was cancelled"));
    }

    /** Returns the step whose failure kept an image from being pushed; if failures cancel the run, the first one. */
    private static Optional<StepReport> failed(StepReport push, RunReport run, boolean failFast) {
        return switch (push.state()) {
            case SUCCEEDED -> Optional.empty();
            case FAILED -> Optional.of(push);
            case SKIPPED -> push.because().flatMap(run::find);
            case CANCELLED ->
                run.in(StepState.FAILED).stream()
                        .filter(step -> failFast)
                        .min(Comparator.comparing(step -> step.start().plus(step.duration())));
        };
    }
}
