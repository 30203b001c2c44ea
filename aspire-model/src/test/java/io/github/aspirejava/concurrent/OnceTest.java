package io.github.aspirejava.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OnceTest {
    private final Once<String> once = new Once<>();

    @Test
    void isFetchedOnce() throws Exception {
        AtomicInteger fetched = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            assertThat(once.get(() -> "value " + fetched.incrementAndGet())).isEqualTo("value 1");
        }
        assertThat(once.value()).contains("value 1");
    }

    @Test
    void isWaitedForByThoseWhoComeMeanwhile() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> get(begun, source));
        begun.await();

        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> get(begun, new CompletableFuture<>()));
        assertThat(once.value()).isEmpty();
        source.complete("value");

        assertThat(first.join()).isEqualTo("value");
        assertThat(second.join()).isEqualTo("value");
    }

    @Test
    void isFetchedAgainAfterAFailure() throws Exception {
        assertThatThrownBy(() -> once.get(() -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken");

        assertThat(once.get(() -> "value")).isEqualTo("value");
    }

    @Test
    void isFetchedAgainWhenItIsForgottenAndNothingElseIs() throws Exception {
        String stale = once.get(() -> "stale");
        once.forget(stale);
        String fresh = once.get(() -> "fresh");

        once.forget(stale);

        assertThat(once.value()).containsSame(fresh);
    }

    @Test
    void canBeGivenUpWaitingFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> never = new CompletableFuture<>();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> get(begun, never));
        begun.await();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> once.get(() -> "unused")).isInstanceOf(InterruptedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        never.complete("value");
        assertThat(first.join()).isEqualTo("value");
    }

    private String get(CountDownLatch begun, CompletableFuture<String> source) {
        try {
            return once.get(() -> {
                begun.countDown();
                return source.join();
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
