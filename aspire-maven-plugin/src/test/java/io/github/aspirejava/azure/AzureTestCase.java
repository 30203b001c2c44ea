package io.github.aspirejava.azure;

import io.github.aspirejava.fakes.azure.FakeAzure;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.run.StepState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test case with an Azure of its own. When it is closed it reports every request that the real Azure would have
 * rejected.
 */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
abstract class AzureTestCase {
    private static CertificateAuthority authority;

    @TempDir
    Path directory;

    FakeAzure azure;

    @BeforeAll
    static void makeAuthority(@TempDir Path keys) {
        authority = new CertificateAuthority(keys);
    }

    @BeforeEach
    void start() {
        azure = FakeAzure.start(authority, name -> URI.create("http://localhost:1"));
    }

    @AfterEach
    void stop() {
        azure.close();
    }

    /** Creates an empty model. */
    final AzureRun model() {
        return new AzureRun(azure, directory);
    }

    /** Returns the messages of failed steps. */
    static List<String> reasons(RunReport report) {
        return report.in(StepState.FAILED).stream()
                .map(StepReport::reason)
                .map(reason -> reason.orElse(""))
                .toList();
    }

    /** Returns the result of a step that succeeded. */
    static <R extends StepResult> R result(RunReport report, String step, Class<R> type) {
        StepOutcome outcome = report.find(step).orElseThrow().outcome();
        return type.cast(((StepOutcome.Succeeded) outcome).result());
    }
}
