package io.github.aspirejava.maven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.builder.library.LayerLimits;
import io.github.aspirejava.builder.library.LibraryPlans;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.maven.report.ModuleFailure;
import io.github.aspirejava.maven.report.RunFiles;
import io.github.aspirejava.maven.report.RunSummary;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The steps that goals hand over, and their outcome at the end of the build. */
@Timeout(60)
class SessionPipelineTest {
    private static final StepGraph GRAPH = StepGraph.of(List.of(
            Step.of("provision-acr", StepKind.PROVISION_REGISTRY, "acr", Set.of(), ""),
            Step.of("provision-env", StepKind.PROVISION_ENVIRONMENT, "env", Set.of(), ""),
            Step.of("provision", StepKind.AGGREGATE, Set.of("provision-acr", "provision-env"), ""),
            Step.of("login-to-acr-acr", StepKind.LOGIN_TO_AZURE_REGISTRY, "acr", Set.of("provision-acr"), ""),
            Step.of("upload-api", StepKind.UPLOAD_IMAGE, "api", Set.of("login-to-acr-acr"), ""),
            Step.of("upload-web", StepKind.UPLOAD_IMAGE, "web", Set.of("login-to-acr-acr"), ""),
            Step.of("await-build", StepKind.AWAIT_BUILD, Set.of(), ""),
            Step.of("release-api", StepKind.PUBLISH, "api", Set.of("upload-api", "await-build"), "")));

    private static final MavenProject ROOT = project("shop");
    private static final MavenProject API = project("api");
    private static final MavenProject WEB = project("web");

    private final Map<StepKind, StepAction> actions = new EnumMap<>(StepKind.class);
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<String> output = new ArrayList<>();
    private final BuildGate gate = new BuildGate();

    @TempDir
    private Path target;

    private SessionPipeline pipeline;

