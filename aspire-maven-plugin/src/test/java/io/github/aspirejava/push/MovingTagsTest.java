package io.github.aspirejava.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MovingTagsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final MovingTags tags = new MovingTags();

    @Test
    void nobodyWaitsIfNoTagIsBeingMoved() throws Exception {
        tags.during(() -> {});

        tags.await(LONG);
    }

    @Test
    void whoWaitsGoesOnWhenTheTagHasMoved() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Void> move = CompletableFuture.runAsync(() -> during(begun, answered));
        begun.await();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> await(LONG));

        assertThat(waiting).isNotDone();
        answered.countDown();
        waiting.get();
        move.get();
    }

    @Test
    void nobodyWaitsForeverForARegistryThatHangs() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Void> move = CompletableFuture.runAsync(() -> during(begun, answered));
        begun.await();

        tags.await(Duration.ofMillis(1));

        assertThat(move).isNotDone();
        answered.countDown();
        move.get();
    }

    private void during(CountDownLatch begun, CountDownLatch answered) {
        try {
            tags.during(() -> {
                begun.countDown();
                answered.await();
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(Duration atMost) {
        try {
            tags.await(atMost);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
