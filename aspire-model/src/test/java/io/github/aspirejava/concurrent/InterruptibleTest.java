package io.github.aspirejava.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterruptibleTest {
    static Stream<IOException> interrupts() {
        return Stream.of(new InterruptedIOException("while reading"), new ClosedByInterruptException());
    }

    @ParameterizedTest
    @MethodSource("interrupts")
    void takesInterruptedIoForAnInterrupt(IOException interrupt) {
        assertThatThrownBy(() -> Interruptible.call(() -> {
                    Thread.currentThread().interrupt();
                    throw interrupt;
                }))
                .isInstanceOf(InterruptedException.class)
                .hasMessage(interrupt.getMessage())
                .hasCause(interrupt);
        assertThat(Thread.interrupted()).isFalse();
    }

    static Stream<Exception> failures() {
        return Stream.of(new SocketTimeoutException("late"), new IOException("broken"), new StepException("said so"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void leavesFailuresAsTheyAre(Exception failure) {
        assertThatThrownBy(() -> Interruptible.call(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void givesTheResult() throws Exception {
        assertThat(Interruptible.call(() -> "done")).isEqualTo("done");
    }
}
