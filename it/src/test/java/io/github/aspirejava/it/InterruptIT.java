package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.Hold;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build that is interrupted by Ctrl-C while it pushes. */
@NeedsRegistry
class InterruptIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern FIRST_IS_PUSHED = Pattern.compile("\\(push-catalog\\) done");

    /** The exit code of a process that SIGINT has ended. */
    private static final int INTERRUPTED = 130;

    static List<MavenVariant> variants() {
        return MavenVariant.one();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void movesNoTagAfterwardsAndSaysWhatIsPushed(MavenVariant variant) throws InterruptedException {
        try (Market market = new Market()) {
            // From its first request on: while it uploads a blob that others need, these would wait for it.
            Hold orders = market.proxy().hold(Market.requestsOf("orders"));
            MavenBuild build = market.build().with(variant.maven());
            BuildResult interrupted;
            try (RunningProcess deploy = build.startInterruptible(variant.with("deploy"))) {
                deploy.awaitLine(FIRST_IS_PUSHED, PATIENCE);
                orders.awaitArrivals(1, PATIENCE);
                deploy.interrupt();
                interrupted = market.result("mvn deploy", deploy, PATIENCE);
            }
            List<String> visible = market.visible();
            orders.release();

            assertThat(interrupted.exitCode()).isEqualTo(INTERRUPTED);
            assertThat(interrupted)
                    .prints("Interrupted: uploads are broken off")
                    .doesNotPrint("at io.github.");
            assertThat(visible).contains("catalog").doesNotContain("orders");
            assertThat(market.visible()).isEqualTo(visible);
            assertThat(interrupted.images().path("images").findValuesAsText("service"))
                    .containsExactlyInAnyOrderElementsOf(visible);
            assertThat(interrupted.images().path("notPushed").findValuesAsText("service"))
                    .containsExactlyInAnyOrderElementsOf(Market.servicesExcept(visible.toArray(String[]::new)));

            BuildResult next = build.run("deploy");

            assertThat(next).succeeded();
            market.assertComplete(next);
        }
    }
}
