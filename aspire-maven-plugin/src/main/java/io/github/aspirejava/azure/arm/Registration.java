package io.github.aspirejava.azure.arm;

import com.azure.core.management.exception.ManagementException;
import com.azure.core.util.Context;
import com.azure.resourcemanager.resources.fluent.ProvidersClient;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.run.StepContext;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Registers a resource provider that a subscription has not used yet. The SDK's own policy for this reports nothing,
 * and supports a single subscription only.
 */
final class Registration {
    private static final String MISSING = "MissingSubscriptionRegistration";
    private static final int MOST_LOOKS = 150;

    private final ArmClients clients;
    private final Timing timing;
    private final Pause pause;

    Registration(ArmClients clients, Timing timing, Pause pause) {
        this.clients = clients;
        this.timing = timing;
        this.pause = pause;
    }

    /** Executes {@code call}, and repeats it once if the resource's provider had to be registered for it. */
    <R> R around(ArmId id, StepContext step, Trace trace, Supplier<R> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ManagementException e) {
            Optional<ArmError> error = ArmError.of(e);
            if (error.isEmpty() || !error.get().code().equals(MISSING) || !register(id, step, trace.context())) {
                throw e;
            }
            return call.get();
        }
    }

    private boolean register(ArmId id, StepContext step, Context context) throws InterruptedException {
        step.progress("registering %s in the subscription, which has not used it yet".formatted(id.namespace()));
        ProvidersClient providers = clients.resources(id.subscription()).getProviders();
        providers.registerWithResponse(id.namespace(), null, context);
        for (int look = 0; look < MOST_LOOKS; look++) {
            String state = providers
                    .getWithResponse(id.namespace(), null, context)
                    .getValue()
                    .registrationState();
            if ("Registered".equalsIgnoreCase(state)) {
                return true;
            }
            step.cancellation().throwIfCancelled();
            pause.of(timing.poll(), step.cancellation());
        }
        step.progress("%s is still not registered after %d s"
                .formatted(
                        id.namespace(), timing.poll().multipliedBy(MOST_LOOKS).toSeconds()));
        return false;
    }
}
