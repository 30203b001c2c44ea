package io.github.aspirejava.azure.arm;

import com.azure.core.management.polling.PollResult;
import com.azure.core.util.polling.SyncPoller;

/** The writing of a resource, as the SDK begins it. */
public sealed interface Write<T> {
    /** It is written. */
    record Done<T>(T live) implements Write<T> {}

    /** It is being written, and can be asked after. */
    record Running<T>(SyncPoller<PollResult<T>, T> poller) implements Write<T> {}
}