    @BeforeEach
    void assemble() throws InvalidModelException {
        for (StepKind kind : StepKind.values()) {
            action(kind, context -> StepResult.NONE);
        }
        action(StepKind.AWAIT_BUILD, gate);
        pipeline = pipeline();
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void anEnvironmentGoesOnWhileImagesArePushedAndFailsTheBuildAtItsEnd() throws Exception {
        CountDownLatch provisioning = new CountDownLatch(1);
        action(StepKind.PROVISION_ENVIRONMENT, context -> {
            provisioning.await();
            throw new StepException("There is no quota left. Ask for more.");
        });

        pipeline.submit(List.of("provision"), ROOT, execution("provision"));
        assertThat(pipeline.run(List.of("provision-acr")).succeeded()).isTrue();
        pipeline.submit(List.of("upload-api"), API, execution("push"));
        assertThat(pipeline.run(List.of("upload-api")).succeeded()).isTrue();
        provisioning.countDown();
        List<ModuleFailure> failures = join(Optional.empty());

        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.project()).isEqualTo(ROOT);
            assertThat(failure.execution().getGoal()).isEqualTo("provision");
            assertThat(failure.message()).isEqualTo("provision-env failed: There is no quota left. Ask for more.");
            assertThat(failure.errors()).hasSize(1);
        });
        assertThat(log).containsSubsequence("upload-api", "provision-env");
    }

    @Test
    void aFailureBelongsToTheModuleOfItsServiceWhoeverAskedForIt() throws Exception {
        action(StepKind.UPLOAD_IMAGE, context -> {
            if (context.step().name().equals("upload-web")) {
                throw new StepException("It is full.");
            }
            return StepResult.NONE;
        });

        pipeline.submit(List.of("upload-api", "upload-web"), API, execution("push"));

        assertThat(join(Optional.empty())).singleElement().satisfies(failure -> {
            assertThat(failure.project()).isEqualTo(WEB);
            assertThat(failure.message()).isEqualTo("upload-web failed: It is full.");
        });
    }

    @Test
    void aStepThatKeepsSeveralModulesFromTheirEndIsExplainedOnce() throws Exception {
        action(StepKind.LOGIN_TO_AZURE_REGISTRY, context -> {
            throw new StepException("Wrong password.");
        });

        pipeline.submit(List.of("upload-api"), API, execution("push"));
        pipeline.submit(List.of("upload-api", "upload-web"), WEB, execution("push"));

        assertThat(join(Optional.empty()))
                .extracting(ModuleFailure::project, ModuleFailure::message)
                .containsExactly(
                        tuple(API, "login-to-acr-acr failed: Wrong password."),
                        tuple(WEB, "upload-web was skipped because of login-to-acr-acr"));
    }

    @Test
    void aReleaseGoesOnWhenTheBuildIsASuccess() throws Exception {
        pipeline.submit(List.of("release-api"), API, execution("push"));
        assertThat(pipeline.run(List.of("upload-api")).succeeded()).isTrue();
        assertThat(log).doesNotContain("release-api");

        assertThat(join(Optional.empty())).isEmpty();

        assertThat(log).contains("release-api");
    }

    @Test
    void aReleaseOfAFailedBuildIsHeldBackAndSaysWhy() throws Exception {
        pipeline.submit(List.of("release-api"), API, execution("push"));

        assertThat(join(Optional.of("Maven has not built web.")))
                .as("Maven itself tells of web")
                .isEmpty();

        assertThat(log).contains("upload-api").doesNotContain("release-api");
        pipeline.conclude();
        assertThat(output).anyMatch(line -> line.contains("Maven has not built web."));
    }

    @Test
    void isConcludedOnce() throws Exception {
        pipeline.run(List.of("upload-api"));

        pipeline.conclude();
        List<String> once = List.copyOf(output);
        pipeline.conclude();

        assertThat(output).isEqualTo(once).isNotEmpty();
        assertThat(target.resolve("images.json")).exists();
        assertThat(target.resolve("pipeline.json")).exists();
    }

    @Test
    void saysNothingIfNothingWasAskedFor() throws Exception {
        pipeline.conclude();

        assertThat(output).isEmpty();
        assertThat(target.resolve("pipeline.json")).doesNotExist();
    }

    private List<ModuleFailure> join(Optional<String> failed) throws InterruptedException {
        return pipeline.join(
                failed,
                service -> List.of(API, WEB).stream()
                        .filter(project -> project.getArtifactId().equals(service))
                        .findFirst());
    }

    private void action(StepKind kind, StepAction action) {
        actions.put(kind, action);
    }

    private SessionPipeline pipeline() throws InvalidModelException {
        AppModel model = AppModel.of(List.of(), List.of(), List.of(), List.of(), AppSettings.DEFAULT, new Problems());
        Map<StepKind, StepAction> logging = new EnumMap<>(StepKind.class);
        for (StepKind kind : StepKind.values()) {
            logging.put(kind, context -> {
                try {
                    return actions.getOrDefault(kind, StepAction.NOTHING).run(context);
                } finally {
                    log.add(context.step().name());
                }
            });
        }
        PipelineRunner runner = new PipelineRunner(
                GRAPH,
                logging,
                new RunSettings(4, false, SessionPipelineTest.class.getClassLoader(), Clock.systemUTC()),
                RunListener.NONE);
        RunSummary summary = new RunSummary(
                model,
                new LibraryPlans(model, new NoModules(), LayerLimits.DEFAULT),
                new RunFiles(target),
                output::add);
        return new SessionPipeline(runner, targets -> {}, gate, summary);
    }

    private static MavenProject project(String name) {
        MavenProject project = new MavenProject();
        project.setGroupId("com.example");
        project.setArtifactId(name);
        project.setVersion("1");
        return project;
    }

    private static MojoExecution execution(String goal) {
        return new MojoExecution(new Plugin(), goal, "default");
    }

    private static final class NoModules implements JavaModules {
        @Override
        public List<Library> libraries(JavaApp app) {
            return List.of();
        }

        @Override
        public ModuleOutput.Layout layout(JavaApp app) throws StepException {
            throw new StepException("There are no modules.");
        }

        @Override
        public JavaModule find(JavaApp app) throws StepException {
            throw new StepException("There are no modules.");
        }
    }
}
