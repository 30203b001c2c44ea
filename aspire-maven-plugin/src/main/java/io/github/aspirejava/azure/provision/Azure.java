package io.github.aspirejava.azure.provision;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.azure.arm.Pause;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.run.StepException;
import org.jspecify.annotations.Nullable;

/** The {@link AzureSession}, opened when the first step asks for it: by then parameters have their values. */
public final class Azure {
    private final AddOnContext request;
    private final Timing timing;
    private final Pause pause;
    private @Nullable AzureSession session;

    /** Opens nothing yet. */
    public Azure(AddOnContext request, Timing timing, Pause pause) {
        this.request = request;
        this.timing = timing;
        this.pause = pause;
    }

    /**
     * The session, always the same one.
     *
     * @throws StepException if something is missing in what the user has set; the message names all of it
     */
    public synchronized AzureSession session() throws StepException {
        if (session == null) {
            session = AzureSession.open(request, timing, pause);
        }
        return session;
    }

    /** What is asked for. */
    public AddOnContext request() {
        return request;
    }
}
