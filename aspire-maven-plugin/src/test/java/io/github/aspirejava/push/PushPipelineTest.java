package io.github.aspirejava.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.fakes.registry.Hold;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.FixedCredentials;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Login, upload and push as the pipeline runs them. */
@Timeout(60)
class PushPipelineTest {
    private final RegistryFixture near = RegistryFixture.start();
    private final RegistryFixture far = RegistryFixture.start();

    @AfterEach
    void stop() {
        near.close();
        far.close();
    }

    @Test
    void aRegistryThatHangsHoldsBackNobodyElsesImage() throws Exception {
        Hold hold = far.hold(request -> true);
        try (PipelineRunner runner = twoRegistries().runner()) {
            CompletableFuture<RunReport> everything = runner.run(List.of("push"));
            hold.awaitArrivals(1);

            RunReport api = runner.run(List.of("push-api")).get();

            assertThat(api.succeeded()).isTrue();
            assertThat(near.contents().manifest("team/api", "1.0")).isPresent();
            assertThat(everything).isNotDone();
            hold.release();
            assertThat(everything.get().succeeded()).isTrue();
            assertThat(far.contents().manifest("team/worker", "1.0")).isPresent();
        }
    }

    @Test
    void manyImagesOfARegistryThatHangsHoldBackNobodyElsesImage() throws Exception {
        PushedModel model =
                new PushedModel().registry("near", near).registry("far", far).service("api", "near");
        List<String> workers =
                IntStream.range(0, 12).mapToObj(i -> "worker-" + i).toList();
        workers.forEach(worker -> model.service(worker, "far"));
        // The first request of each upload: all twelve wait, five of them for an answer and the others for their turn.
        Hold hold = far.hold(LoggedRequest::isManifest);
        try (PipelineRunner runner = model.runner()) {
            CompletableFuture<RunReport> everything =
                    runner.run(workers.stream().map("push-"::concat).toList());
            hold.awaitArrivals(5);

            RunReport api = runner.run(List.of("push-api")).get();

            assertThat(api.succeeded()).isTrue();
            assertThat(near.contents().manifest("team/api", "1.0")).isPresent();
            assertThat(everything).isNotDone();
            hold.release();
            assertThat(everything.get().succeeded()).isTrue();
        }
    }

    @Test
    void aRegistryThatRefusesTheConnectionHoldsBackNobodyElsesImage() throws Exception {
        PushedModel model = new PushedModel()
                .registry("near", near)
                .registry("far", "127.0.0.1:1")
                .service("api", "near")
                .service("worker", "far");

        RunReport report = run(model, "push");

        assertThat(near.contents().manifest("team/api", "1.0")).isPresent();
        assertThat(names(report.in(StepState.FAILED))).containsExactly("login-to-far");
        assertThat(names(report.in(StepState.SKIPPED))).containsExactly("upload-worker", "push-worker", "push");
        assertThat(report.find("login-to-far").flatMap(StepReport::reason))
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("pom.xml:2: ").contains("127.0.0.1:1"));
    }

    @Test
    void aRefusedLoginSaysWhichSourcesWereTriedAndNoSecret() throws Exception {
        near.withBasic("me", "right");
        PushedModel model = new PushedModel()
                .registry("near", near)
                .service("api", "near")
                .credentials(new FixedCredentials("elsewhere", "other", new Credentials("you", new Secret("hunter1"))))
                .credentials(new FixedCredentials("the POM", "near", new Credentials("me", new Secret("hunter2"))));

        RunReport report = run(model, "push");

        assertThat(report.find("login-to-near").flatMap(StepReport::reason))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("401", "elsewhere: nothing", "the POM: user 'me'")
                        .doesNotContain("hunter"));
        assertThat(near.requests(LoggedRequest::isBlobUpload)).isEmpty();
    }

    @Test
    void theImageNamesOwnHostOverridesEndpointAndRepository() throws Exception {
        PushedModel model = new PushedModel()
                .registry("near", near)
                .service("api", "near", Optional.of(far.host() + "/somebody/api"));

        RunReport report = run(model, "push");

        assertThat(report.succeeded()).isTrue();
        assertThat(far.contents().manifest("somebody/api", "1.0")).isPresent();
        assertThat(near.requests(LoggedRequest::isWrite)).isEmpty();
    }

    @Test
    void releasedTogetherAllTagsMoveWhenAllIsUploaded() throws Exception {
        RunReport report = run(twoRegistries().releasedTogether(), "push");

        assertThat(report.succeeded()).isTrue();
        assertThat(near.contents().manifest("team/api", "1.0")).isPresent();
        assertThat(far.contents().manifest("team/worker", "1.0")).isPresent();
    }

    @Test
    void releasedTogetherNoTagMovesWhenOneUploadFails() throws Exception {
        far.fail(1000, 500, LoggedRequest::isBlobUpload);

        RunReport report = run(twoRegistries().releasedTogether(), "push");

        assertThat(names(report.in(StepState.FAILED))).containsExactly("upload-worker");
        assertThat(report.find("push-api").map(StepReport::state)).contains(StepState.SKIPPED);
        assertThat(near.contents().manifest("team/api", "1.0")).isEmpty();
        assertThat(near.requests(LoggedRequest::isBlobUpload)).isNotEmpty();
    }

    @Test
    void aLayoutIsARegistryToo(@TempDir Path directory) throws Exception {
        RunReport report = run(new PushedModel().layout("bundle", directory).service("api", "bundle"), "push");

        assertThat(report.find("push-api").map(StepReport::outcome))
                .hasValueSatisfying(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                StepOutcome.Succeeded.class,
                                succeeded -> assertThat(succeeded.result())
                                        .isInstanceOfSatisfying(
                                                PushedService.class,
                                                pushed -> assertThat(
                                                                pushed.image().references())
                                                        .containsExactly(
                                                                "oci:" + directory.resolve("bundle") + ":api:1.0"))));
        assertThat(directory.resolve("bundle/index.json")).exists();
    }

    @Test
    void aLayoutThatCannotBeMadeIsOneLine(@TempDir Path directory) throws Exception {
        Files.createFile(directory.resolve("bundle"));

        RunReport report = run(new PushedModel().layout("bundle", directory).service("api", "bundle"), "push");

        assertThat(report.find("login-to-bundle").flatMap(StepReport::reason))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("pom.xml:1: The image layout ")
                        .contains("Write another <directory>")
                        .doesNotContain("\n"));
    }

    private PushedModel twoRegistries() {
        return new PushedModel()
                .registry("near", near)
                .registry("far", far)
                .service("api", "near")
                .service("worker", "far");
    }

    private static RunReport run(PushedModel model, String target)
            throws InvalidModelException, ExecutionException, InterruptedException, IOException {
        try (PipelineRunner runner = model.runner()) {
            return runner.run(List.of(target)).get();
        }
    }

    private static List<String> names(List<StepReport> steps) {
        return steps.stream().map(step -> step.step().name()).toList();
    }
}
