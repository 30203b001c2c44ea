package io.github.aspirejava.azure.arm;

import com.azure.core.management.exception.ManagementException;
import com.azure.json.JsonSerializable;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.azure.arm.Change.Create;
import io.github.aspirejava.azure.arm.Change.Modify;
import io.github.aspirejava.azure.arm.Change.None;
import io.github.aspirejava.azure.arm.Change.Retry;
import io.github.aspirejava.concurrent.InterruptOnCancel;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Brings resources to their desired state, idempotently. The live resource is read first: an operation that is under
 * way is followed; a resource in the desired state is not written; any other is written, and so is one that the service
 * failed to provision. A dry run never writes.
 */
public final class Ensure {
    private static final int MOST_CONFLICTS = 5;

    private final Memory memory;
    private final boolean dryRun;
    private final ArmFailure failure;
    private final Operations operations;
    private final Registration registration;
    private final Locations locations;
    private final String host;

    /**
     * Creates an instance that writes through {@code clients}.
     *
     * @param endpoint the endpoint of Azure Resource Manager: operations are polled nowhere else
     * @param dryRun whether changes are only reported
     */
    public Ensure(ArmClients clients, URI endpoint, Memory memory, Timing timing, Pause pause, boolean dryRun) {
        this.memory = memory;
        this.dryRun = dryRun;
        this.failure = new ArmFailure(clients.correlationId());
        this.operations = new Operations(clients, timing, pause, failure);
        this.registration = new Registration(clients, timing, pause);
        this.locations = new Locations(clients);
        this.host = endpoint.getRawAuthority();
    }

    /** Returns whether changes are only reported, and nothing is written. */
    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * Brings a resource to its desired state.
     *
     * @throws StepException if that fails
     * @throws CancellationException if the run is cancelled meanwhile; an operation that has begun continues in the
     *     service
     */
    public <T extends JsonSerializable<?>> Ensured<T> ensure(ArmResource<T> resource, StepContext step)
            throws StepException, InterruptedException {
        return calling(resource, step, trace -> {
            Optional<T> live = settled(resource, step, trace);
            Change change = change(resource, live);
            if (dryRun) {
                step.progress(
                        "%s %s: %s".formatted(resource.title(), resource.id().path(), change));
                return new Ensured<>(live, change);
            }
            if (change instanceof None) {
                step.progress("the %s is as it should be".formatted(resource.title()));
                return new Ensured<>(live, change);
            }
            return new Ensured<>(Optional.of(write(resource, live, change, step, trace)), change);
        });
    }

    /**
     * Returns an existing resource, which is never changed.
     *
     * @throws StepException if it does not exist
     */
    public <T extends JsonSerializable<?>> T existing(ArmResource<T> resource, StepContext step)
            throws StepException, InterruptedException {
        return calling(
                resource,
                step,
                trace -> get(resource, trace)
                        .orElseThrow(() -> new StepException(
                                "%sThere is no %s: nothing is at %s. Correct its name, resource group or subscription, or remove <existing>."
                                        .formatted(
                                                ArmFailure.position(resource.origin()),
                                                resource.title(),
                                                resource.id().path()))));
    }

    /**
     * Calls the service about a resource and translates a failure into a message.
     *
     * @throws StepException if the call fails
     */
    public <R> R calling(ArmSubject subject, StepContext step, Call<R> call)
            throws StepException, InterruptedException {
        Trace trace = new Trace(step::progress, System::nanoTime, operation -> memory.begun(subject.id(), operation));
        try (InterruptOnCancel interrupting = new InterruptOnCancel(step.cancellation())) {
            try {
                return call.call(trace);
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                interrupting.throwIfCancelled(e);
                throw failure.of(subject, e, trace);
            }
        }
    }

    private <T extends JsonSerializable<?>> Optional<T> settled(ArmResource<T> resource, StepContext step, Trace trace)
            throws StepException, InterruptedException {
        Optional<T> live = get(resource, trace);
        Optional<URI> operation = memory.operation(resource.id()).filter(uri -> host.equals(uri.getRawAuthority()));
        boolean running =
                live.flatMap(resource::state).filter(Operations::isRunning).isPresent();
        if (dryRun) {
            return live;
        }
        if (!running && (live.isPresent() || operation.isEmpty())) {
            memory.ended(resource.id());
            return live;
        }
        step.progress("an operation on the %s is under way: waiting for it".formatted(resource.title()));
        if (operation.isPresent()) {
            operations.await(resource, operation.get(), step, trace);
        }
        live = operations.await(
                resource,
                () -> get(resource, trace),
                now -> resource.state(now).filter(Operations::isRunning).isPresent(),
                step);
        memory.ended(resource.id());
        return live;
    }

