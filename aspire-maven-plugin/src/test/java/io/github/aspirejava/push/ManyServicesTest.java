package io.github.aspirejava.push;

import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.Hold;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.LongSeries;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.TestImages;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.Timekeeper;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RetryPolicy;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many concurrent services that share their layers, as the pipeline pushes them. */
@Timeout(60)
class ManyServicesTest {
    private static final Blob[] SHARED =
            IntStream.range(0, 6).mapToObj(i -> layer("shared " + i)).toArray(Blob[]::new);

    @Test
    void eachBlobIsUploadedOnceToEachRegistryAndNothingIsWrittenInVain() throws Exception {
        try (RegistryFixture near = RegistryFixture.start();
                RegistryFixture far = RegistryFixture.start()) {
            PushedModel model = new PushedModel()
                    .registry("near", near)
                    .registry("far", far)
                    .sharing(SHARED);
            services(8).forEach(name -> model.service("near-" + name, "near").service("far-" + name, "far"));

            assertThat(push(model).succeeded()).isTrue();

            for (RegistryFixture registry : List.of(near, far)) {
                int login = 2;
                int uploads = 2 * (6 + 8);
                int mounts = 6 * 7;
                assertThat(uploaded(registry)).hasSize(6 + 8).doesNotHaveDuplicates();
                assertThat(registry.requests(LoggedRequest::isMount)).hasSize(mounts);
                assertThat(registry.requests(LoggedRequest::isWrite)).hasSize(login + uploads + mounts + 8);
            }
        }
    }

    @Test
    void oneImagesThirtySecondsOfSilenceAreThoseOfAll() throws Exception {
        NoticedTime time = new NoticedTime();
        try (RegistryFixture registry = RegistryFixture.start(time.virtual.clock())) {
            PushedModel model = new PushedModel().registry("near", registry).through(time.registries());
            List<String> services = services(12);
            services.forEach(name -> model.service(name, "near"));
            AtomicInteger writes = new AtomicInteger();
            List<LoggedRequest> third = new CopyOnWriteArrayList<>();
            List<LoggedRequest> later = new CopyOnWriteArrayList<>();
            // After the third write no request is answered until a client waits: so requests under way free no permit,
            // and a client that sends in spite of the throttle is noticed.
            Hold hold = registry.hold(request -> {
                if (request.isWrite() && writes.incrementAndGet() == 3) {
                    third.add(request);
                } else if (!third.isEmpty()) {
                    later.add(request);
                    return true;
                }
                return false;
            });
            registry.fail(Fault.status(429, "30").times(1), third::contains);

            try (PipelineRunner runner = model.runner()) {
                CompletableFuture<RunReport> report = runner.run(List.of("push"));
                time.awaitPause();
                hold.release();

                assertThat(report.get().succeeded()).isTrue();
            }

            services.forEach(name -> assertThat(registry.contents().manifest("team/" + name, "1.0"))
                    .isPresent());
            Instant refused = third.get(0).at();
            // The requests under way, and none that would have taken the turn of the refused one.
            assertThat(later.stream().filter(request -> request.at().isBefore(refused.plusSeconds(30))))
                    .hasSizeLessThan(HttpSettings.DEFAULT.connectionsPerHost())
                    .allSatisfy(request -> assertThat(request.at()).isEqualTo(refused));
        }
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void noneIsLostAndNoBlobComesTwice(int round) throws Exception {
        try (RegistryFixture registry = RegistryFixture.start()) {
            PushedModel model = new PushedModel().registry("near", registry).sharing(SHARED);
            List<String> services = services(24);
            services.forEach(name -> model.service(name, "near"));

            assertThat(push(model).succeeded()).as("round %d", round).isTrue();

            assertThat(uploaded(registry)).hasSize(6 + 24).doesNotHaveDuplicates();
            for (String name : services) {
                assertThat(StoredImages.manifest(registry.contents(), "team/" + name, "1.0"))
                        .contains(TestImages.image(name, SHARED).root());
                for (Blob blob : TestImages.image(name, SHARED).blobs()) {
                    assertThat(registry.contents()
                                    .blob("team/" + name, blob.descriptor().digest()))
                            .hasValue(blob.open().readAllBytes());
                }
            }
        }
    }

    @Test
    void cancelledInTheMiddleNoTagMovesAndNoThreadIsLeft() throws Exception {
        try (RegistryFixture registry = RegistryFixture.start()) {
            PushedModel model = new PushedModel().registry("near", registry).sharing(SHARED);
            List<String> services = services(12);
            services.forEach(name -> model.service(name, "near"));
            Hold uploads = registry.hold(LoggedRequest::isBlobUpload);
            List<Thread> threads;
            try (PipelineRunner runner = model.runner()) {
                CompletableFuture<RunReport> report = runner.run(List.of("push"));
                uploads.awaitArrivals(5);
                threads = poolThreads();

                runner.cancel();

                RunReport ended = report.get(30, TimeUnit.SECONDS);
                assertThat(ended.in(StepState.CANCELLED))
                        .extracting(step -> step.step().name())
                        .containsAll(services.stream().map("upload-"::concat).toList())
                        .containsAll(services.stream().map("push-"::concat).toList());
                assertThat(ended.in(StepState.FAILED)).isEmpty();
            }
            uploads.release();

            assertThat(threads).isNotEmpty();
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
            assertThat(registry.requests(request -> request.isWrite() && request.isManifest()))
                    .isEmpty();
        }
    }

    private static IntStream rounds() {
        return IntStream.rangeClosed(1, LongSeries.of(50));
    }

    private static List<String> services(int count) {
        return IntStream.range(0, count).mapToObj(i -> "service-" + i).toList();
    }

    private static RunReport push(PushedModel model) throws Exception {
        try (PipelineRunner runner = model.runner()) {
            return runner.run(List.of("push")).get();
        }
    }

    private static List<String> uploaded(RegistryFixture registry) {
        return registry.requests(LoggedRequest::isBlobUpload).stream()
                .map(LoggedRequest::digestParameter)
                .toList();
    }

    private static List<Thread> poolThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("aspire-"))
                .toList();
    }

    /** A virtual time that reports the beginning of each wait. */
    private static final class NoticedTime implements Timekeeper {
        private final VirtualTime virtual = new VirtualTime();
        private final CountDownLatch paused = new CountDownLatch(1);

        Registries registries() {
            return new Registries(HttpSettings.DEFAULT, RetryPolicy.DEFAULT, this, new Random(1));
        }

        void awaitPause() throws InterruptedException {
            assertThat(paused.await(30, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public Instant now() {
            return virtual.now();
        }

        @Override
        public void pause(Duration duration, Cancellation unless) {
            virtual.pause(duration, unless);
            paused.countDown();
        }
    }
}
