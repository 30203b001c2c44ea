package io.github.aspirejava.builder.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.run.StepState;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "npm is a script of the shell here")
class HostBuildTest {
    @TempDir
    Path root;

    private SampleFrontEnd sample;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void makeSample() throws IOException {
        sample = SampleFrontEnd.ofNpm(root);
    }

    @Test
    void installsAndBuildsAndHandsOverWhatWasBuilt() throws Exception {
        String page = build(host(false), output -> Files.readString(output.resolve("index.html")));

        assertThat(page).isEqualTo("page\n");
        assertThat(sample.callsSoFar()).containsExactly("npm ci --no-audit --no-fund", "npm run build");
        assertThat(log).containsExactly("node v20.0.0, npm 10.0.0", "npm ci --no-audit --no-fund", "npm run build");
    }

    @Test
    void givesTheBuildItsArguments() throws Exception {
        sample.argument("VITE_API", "https://api.example");

        String script = build(host(false), output -> Files.readString(output.resolve("assets/api.js")));

        assertThat(script).isEqualTo("https://api.example\n");
    }

    @Test
    void installsOnceForALockFile() throws Exception {
        build(host(false));
        build(host(false));

        assertThat(sample.callsSoFar())
                .containsExactly("npm ci --no-audit --no-fund", "npm run build", "npm run build");
        assertThat(log).contains("node_modules is up to date with package-lock.json");
    }

    @Test
    void installsAgainWhenTheLockFileHasChanged() throws Exception {
        build(host(false));
        sample.write("package-lock.json", "{\"other\":1}");
        build(host(false));

        assertThat(sample.callsSoFar())
                .filteredOn(call -> call.startsWith("npm ci"))
                .hasSize(2);
    }

    @Test
    void installsAgainWhenSomebodyHasInstalledSomethingByHand() throws Exception {
        build(host(false));
        sample.write("node_modules/.package-lock.json", "linked");
        build(host(false));

        assertThat(sample.callsSoFar())
                .filteredOn(call -> call.startsWith("npm ci"))
                .hasSize(2);
    }

    @Test
    void installsAgainAfterAnInstallationThatFailed() throws Exception {
        build(host(false));
        sample.write("package-lock.json", "{\"other\":1}");
        sample.program("npm", "case $1 in --version) echo 10.0.0 ;; *) exit 1 ;; esac");
        assertThatThrownBy(() -> build(host(false))).isInstanceOf(FrontEndException.class);
        SampleFrontEnd repaired = SampleFrontEnd.ofNpm(root).write("package-lock.json", "{}");
        build(host(false));

        assertThat(repaired.callsSoFar())
                .filteredOn(call -> call.startsWith("npm ci"))
                .hasSize(3);
    }

    @Test
    void keepsThePackageManagerFromTheNetworkWhereMavenIsOffline() throws Exception {
        build(host(true));

        assertThat(sample.callsSoFar()).contains("npm ci --no-audit --no-fund --offline");
    }

    @Test
    void installsWhatTheBuildNeedsWhateverNodeEnvSays() throws Exception {
        sample.program("npm", """
                case "$1" in
                --version) echo 10.0.0 ;;
                ci) mkdir node_modules && test -z "$NODE_ENV" ;;
                run) mkdir -p dist && echo page >dist/index.html ;;
                esac""");

        build(host(false));

        assertThat(sample.callsSoFar()).contains("npm run build");
    }

    @Test
    void tellsTheWholeOutputOfABuildThatFails() throws Exception {
        sample.program("npm", """
                case "$1" in
                --version) echo 10.0.0 ;;
                run) echo building; printf '\\033[31merror: no such module\\033[39m\\n' >&2; exit 3 ;;
                esac""");

        assertThatThrownBy(() -> build(host(false)))
                .isInstanceOf(FrontEndException.class)
                .hasMessage(
                        "npm run build failed with exit code 3 in %s. Its output:%nbuilding%nerror: no such module",
                        sample.directory);
        assertThat(log).endsWith("building", "error: no such module");
    }

    @Test
    void keepsTheEndOfALongOutput() throws Exception {
        sample.program("npm", """
                case "$1" in
                --version) echo 10.0.0 ;;
                run) seq 1 1000; exit 1 ;;
                esac""");

        assertThatThrownBy(() -> build(host(false)))
                .isInstanceOf(FrontEndException.class)
                .hasMessageContaining("… 800 lines before\n801\n")
                .hasMessageEndingWith("\n1000");
    }

