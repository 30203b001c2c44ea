package io.github.aspirejava.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs, as far as a shell can show. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are scripts of /bin/sh")
class ProgramTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path directory;

    private final Cancellation cancellation = new Cancellation();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void passesTheLinesOfBothOutputsInTheirOrderAndItsExitCode() throws Exception {
        int code = shell("echo one; echo two >&2; printf three; exit 7").run(lines::add, cancellation);

        assertThat(code).isEqualTo(7);
        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void seesNoVariablesButItsOwn() throws Exception {
        Variables variables = new Variables(Map.of("KEPT", "1", "CHANGED", "1", "REMOVED", "1"))
                .without(List.of("REMOVED"))
                .with(Map.of("CHANGED", "2", "ADDED", "3"));

        Program.of(Path.of("/usr/bin/env"), List.of(), variables).run(lines::add, cancellation);

        assertThat(lines).containsExactlyInAnyOrder("KEPT=1", "CHANGED=2", "ADDED=3");
        assertThat(Variables.inherited().values()).isEqualTo(System.getenv());
    }

    @Test
    void runsInItsDirectoryWithoutInput() throws Exception {
        shell("pwd; cat").in(directory).run(lines::add, cancellation);

        assertThat(lines).containsExactly(directory.toRealPath().toString());
    }

    @Test
    void isPrintedWithoutVariables() {
        Program program = Program.of(SHELL, List.of("-c", "true"), new Variables(Map.of("TOKEN", "hunter2")));

        assertThat(program).hasToString("sh -c true");
        assertThat(program.variables()).hasToString("[TOKEN]");
    }

    @ParameterizedTest
    @EnumSource
    void isEndedWithAllThatItStartedWhenTheRunIsCancelled(Ending ending) {
        Program program = shell("/bin/sleep 600 & echo $!; wait").endedBy(ending);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> program.run(this::addAndCancel, cancellation));

        assertGone(Long.parseLong(lines.get(0)));
    }

    @Test
    void isNotStartedWhenTheRunHasBeenCancelled() {
        Path trace = directory.resolve("trace");
        cancellation.cancel();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> shell("touch '%s'".formatted(trace)).run(lines::add, cancellation));
        assertThat(trace).doesNotExist();
    }

    @Test
    void isEndedWhenWhoWaitsIsInterrupted() {
        Thread waiting = Thread.currentThread();
        Program program = shell("echo $$; exec /bin/sleep 600");

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> program.run(
                        line -> {
                            lines.add(line);
                            waiting.interrupt();
                        },
                        cancellation));

        assertGone(Long.parseLong(lines.get(0)));
    }

    @Test
    void isEndedWhenItsOutputIsOfNoUse() {
        Program program = shell("echo $$; exec /bin/sleep 600");

        assertThatIOException()
                .isThrownBy(() -> program.run(
                        line -> {
                            lines.add(line);
                            throw new IOException("full");
                        },
                        cancellation))
                .withMessage("full");

        assertGone(Long.parseLong(lines.get(0)));
    }

    @Test
    void isGivenItsInputAndKeepsItsOutputsApart() throws Exception {
        try (RunningProgram running = shell("cat; echo oops >&2; exit 3").start()) {
            RunningProgram.Result result = running.result("grüße\n", 1000, LONG);

            assertThat(result).isEqualTo(new RunningProgram.Result(3, "grüße\n", "oops\n"));
            assertThat(result).hasToString("exit code 3");
        }
    }

    @Test
    void isReadNoFurtherThanTheLimit() throws Exception {
        try (RunningProgram running = shell("while echo 0123456789; do :; done").start()) {
            assertThat(running.result("", 15, LONG).output()).isEqualTo("0123456789\n0123");
        }
    }

    @Test
    void isEndedWhenItTakesTooLong() throws Exception {
        Path pid = directory.resolve("pid");
        try (RunningProgram running =
                shell("/bin/sleep 600 & echo $! >'%s'; wait".formatted(pid)).start()) {
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> running.result("", 1000, Duration.ofSeconds(1)));
        }

        assertGone(Long.parseLong(Files.readString(pid).strip()));
    }

    @Test
    void thatDoesNotExistCannotBeStarted() {
        Program program = Program.of(directory.resolve("missing"), List.of(), new Variables(Map.of()));

        assertThatIOException().isThrownBy(program::start).withMessageContaining("missing");
        assertThatIOException()
                .isThrownBy(() -> program.run(lines::add, cancellation))
                .withMessageContaining("missing");
    }

    private void addAndCancel(String line) {
        lines.add(line);
        new Thread(cancellation::cancel).start();
    }

    private static Program shell(String commands) {
        return Program.of(SHELL, List.of("-c", commands), Variables.inherited());
    }

    private static void assertGone(long pid) {
        assertThat(ProcessHandle.of(pid))
                .satisfiesAnyOf(
                        process -> assertThat(process).isEmpty(),
                        process -> assertThat(process.orElseThrow().onExit()).succeedsWithin(LONG));
    }
}
