package io.github.aspirejava.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushReportTest {
    private static final StepOutcome CANCELLED = new StepOutcome.Cancelled();

    private final RegistryFixture near = RegistryFixture.start();

    @AfterEach
    void stop() {
        near.close();
    }

    @Test
    void tellsWhatWasPushedAndWhatWasThere() throws Exception {
        PushedModel model = new PushedModel()
                .registry("near", near)
                .service("worker", "near")
                .service("api", "near");
        run(model, "push-api");

        PushReport report = run(model, "push");

        assertThat(report.notPushed()).isEmpty();
        assertThat(report.images())
                .extracting(PushedService::service, image -> image.image().changed())
                .containsExactly(tuple("api", false), tuple("worker", true));
        PushedImage api = report.images().get(0).image();
        PushedImage worker = report.images().get(1).image();
        assertThat(ImagesText.lines(report))
                .containsExactly(
                        "existing   api     %s/team/api:1.0@%s".formatted(near.host(), api.digest()),
                        "pushed     worker  " + worker.blobs().sending(worker.bytesUploaded()),
                        "                   %s/team/worker:1.0@%s".formatted(near.host(), worker.digest()));
    }

    @Test
    void tellsOnlyOfWhatWasAskedFor() throws Exception {
        PushedModel model =
                new PushedModel().registry("near", near).service("api", "near").service("worker", "near");

        assertThat(run(model, "push-api").images())
                .extracting(PushedService::service)
                .containsExactly("api");
        assertThat(run(model, "build-worker").images()).isEmpty();
    }

    @Test
    void namesTheStepBecauseOfWhichAnImageWasNotPushedAndWhyThatFailed() throws Exception {
        PushedModel model = new PushedModel()
                .registry("near", near)
                .registry("far", "127.0.0.1:1")
                .service("api", "near")
                .service("worker", "far");

        PushReport report = run(model, "push");

        assertThat(report.images()).extracting(PushedService::service).containsExactly("api");
        assertThat(report.notPushed()).singleElement().satisfies(worker -> {
            assertThat(worker.service()).isEqualTo("worker");
            assertThat(worker.registry()).isEqualTo("far");
            assertThat(worker.because()).contains("login-to-far");
            assertThat(worker.reason()).startsWith("pom.xml:2: ").contains("127.0.0.1:1");
        });
        assertThat(ImagesText.lines(report)).last().isEqualTo("not pushed worker  because of login-to-far");
    }

    @Test
    void namesAPushThatFailedItself() throws Exception {
        near.fail(1000, 500, request -> request.isWrite() && request.isManifest());

        PushReport report = run(new PushedModel().registry("near", near).service("api", "near"), "push");

        assertThat(report.notPushed()).extracting(UnpushedService::because).containsExactly(Optional.of("push-api"));
    }

    @Test
    void namesTheFirstFailureOfARunThatFailuresCancel() throws Exception {
        PushReport report = PushReport.of(
                run(step("push-api", CANCELLED, 0), failed("build-worker", 20), failed("login-to-near", 10)),
                model().failingFast().model());

        assertThat(report.notPushed())
                .containsExactly(
                        new UnpushedService("api", "near", Optional.of("login-to-near"), "login-to-near broke"));
    }

    @Test
    void namesNoStepIfSomebodyElseCancelledTheRun() throws Exception {
        AppModel model = model().model();

        PushReport report = PushReport.of(run(step("push-api", CANCELLED, 0), failed("build-worker", 20)), model);

        assertThat(report.notPushed())
                .containsExactly(new UnpushedService("api", "near", Optional.empty(), "The run was cancelled"));
        assertThat(ImagesText.lines(report)).containsExactly("not pushed api  The run was cancelled");
    }

    private PushedModel model() {
        return new PushedModel().registry("near", near).service("api", "near");
    }

    private static PushReport run(PushedModel model, String target) throws Exception {
        try (PipelineRunner runner = model.runner()) {
            return PushReport.of(runner.run(List.of(target)).get(), model.model());
        }
    }

    private static RunReport run(StepReport... steps) {
        return new RunReport(Instant.EPOCH, Duration.ofSeconds(1), List.of(steps));
    }

    private static StepReport failed(String name, long end) {
        return step(name, new StepOutcome.Failed(new StepException(name + " broke")), end);
    }

    private static StepReport step(String name, StepOutcome outcome, long end) {
        StepKind kind = name.startsWith("push-") ? StepKind.PUSH_IMAGE : StepKind.LOGIN_TO_REGISTRY;
        String resource = name.substring(name.lastIndexOf('-') + 1);
        return new StepReport(
                Step.of(name, kind, resource, Set.of(), ""), outcome, Duration.ZERO, Duration.ofMillis(end));
    }
}
