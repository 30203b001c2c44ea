package io.github.aspirejava.azure.provision;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.run.StepException;
import org.jspecify.annotations.Nullable;

/** The {@link AzureSession}, opened when the first step needs it: parameters have their values by then. */
public final class Azure {
    private final AddOnContext request;
    private final Timing timing;
    private final Pause pause;
    private @Nullable AzureSession session;

    /** Creates an instance without opening the session. */
    public Azure(AddOnContext request, Timing timing, Pause pause) {
        this.request = request;
        this.timing = timing;
        this.pause = pause;
    }

    /**
     * Returns the session, always the same instance.
     *
     * @throws StepException if a setting is missing; the message names all of them
     */
    public synchronized AzureSession session() throws StepException {
        if (session == null) {
            session = AzureSession.open(request, timing, pause);
        }
        return session;
    }

    /** Returns the add-on's context. */
    public AddOnContext request() {
        return request;
    }
}
