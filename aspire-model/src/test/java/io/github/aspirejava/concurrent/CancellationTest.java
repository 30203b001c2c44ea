package io.github.aspirejava.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void isNotCancelledAtFirst() {
        assertThat(cancellation.isCancelled()).isFalse();
        assertThatCode(cancellation::throwIfCancelled).doesNotThrowAnyException();
    }

    @Test
    void throwsOnceItIsCancelled() {
        cancellation.cancel();

        assertThat(cancellation.isCancelled()).isTrue();
        assertThatThrownBy(cancellation::throwIfCancelled).isInstanceOf(CancellationException.class);
    }

    @Test
    void callsAListenerOnce() {
        cancellation.onCancel(calls::incrementAndGet);
        assertThat(calls).hasValue(0);

        cancellation.cancel();
        cancellation.cancel();

        assertThat(calls).hasValue(1);
    }

    @Test
    void callsALateListenerAtOnce() {
        cancellation.cancel();
        cancellation.onCancel(calls::incrementAndGet);

        assertThat(calls).hasValue(1);
    }

    @Test
    void doesNotCallAListenerWhoseRegistrationIsClosed() {
        cancellation.onCancel(calls::incrementAndGet).close();
        cancellation.cancel();

        assertThat(calls).hasValue(0);
    }

    @Test
    void callsAllListenersAndThenThrowsWhatTheyThrew() {
        for (int i = 0; i < 3; i++) {
            cancellation.onCancel(() -> {
                calls.incrementAndGet();
                throw new IllegalStateException("listener");
            });
        }

        assertThatThrownBy(cancellation::cancel)
                .hasMessage("listener")
                .satisfies(error -> assertThat(error.getSuppressed()).hasSize(2));
        assertThat(calls).hasValue(3);
    }
}