    private static <T extends JsonSerializable<?>> Optional<T> get(ArmResource<T> resource, Trace trace) {
        try {
            return Optional.of(resource.get(trace.context()));
        } catch (ManagementException e) {
            if (ArmError.of(e).filter(ArmError::isNotFound).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T extends JsonSerializable<?>> Change change(ArmResource<T> resource, Optional<T> live)
            throws StepException {
        if (live.isEmpty()) {
            return new Create();
        }
        JsonNode desired = ResourceBody.without(ResourceBody.of(resource.desired()), resource.onlyAtCreation());
        List<Difference> differences =
                ResourceBody.differences(desired, ResourceBody.of(live.get()), resource.writeOnly());
        for (Difference difference : differences) {
            if (difference.path().equals("location")) {
                throw new StepException(
                        "%sThe %s is in the location %s and cannot be moved to %s. Write that location, or another name."
                                .formatted(
                                        ArmFailure.position(resource.origin()),
                                        resource.title(),
                                        difference.live(),
                                        difference.desired()));
            }
        }
        if (!differences.isEmpty()) {
            return new Modify(differences);
        }
        Optional<String> state = resource.state(live.get()).filter(now -> !now.equalsIgnoreCase("Succeeded"));
        return state.isEmpty() ? new None() : new Retry(state.get());
    }

    private <T extends JsonSerializable<?>> T write(
            ArmResource<T> resource, Optional<T> live, Change change, StepContext step, Trace trace)
            throws StepException, InterruptedException {
        JsonNode desired = ResourceBody.of(resource.desired());
        if (change instanceof Create && desired.path("location").isTextual()) {
            locations.check(resource, desired.path("location").asText(), trace);
        }
        step.progress("%s: %s".formatted(resource.title(), change));
        T body = live.isEmpty()
                ? resource.desired()
                : ResourceBody.parse(
                        ResourceBody.over(
                                ResourceBody.of(live.get()), ResourceBody.without(desired, resource.onlyAtCreation())),
                        resource);
        Write<T> write = put(resource, body, step, trace);
        T written = write instanceof Write.Running<T> running
                ? operations.await(resource, running.poller(), step, trace)
                : ((Write.Done<T>) write).live();
        // If it has failed or takes too long, the next run polls it.
        memory.ended(resource.id());
        return written;
    }

    /** Begins to write. If another operation on the resource is under way, waits for it. */
    private <T extends JsonSerializable<?>> Write<T> put(ArmResource<T> resource, T body, StepContext step, Trace trace)
            throws StepException, InterruptedException {
        for (int conflicts = 0; ; conflicts++) {
            try {
                return registration.around(resource.id(), step, trace, () -> resource.put(body, trace.context()));
            } catch (ManagementException e) {
                if (conflicts == MOST_CONFLICTS || !isAtSomethingElse(e)) {
                    throw e;
                }
                step.progress("the %s is busy, waiting".formatted(resource.title()));
                operations.rest(resource, step);
                Optional<T> settled = settled(resource, step, trace);
                if (settled.isPresent() && change(resource, settled) instanceof None) {
                    return new Write.Done<>(settled.get());
                }
            }
        }
    }

    private static boolean isAtSomethingElse(ManagementException failure) {
        return ArmError.of(failure)
                .filter(error -> error.status() == HttpURLConnection.HTTP_CONFLICT)
                .filter(error -> {
                    String code = error.code().toLowerCase(Locale.ROOT);
                    return code.contains("inprogress") || code.contains("anotheroperation") || code.equals("conflict");
                })
                .isPresent();
    }

    /** A call of the service. */
    @FunctionalInterface
    public interface Call<R> {
        /** Calls the service. */
        R call(Trace trace) throws StepException, InterruptedException;
    }
}
