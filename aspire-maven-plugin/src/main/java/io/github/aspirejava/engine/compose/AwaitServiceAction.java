package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.addon.Deployments;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ProbeSettings;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.deploy.HealthCheckPlan;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.result.DeployedService;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Waits until a service can be used, or tells why it cannot. */
public final class AwaitServiceAction implements StepAction {
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration TO_SETTLE = Duration.ofSeconds(2);

    private final AppModel model;
    private final Deployments deployments;
    private final Pause pause;
    private final LongSupplier nanos;

    /**
     * Creates the action for one model.
     *
     * @param nanos a clock that only moves forward, in nanoseconds
     */
    public AwaitServiceAction(AppModel model, Deployments deployments, Pause pause, LongSupplier nanos) {
        this.model = model;
        this.deployments = deployments;
        this.pause = pause;
        this.nanos = nanos;
    }

    @Override
    public DeployedService run(StepContext context) throws StepException, InterruptedException {
        Service service = context.step().resource(model, Service.class);
        StartedContainer container = context.result(StartedContainer.class);
        Deployment deployment = deployments.of(service);
        try {
            JsonNode state = await(deployment, container, context);
            return new DeployedService(
                    service.name(),
                    container.project().environment().name(),
                    container.image(),
                    PublishedPorts.of(state).urls(deployment),
                    container.changed());
        } catch (IOException e) {
            context.cancellation().throwIfCancelled();
            throw new StepException(
                    "%s: The state of %s cannot be read from %s: %s."
                            .formatted(service.origin(), service.name(), container.engine(), Reason.of(e)),
                    e);
        }
    }

    private JsonNode await(Deployment deployment, StartedContainer container, StepContext context)
            throws IOException, StepException, InterruptedException {
        Containers containers = new Containers(container.engine().api(), container.project());
        Failure failure = new Failure(deployment, container, containers);
        Duration limit =
                deployment.check().map(HealthCheckPlan::startTimeout).orElse(ProbeSettings.DEFAULT_START_TIMEOUT);
        long begin = nanos.getAsLong();
        int restarts = -1;
        String last = "";
        while (true) {
            context.cancellation().throwIfCancelled();
            JsonNode state = containers.inspect(container.id()).orElseThrow(failure::removed);
            if (restarts < 0) {
                restarts = container.changed() ? 0 : state.path("RestartCount").asInt();
            }
            if (!isRunning(state) || state.path("RestartCount").asInt() > restarts) {
                throw failure.ended(state);
            }
            Duration waited = Duration.ofNanos(nanos.getAsLong() - begin);
            Question.Answer answer = new Question(deployment, container.engine().api(), container.project())
                    .ask(state, container.changed() ? waited : TO_SETTLE);
            if (answer.isGood()) {
                answer.note().ifPresent(context::progress);
                return state;
            }
            if (answer.isFinal() || waited.compareTo(limit) > 0) {
                throw failure.unhealthy(answer.text(), waited);
            }
            if (!answer.text().equals(last)) {
                last = answer.text();
                context.progress("waiting: " + last);
            }
            pause.of(INTERVAL, context.cancellation());
        }
    }

    private static boolean isRunning(JsonNode container) {
        JsonNode state = container.path("State");
        return state.path("Running").asBoolean() && !state.path("Restarting").asBoolean();
    }

    /** Returns the time in which a container without a check must not end. */
    static Duration timeToSettle() {
        return TO_SETTLE;
    }
}
