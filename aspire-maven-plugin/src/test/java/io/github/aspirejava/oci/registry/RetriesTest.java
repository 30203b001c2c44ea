package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.Hold;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.VirtualTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests that are retried, the number of retries, and the back-off. */
@Timeout(60)
class RetriesTest {
    private static final Blob BLOB = layer("some bytes");

    private final VirtualTime time = new VirtualTime();
    private final RegistryFixture registry = RegistryFixture.start(time.clock());
    private final Registries registries = time.registries();
    private final RegistryRepository repository =
            registries.client(registry.host()).repository(new Repository("api"));

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 499, 500, 502, 503, 504, 522})
    void triesAgainWhatMayWorkTheNextTime(int status) throws Exception {
        registry.fail(3, status, LoggedRequest::isRead);

        assertThat(repository.blobs().has(BLOB.descriptor().digest())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 405, 501})
    void doesNotTryAgainWhatStaysAsItIs(int status) throws Exception {
        registries.client(registry.host()).checkAccess();
        registry.forgetRequests();
        registry.fail(10, status, LoggedRequest::isWrite);

        assertThatThrownBy(
                        () -> repository.blobs().startUpload(BLOB.descriptor().digest()))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("answered " + status);
        assertThat(registry.requests()).hasSize(1);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void givesUpAfterEightTriesAndSaysSo() {
        registry.fail(Fault.status(503), request -> request.method().equals("HEAD"));

        assertThatThrownBy(() -> repository.blobs().has(BLOB.descriptor().digest()))
                .hasMessageContaining("answered 503")
                .hasMessageContaining("It was tried 8 times in ");
        assertThat(registry.requests(request -> request.method().equals("HEAD")))
                .hasSize(8);
    }

    @Test
    void waitsLongerAfterEachFailureAndNeverTheSameTime() {
        registry.fail(Fault.close(), request -> request.method().equals("HEAD"));

        assertThatThrownBy(() -> repository.blobs().has(BLOB.descriptor().digest()))
                .isInstanceOf(RegistryException.class);

        List<Duration> pauses = new ArrayList<>();
        List<LoggedRequest> tries =
                registry.requests(request -> request.method().equals("HEAD"));
        for (int i = 1; i < tries.size(); i++) {
            pauses.add(Duration.between(tries.get(i - 1).at(), tries.get(i).at()));
        }
        Duration full = Duration.ofMillis(250);
        for (Duration pause : pauses) {
            assertThat(pause).isBetween(full.dividedBy(2), full).isNotEqualTo(full);
            full = full.multipliedBy(2);
        }
    }

    @Test
    void asksNobodyAtThatHostUntilTheTimeThatItNames() throws Exception {
        registries.client(registry.host()).checkAccess();
        registry.fail(
                Fault.status(429, "30").times(1), request -> request.method().equals("HEAD"));

        repository.blobs().has(BLOB.descriptor().digest());
        registries
                .client(registry.host())
                .repository(new Repository("other"))
                .blobs()
                .startUpload(BLOB.descriptor().digest());

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
        List<LoggedRequest> requests = registry.requests();
        assertThat(requests.get(2).at()).isEqualTo(requests.get(1).at().plusSeconds(30));
    }

    @Test
    void understandsADateAsTheTimeToComeBack() throws Exception {
        Instant date = time.now().plusSeconds(45);
        registry.fail(
                Fault.status(503, date).times(1), request -> request.method().equals("HEAD"));

        repository.blobs().has(BLOB.descriptor().digest());

        assertThat(time.now()).isEqualTo(date);
    }

    @Test
    void givesUpAtOnceWhenItIsToComeBackMuchLater() {
        registry.fail(Fault.status(429, "3600"), request -> request.method().equals("HEAD"));

        assertThatThrownBy(() -> repository.blobs().has(BLOB.descriptor().digest()))
                .hasMessageContaining("answered 429")
                .hasMessageContaining("asks to wait 3600 s");
        assertThat(registry.requests(request -> request.method().equals("HEAD")))
                .hasSize(1);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void sendsFewerAtATimeToAHostThatComplains() throws Exception {
        registries.client(registry.host()).checkAccess();
        registry.fail(
                Fault.status(429, "1").times(1), request -> request.method().equals("HEAD"));
        repository.blobs().has(BLOB.descriptor().digest());
        registry.forgetRequests();
        Hold all = registry.hold(request -> true);

        try (Crowd crowd = new Crowd()) {
            List<Future<Boolean>> answers = crowd.ask(repository, 6);
            all.awaitArrivals(2);

            assertThat(registry.requests()).hasSize(2);
            all.release();
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isFalse();
            }
        }
    }

    @Test
    void sendsFiveAtATime() throws Exception {
        registries.client(registry.host()).checkAccess();
        registry.forgetRequests();
        Hold all = registry.hold(request -> true);

        try (Crowd crowd = new Crowd()) {
            List<Future<Boolean>> answers = crowd.ask(repository, 12);
            all.awaitArrivals(5);

            assertThat(registry.requests()).hasSize(5);
            all.release();
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isFalse();
            }
        }
    }

    @Test
    void breaksOffWhatIsUnderWayWhenAllIsCalledOff() throws Exception {
        registries.client(registry.host()).checkAccess();
        Hold all = registry.hold(request -> true);

        try (Crowd crowd = new Crowd()) {
            List<Future<Boolean>> answers = crowd.ask(repository, 12);
            all.awaitArrivals(5);
            registries.callOff();

            for (Future<Boolean> answer : answers) {
                assertThatThrownBy(answer::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(InterruptedIOException.class);
            }
        }
    }

    @Test
    void wakesThoseWhoWaitForAnotherTryWhenAllIsCalledOff() {
        Registries slow = new Registries();
        registry.fail(Fault.status(429, "200"), request -> request.method().equals("HEAD"));
        RegistryRepository there = slow.client(registry.host()).repository(new Repository("api"));
        Hold first = registry.hold(request -> request.method().equals("HEAD"));

        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return there.blobs().has(BLOB.descriptor().digest());
            } catch (InterruptedIOException e) {
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        awaitAndRelease(first);
        slow.callOff();

        assertThat(answer.join()).isTrue();
    }

    private static void awaitAndRelease(Hold hold) {
        try {
            hold.awaitArrivals(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        hold.release();
    }

    /** A number of clients that send the same request at once. */
    private static final class Crowd implements AutoCloseable {
        private final ExecutorService threads = Executors.newCachedThreadPool();

        List<Future<Boolean>> ask(RegistryRepository repository, int times) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(threads.submit(
                        () -> repository.blobs().has(BLOB.descriptor().digest())));
            }
            return answers;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