    @Test
    void saysWhatToInstallWhereAProgramIsMissing() throws Exception {
        Files.delete(root.resolve("programs/npm"));
        HostBuild withoutNpm = new HostBuild(
                Map.of("PATH", root.resolve("programs").toString()), root.resolve("locks"), false, Clock.systemUTC());
        sample.program("node", "echo v20");

        assertThatThrownBy(() -> build(withoutNpm))
                .isInstanceOf(FrontEndException.class)
                .hasMessage(
                        "'frontend' is built on this machine, and there is no program npm on the PATH. Install Node.js 18 or newer from https://nodejs.org, or let a container engine build it: remove <builder>host</builder>");
    }

    @Test
    void refusesABuildThatLeavesNothingBehind() throws Exception {
        sample.program("npm", "case $1 in --version) echo 10.0.0 ;; esac");

        assertThatThrownBy(() -> build(host(false)))
                .isInstanceOf(FrontEndException.class)
                .hasMessage(
                        "npm run build has written nothing into %s. Write the output directory of the build, such as Vite's build.outDir, into <outputDirectory>",
                        sample.directory.resolve("dist"));
    }

    @Test
    void refusesWhatAnEarlierBuildHasLeftBehindIfThePageIsElsewhereNow() throws Exception {
        Files.createDirectories(sample.directory.resolve("dist"));
        FileTime old = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(Files.writeString(sample.directory.resolve("dist/index.html"), "old"), old);
        HostBuild later = host(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        FileTime future = FileTime.from(Instant.now().plus(Duration.ofHours(2)));
        Files.createDirectories(sample.directory.resolve("build/browser"));
        sample.program("npm", """
                case "$1" in
                --version) echo 10.0.0 ;;
                run) echo page >build/browser/index.html && touch -d @%d build/browser/index.html ;;
                esac""".formatted(future.to(TimeUnit.SECONDS)));

        assertThatThrownBy(() -> build(later))
                .hasMessage(
                        "npm run build has written nothing into %s, but a page into build/browser. Write <outputDirectory>build/browser</outputDirectory>",
                        sample.directory.resolve("dist"));
    }

    @Test
    void takesAnOutputThatTheBuildFindsUpToDate() throws Exception {
        build(host(false));
        sample.program("npm", "case $1 in --version) echo 10.0.0 ;; esac");

        HostBuild later = host(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        String page = build(later, output -> Files.readString(output.resolve("index.html")));

        assertThat(page).isEqualTo("page\n");
    }

    @Test
    void buildsAMemberWithTheLockFileOfItsWorkspace() throws Exception {
        sample.write("package.json", "{\"workspaces\":[\"apps/*\"]}").member("apps/web");

        String page = build(host(false), output -> Files.readString(output.resolve("index.html")));

        assertThat(page).isEqualTo("page\n");
        assertThat(sample.directory.resolve("apps/web/dist/index.html")).exists();
        assertThat(sample.directory.resolve("node_modules/.aspire-maven-plugin"))
                .exists();
    }

    @Test
    void letsTurboBuildAMemberAfterThoseThatItDependsOn() throws Exception {
        sample.write("package.json", "{\"workspaces\":[\"apps/*\"],\"devDependencies\":{\"turbo\":\"2\"}}")
                .write("turbo.json", "{}")
                .member("apps/web");
        sample.program("npm", """
                case "$1" in
                --version) echo 10.0.0 ;;
                exec) mkdir -p apps/web/dist && echo page >apps/web/dist/index.html ;;
                esac""");

        build(host(false));

        assertThat(sample.callsSoFar()).last().isEqualTo("npm exec --no -- turbo run build --filter=web");
    }

    @Test
    void givesSecretsToTheInstallationAloneAndShowsThemNowhere() throws Exception {
        sample.secret("FEED_TOKEN", "sesame-open").secret("npmrc", "//feed/:_authToken=poppy-seed");
        sample.program("npm", """
                case "$1" in
                --version) echo 10.0.0 ;;
                ci) echo "with $FEED_TOKEN and $(cat "$NPM_CONFIG_USERCONFIG")"; echo "$NPM_CONFIG_USERCONFIG" >config ;;
                run) mkdir -p dist && echo "[$FEED_TOKEN][$NPM_CONFIG_USERCONFIG]" >dist/index.html ;;
                esac""");

        String page = build(host(false), output -> Files.readString(output.resolve("index.html")));

        assertThat(page).isEqualTo("[][]\n");
        assertThat(log).contains("with *** and ***").noneMatch(line -> line.contains("sesame"));
        assertThat(Path.of(Files.readString(sample.directory.resolve("config")).strip()))
                .doesNotExist();
    }

    @Test
    void tellsThatAnotherNodeIsAskedFor() throws Exception {
        sample.write(".nvmrc", "v18\n");

        build(host(false));

        assertThat(log)
                .contains("%s asks for Node 18, and node on the PATH is v20.0.0"
                        .formatted(sample.directory.resolve(".nvmrc")));
    }

    @Test
    void letsOneBuildAtATimeWorkInADirectory() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<List<String>> callsOfFirst = CompletableFuture.supplyAsync(() -> {
            try {
                return build(host(false), output -> {
                    inside.countDown();
                    waiting.await();
                    return sample.callsSoFar();
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        inside.await();
        inRun(context -> host(false)
                .build(
                        sample.frontEnd(),
                        line -> {
                            if (line.startsWith("another build works in")) {
                                waiting.countDown();
                            }
                        },
                        context.cancellation(),
                        output -> ""));

        assertThat(callsOfFirst.join())
                .as("nothing is called until the first one has used its output")
                .containsExactly("npm ci --no-audit --no-fund", "npm run build");
        assertThat(sample.callsSoFar()).hasSize(3);
    }

    @Test
    void endsEverythingThatItHasStartedWhenTheRunIsCancelled() throws Exception {
        sample.program("npm", """
                case "$1" in
                --version) echo 10.0.0 ;;
                run) sleep 600 & echo "child $!"; wait ;;
                esac""");
        CompletableFuture<Long> child = new CompletableFuture<>();
        StepGraph graph = StepGraph.of(List.of(Step.of("build-frontend", StepKind.BUILD_VITE_APP, List.of(), "")));
        RunSettings settings = new RunSettings(2, false, HostBuildTest.class.getClassLoader(), Clock.systemUTC());
        try (PipelineRunner runner = new PipelineRunner(
                graph,
                Map.of(StepKind.BUILD_VITE_APP, context -> {
                    host(false)
                            .build(
                                    sample.frontEnd(),
                                    line -> {
                                        if (line.startsWith("child ")) {
                                            child.complete(Long.parseLong(line.substring(6)));
                                        }
                                    },
                                    context.cancellation(),
                                    output -> "");
                    return StepResult.NONE;
                }),
                settings,
                RunListener.NONE)) {
            CompletableFuture<RunReport> run = runner.run(List.of("build-frontend"));
            Optional<ProcessHandle> sleeping = ProcessHandle.of(child.join());
            runner.cancel();

            assertThat(run.join().in(StepState.CANCELLED)).hasSize(1);
            sleeping.ifPresent(process -> process.onExit().join());
        }
    }

    private HostBuild host(Clock clock) {
        return new HostBuild(sample.environment(), root.resolve("locks"), false, clock);
    }

    private HostBuild host(boolean offline) {
        return new HostBuild(sample.environment(), root.resolve("locks"), offline, Clock.systemUTC());
    }

    private void build(HostBuild host) throws Exception {
        build(host, output -> "");
    }

    private <R> R build(HostBuild host, HostBuild.Use<R, Exception> use) throws Exception {
        CompletableFuture<R> result = new CompletableFuture<>();
        inRun(context -> {
            result.complete(host.build(sample.frontEnd(), log::add, context.cancellation(), use));
            return "";
        });
        return result.join();
    }

    private interface InRun {
        Object with(io.github.aspirejava.run.StepContext context) throws Exception;
    }

    /** Executes an action as a step does; its failure is thrown unchanged. */
    private static void inRun(InRun action) throws Exception {
        CompletableFuture<Object> done = new CompletableFuture<>();
        StepGraph graph = StepGraph.of(List.of(Step.of("build-frontend", StepKind.BUILD_VITE_APP, List.of(), "")));
        RunSettings settings = new RunSettings(2, false, HostBuildTest.class.getClassLoader(), Clock.systemUTC());
        try (PipelineRunner runner = new PipelineRunner(
                graph,
                Map.of(StepKind.BUILD_VITE_APP, context -> {
                    try {
                        done.complete(action.with(context));
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                    return StepResult.NONE;
                }),
                settings,
                RunListener.NONE)) {
            runner.run(List.of("build-frontend")).join();
            done.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }
}
