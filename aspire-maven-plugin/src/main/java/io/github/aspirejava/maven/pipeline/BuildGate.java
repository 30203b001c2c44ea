package io.github.aspirejava.maven.pipeline;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Holds steps back until the result of Maven's build of the modules is known: the images of a failed build stay
 * invisible.
 */
public final class BuildGate implements StepAction {
    private final CompletableFuture<Optional<String>> failure = new CompletableFuture<>();

    /**
     * Releases the waiting steps, or fails them.
     *
     * @param failed the reason if the build has failed
     */
    void decide(Optional<String> failed) {
        failure.complete(failed);
    }

    @Override
    public StepResult run(StepContext context) throws StepException, InterruptedException {
        Cancellation.Registration cancelled =
                context.cancellation().onCancel(() -> failure.completeExceptionally(new CancellationException()));
        try {
            Optional<String> failed = failure.get();
            if (failed.isPresent()) {
                throw new StepException(failed.get());
            }
            return StepResult.NONE;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A build succeeds, fails or is cancelled", e);
        } finally {
            cancelled.close();
        }
    }
}
