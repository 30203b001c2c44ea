package io.github.aspirejava.maven.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The errors of a Maven that has failed to package modules. */
class MavenErrorsTest {
    @Test
    void areThoseOfTheFailedGoalWithoutMavensAdvice() {
        List<String> log = List.of(
                "[INFO] Compiling 2 source files",
                "[ERROR] COMPILATION ERROR : ",
                "[ERROR] /shop/Api.java:[5,14] cannot find symbol",
                "[INFO] BUILD FAILURE",
                "[ERROR] Failed to execute goal compiler:compile (default-compile) on project api: Compilation failure:",
                "[ERROR] /shop/Api.java:[5,14] cannot find symbol",
                "[ERROR]   symbol: class Order",
                "[ERROR] -> [Help 1]",
                "[ERROR] ",
                "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.",
                "[ERROR] Re-run Maven using the -X switch to enable full debug logging.",
                "[ERROR] For more information about the errors and possible solutions, please read the following articles:",
                "[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException",
                "[ERROR] After correcting the problems, you can resume the build with the command",
                "[ERROR]   mvn <args> -rf :api");

        assertThat(MavenErrors.of(log))
                .containsExactly(
                        "[ERROR] Failed to execute goal compiler:compile (default-compile) on project api: Compilation failure:",
                        "[ERROR] /shop/Api.java:[5,14] cannot find symbol",
                        "[ERROR]   symbol: class Order");
    }

    @Test
    void areTheFirstIfTheGoalReportsMany() {
        List<String> log = IntStream.range(0, 100)
                .mapToObj(i -> i == 0 ? "[ERROR] Failed to execute goal compile: " : "[ERROR] mistake " + i)
                .toList();

        assertThat(MavenErrors.of(log)).hasSize(20).startsWith(log.get(0)).endsWith("[ERROR] mistake 19");
    }

    @Test
    void areTheLastLinesIfNoGoalHasFailed() {
        assertThat(MavenErrors.of(List.of(
                        "[INFO] Scanning for projects...",
                        "[ERROR] Unresolveable build extension: Plugin x:y:1 -> [Help 2]")))
                .containsExactly("[ERROR] Unresolveable build extension: Plugin x:y:1");
        assertThat(MavenErrors.of(List.of("Error: could not create the Java Virtual Machine")))
                .containsExactly("Error: could not create the Java Virtual Machine");
    }
}
