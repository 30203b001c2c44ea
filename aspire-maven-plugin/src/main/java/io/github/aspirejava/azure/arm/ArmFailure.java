package io.github.aspirejava.azure.arm;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.run.StepException;
import java.time.Duration;
import java.util.Optional;

/** Describes the failure of a resource: the resource, its place in the model, the cause and the remedy. */
final class ArmFailure {
    private final String correlationId;

    ArmFailure(String correlationId) {
        this.correlationId = correlationId;
    }

    /** Returns the exception for a failed call. */
    StepException of(ArmSubject subject, Throwable failure, Trace trace) {
        Optional<ArmError> error = ArmError.of(failure);
        if (error.isPresent()) {
            return new StepException(text(subject, error.get(), trace), failure);
        }
        return new StepException(
                "%sAzure could not be reached for the %s: %s."
                        .formatted(position(subject.origin()), subject.title(), Unanswered.text(failure)),
                failure);
    }

    /** Returns the exception for a failed operation. */
    StepException of(ArmSubject subject, ArmError error, Trace trace) {
        return new StepException(text(subject, error, trace));
    }

    private String text(ArmSubject subject, ArmError error, Trace trace) {
        String throttled = trace.throttled()
                .map(waited -> " Azure has throttled requests for %s.".formatted(seconds(waited)))
                .orElse("");
        return "%sThe %s %s: %s: %s%s%s %s. (%scorrelation %s)"
                .formatted(
                        position(subject.origin()),
                        subject.title(),
                        subject.failed(),
                        error.code(),
                        error.message(),
                        error.message().endsWith(".") ? "" : ".",
                        throttled,
                        Remedy.of(error, subject),
                        error.requestId()
                                .or(trace::requestId)
                                .map(id -> "request %s, ".formatted(id))
                                .orElse(""),
                        correlationId);
    }

    static String position(Origin origin) {
        return origin.toString().isEmpty() ? "" : origin + ": ";
    }

    private static String seconds(Duration duration) {
        return "%d s".formatted(Math.max(1, duration.toSeconds()));
    }
}
