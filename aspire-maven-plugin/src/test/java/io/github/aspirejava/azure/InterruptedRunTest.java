package io.github.aspirejava.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.azure.Gate;
import io.github.aspirejava.fakes.azure.ResourceType;
import io.github.aspirejava.fakes.azure.Role;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Runs that are aborted at different points, and the recovery by the next run. */
class InterruptedRunTest extends AzureTestCase {
    @Test
    void leavesAnOperationToTheNextRunWhichFollowsIt() throws Exception {
        Gate gate = azure.script().hold(ResourceType.REGISTRY);

        assertThat(cancelledWhileWaiting().find("provision-acr").orElseThrow().state())
                .isEqualTo(StepState.CANCELLED);
        assertThat(Json.read(Files.readAllBytes(stateFile())).path("operations").properties())
                .singleElement()
                .asString()
                .contains("registries/acr", azure.endpoint().toString());

        azure.forgetCalls();
        gate.release();
        AzureRun next = model().registry("acr");

        assertThat(reasons(next.run("provision-acr"))).isEmpty();
        assertThat(next.writes()).isEmpty();
        assertThat(next.told()).anyMatch(line -> line.contains("is under way: waiting for it"));
        assertThat(azure.resources(ResourceType.REGISTRY)).hasSize(1);
        assertThat(Json.read(Files.readAllBytes(stateFile())).has("operations")).isFalse();
    }

    @Test
    void followsAnOperationThatNobodyRemembers() throws Exception {
        Gate gate = azure.script().hold(ResourceType.REGISTRY);
        cancelledWhileWaiting();
        Files.delete(stateFile());
        azure.forgetCalls();
        gate.release();
        AzureRun next = model().registry("acr");

        assertThat(reasons(next.run("provision-acr"))).isEmpty();
        assertThat(next.writes()).isEmpty();
    }

    @Test
    void makesNothingOfAnOperationThatHasEndedLongAgo() throws Exception {
        model().registry("acr").run("provision-acr");
        String state = Files.readString(stateFile());
        String id = azure.resources(ResourceType.REGISTRY)
                .get(0)
                .path("id")
                .asText()
                .toLowerCase(java.util.Locale.ROOT);
        Files.writeString(
                stateFile(),
                state.replaceFirst(
                        "\\{", "{\"operations\":{\"%s\":\"%s/subscriptions/gone\"},".formatted(id, azure.endpoint())));
        azure.forgetCalls();
        AzureRun next = model().registry("acr");

        assertThat(reasons(next.run("provision-acr"))).isEmpty();
        assertThat(next.writes()).isEmpty();
        assertThat(Json.read(Files.readAllBytes(stateFile())).has("operations")).isFalse();
    }

    @Test
    void asksNobodyElseAfterAnOperation() throws Exception {
        model().registry("acr").run("provision-acr");
        azure.forgetCalls();
        String id =
                "/subscriptions/%s/resourcegroups/rg-aspire-shop-production/providers/microsoft.containerregistry/registries/shop12345"
                        .formatted(azure.subscription());
        Files.writeString(stateFile(), "{\"operations\":{\"%s\":\"https://elsewhere.example/steal\"}}".formatted(id));
        AzureRun next = model().registry("acr", registry -> registry.named("shop12345"));

        assertThat(reasons(next.run("provision-acr"))).isEmpty();
        assertThat(next.exchanges()).noneMatch(line -> line.contains("elsewhere"));
    }

    @Test
    void waitsNoLongerForAThrottlingAzureWhenItIsCancelled() throws Exception {
        azure.script().throttle("PUT", "/registries/", 1, 3600);
        CountDownLatch throttled = new CountDownLatch(1);
        AzureRun run = model().registry("acr").whenTold("throttled, waiting 3600 s", throttled::countDown);

        try (PipelineRunner runner = run.runner()) {
            CompletableFuture<RunReport> report = runner.run(Set.of("provision-acr"));
            throttled.await();
            runner.cancel();

            assertThat(report.join().find("provision-acr").orElseThrow().state())
                    .isEqualTo(StepState.CANCELLED);
        }
    }

    @Test
    void asksAgainAfterItsOwnIntervalUnlessAzureSaysHowLong() {
        List<Duration> pauses = new CopyOnWriteArrayList<>();
        model().registry("acr")
                .pause((duration, cancellation) -> pauses.add(duration))
                .run("provision-acr");

        assertThat(pauses).isNotEmpty().containsOnly(AzureRun.POLL);

        pauses.clear();
        azure.script().retryAfter(7);
        model().registry("other")
                .pause((duration, cancellation) -> pauses.add(duration))
                .run("provision-other");

        assertThat(pauses).isNotEmpty().containsOnly(Duration.ofSeconds(7));
    }

    @Test
    void givesUpWhenAzureTakesTooLongAndSaysThatItGoesOn() {
        azure.script().polls(ResourceType.REGISTRY, Integer.MAX_VALUE);

        assertThat(reasons(model().registry("acr").run("provision-acr")))
                .singleElement()
                .asString()
                .contains("is not ready after 1 min. Azure goes on: run this again to wait for it.");
    }

    @Test
    void putsUpWithAStateFileThatIsBroken() throws IOException {
        model().registry("acr").run("provision-acr");
        Files.writeString(stateFile(), "{\"operations\": {");
        azure.forgetCalls();
        AzureRun next = model().registry("acr");

        assertThat(reasons(next.run("provision-acr"))).isEmpty();
        assertThat(next.writes()).isEmpty();
    }

    @Test
    void remembersWhereThingsWerePutUntilSomebodySaysOtherwise() {
        model().registry("acr").property("aspire.azure.location", "northeurope").run("provision-acr");
        azure.forgetCalls();
        AzureRun next = model().without("aspire.azure.location").registry("acr");

        assertThat(reasons(next.run("provision-acr"))).isEmpty();
        assertThat(next.writes()).isEmpty();

        AzureRun other = model().property("aspire.azure.resourceGroup", "other").registry("acr");

        assertThat(reasons(other.run("provision-acr"))).isEmpty();
        assertThat(azure.resources(ResourceType.REGISTRY)).hasSize(2);
    }

    @Test
    void doesNotTakeTheGroupOfAnotherSubscriptionForItsOwn() {
        model().property("aspire.azure.resourceGroup", "first").registry("acr").run("provision-acr");
        String second = azure.newSubscription();
        azure.grant(azure.deployer(), Role.OWNER, "/subscriptions/" + second);
        azure.forgetCalls();
        AzureRun next = model().property("aspire.azure.subscription", second).registry("acr");

        assertThat(reasons(next.run("create-provisioning-context"))).isEmpty();
        assertThat(next.writes()).singleElement().asString().endsWith("/rg-aspire-shop-production");
    }

    private Path stateFile() {
        return directory.resolve(".aspire/azure/production.json");
    }

    /** Returns a run that is cancelled as soon as it waits for the registry. */
    private RunReport cancelledWhileWaiting() {
        CountDownLatch waiting = new CountDownLatch(1);
        AzureRun run = model().registry("acr").pause((duration, cancellation) -> {
            waiting.countDown();
            CompletableFuture<Void> cancelled = new CompletableFuture<>();
            try (var registration = cancellation.onCancel(() -> cancelled.complete(null))) {
                cancelled.join();
                assertThat(registration).isNotNull();
            }
        });
        try (PipelineRunner runner = run.runner()) {
            CompletableFuture<RunReport> report = runner.run(Set.of("provision-acr"));
            waiting.await();
            runner.cancel();
            return report.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
