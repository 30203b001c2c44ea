package io.github.aspirejava.oci.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialHelperTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    @Test
    void givesUserAndSecret() throws IOException {
        assertThat(helper("echo '{\"ServerURL\":\"ghcr.io\",\"Username\":\"ann\",\"Secret\":\"pw\"}'")
                        .get("ghcr.io"))
                .hasValueSatisfying(found -> {
                    assertThat(found.username()).isEqualTo("ann");
                    assertThat(found.password().reveal()).isEqualTo("pw");
                    assertThat(found.isIdentityToken()).isFalse();
                });
    }

    @Test
    void givesAnIdentityTokenToNobodyInParticular() throws IOException {
        assertThat(helper("echo '{\"Username\":\"<token>\",\"Secret\":\"refresh\"}'")
                        .get("ghcr.io"))
                .hasValueSatisfying(found -> {
                    assertThat(found.isIdentityToken()).isTrue();
                    assertThat(found.password().reveal()).isEqualTo("refresh");
                });
    }

    @Test
    void isRunInTheEnvironmentThatItIsLookedForIn() throws IOException {
        CredentialHelper helper = helper(
                "echo '{\"Username\":\"'$VAULT'\",\"Secret\":\"'${HOME:-none}'\"}'", Map.of("VAULT", "mine"), LONG);

        assertThat(helper.get("ghcr.io")).hasValueSatisfying(found -> {
            assertThat(found.username()).isEqualTo("mine");
            assertThat(found.password().reveal()).isEqualTo("none");
        });
    }

    @Test
    void hasNothingWhenItSaysSo() throws IOException {
        assertThat(helper("echo 'credentials not found in native keychain'; exit 1")
                        .get("ghcr.io"))
                .isEmpty();
        assertThat(helper("echo '{\"Username\":\"\",\"Secret\":\"\"}'").get("ghcr.io"))
                .isEmpty();
    }

    @Test
    void mayFailInItsOwnWords() throws IOException {
        assertFails(helper("echo 'the vault is locked'; echo more; exit 2"))
                .withMessage("it failed with exit code 2: the vault is locked");
        assertFails(helper("echo 'no session' >&2; exit 1")).withMessage("it failed with exit code 1: no session");
        assertFails(helper("exit 1")).withMessage("it failed with exit code 1: it does not say why");
    }

    @Test
    void isNotQuotedWhenItFailsWithAnAnswer() throws IOException {
        assertFails(helper("echo '{\"Username\":\"ann\",\"Secret\":\"hunter2\"}'; exit 1"))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void isNotQuotedWhenItsAnswerIsNotUnderstood() throws IOException {
        assertFails(helper("echo hunter2")).withMessage("its answer is not the JSON that a credential helper gives");
        assertFails(helper("echo '{\"Secret\":\"hunter2\"}'")).withMessage("its answer has no Username");
        assertFails(helper("echo '{\"Username\":\"ann\"}'")).withMessage("its answer has no Secret");
    }

    @Test
    void mayLeaveItsInputUnreadAndFillItsErrors() throws IOException {
        String script = "i=0; while [ $i -lt 20000 ]; do echo 'warning: this is old' >&2; i=$((i+1)); done;"
                + " echo '{\"Username\":\"ann\",\"Secret\":\"pw\"}'";

        assertThat(helper(script).get("ghcr.io")).isPresent();
    }

    @Test
    void isEndedWithAllThatItStartedWhenItDoesNotAnswer() throws IOException {
        Path pid = directory.resolve("pid");
        // Its child process, too, holds the pipe open.
        CredentialHelper helper =
                helper("/bin/sleep 600 & echo $! >'%s'; wait".formatted(pid), Map.of(), Duration.ofSeconds(1));

        assertFails(helper).withMessage("it did not answer within 1 s");

        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
                .satisfiesAnyOf(
                        child -> assertThat(child).isEmpty(),
                        child -> assertThat(child.orElseThrow().onExit()).succeedsWithin(LONG));
    }

    @Test
    void isEndedWhenWhoAsksIsInterrupted() throws IOException {
        CredentialHelper helper = helper("exec /bin/sleep 600");

        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> helper.get("ghcr.io"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isOnlyLookedForInWholeDirectoriesOfThePath() throws IOException {
        HelperScript.write(directory, "x", "echo");
        Path relative = Path.of("").toAbsolutePath().relativize(directory.toAbsolutePath());

        assertFails(new CredentialHelper("x", Map.of("PATH", relative + "::/nonexistent"), LONG))
                .withMessageContaining("no program docker-credential-x on the PATH");
        assertFails(new CredentialHelper("x", Map.of(), LONG)).withMessageContaining("no program");
        assertFails(new CredentialHelper("../x", Map.of("PATH", directory.toString()), LONG))
                .withMessage("'../x' is not the name of a credential helper");
    }

    private static ThrowableAssertAlternative<IOException> assertFails(CredentialHelper helper) {
        return assertThatIOException().isThrownBy(() -> helper.get("ghcr.io"));
    }

    private CredentialHelper helper(String script) throws IOException {
        return helper(script, Map.of(), LONG);
    }

    private CredentialHelper helper(String script, Map<String, String> environment, Duration patience)
            throws IOException {
        HelperScript.write(directory, "test", script);
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("PATH", directory.toString());
        return new CredentialHelper("test", variables, patience);
    }
}
