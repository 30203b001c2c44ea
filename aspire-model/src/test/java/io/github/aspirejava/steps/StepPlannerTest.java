package io.github.aspirejava.steps;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.dockerfile;
import static io.github.aspirejava.TestService.javaApp;
import static io.github.aspirejava.TestService.viteApp;
import static io.github.aspirejava.TestService.viteAppWithServer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aspirejava.TestModels;
import io.github.aspirejava.app.AppModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Covers oracles 28, 35, 51 to 54 and 90: the steps, and the dependencies of each. */
class StepPlannerTest {
    @Test
    void plansAnEmptyModel() {
        assertThat(edges(model())).isEqualTo("""
                        build <
                        deploy <
                        process-parameters <
                        provision <
                        publish <
                        push <
                        """);
    }

    @Test
    void plansServicesForARegistry() {
        assertThat(edges(model().containerRegistry("docker", "ghcr.io").javaApps("api", "worker")))
                .isEqualTo("""
                        build < build-api build-worker
                        build-api < process-parameters
                        build-worker < process-parameters
                        deploy <
                        login-to-docker < process-parameters
                        process-parameters <
                        provision <
                        publish <
                        push < push-api push-worker
                        push-api < upload-api
                        push-worker < upload-worker
                        upload-api < build-api login-to-docker
                        upload-worker < build-worker login-to-docker
                        """);
    }

    @Test
    void loadsIntoTheEngineWhatIsBuiltWithoutIt() {
        assertThat(edges(model().containerRegistry("docker", "ghcr.io")
                        .service(javaApp("api").loaded())
                        .service(dockerfile("edge").loaded())))
                .isEqualTo("""
                        build < build-api build-edge load-api
                        build-api < process-parameters
                        build-edge < check-container-runtime process-parameters
                        check-container-runtime < process-parameters
                        deploy <
                        load-api < build-api check-container-runtime
                        login-to-docker < process-parameters
                        process-parameters <
                        provision <
                        publish <
                        push < load-api push-api push-edge
                        push-api < upload-api
                        push-edge < upload-edge
                        upload-api < build-api login-to-docker
                        upload-edge < build-edge login-to-docker
                        """);
    }

    @Test
    void plansAnAzureRegistryWithoutAnEnvironment() {
        assertThat(edges(model().azureContainerRegistry("acr").javaApps("api"))).isEqualTo("""
                        build < build-api
                        build-api < process-parameters
                        create-provisioning-context < validate-azure-login
                        deploy <
                        login-to-acr-acr < provision-acr
                        process-parameters <
                        provision < provision-acr
                        provision-acr < create-provisioning-context
                        publish < publish-azure
                        publish-azure < process-parameters
                        push < push-api
                        push-api < upload-api
                        upload-api < build-api login-to-acr-acr
                        validate-azure-login < process-parameters
                        """);
    }

    @Test
    void plansAnEnvironmentWithItsImpliedRegistryAndAPrebuiltContainer() {
        assertThat(edges(model().containerApps("env").javaApps("api").container("cache", "redis:7")))
                .isEqualTo("""
                        build < build-api
                        build-api < process-parameters
                        create-provisioning-context < validate-azure-login
                        deploy < provision-api-containerapp provision-cache-containerapp
                        login-to-acr-env-acr < provision-env-acr
                        process-parameters <
                        provision < provision-env provision-env-acr provision-env-dashboard provision-env-identity provision-env-logs provision-env-pull
                        provision-api-containerapp < provision-env provision-env-pull push-api
                        provision-cache-containerapp < provision-env
                        provision-env < provision-env-logs
                        provision-env-acr < create-provisioning-context
                        provision-env-dashboard < provision-env
                        provision-env-identity < create-provisioning-context
                        provision-env-logs < create-provisioning-context
                        provision-env-pull < provision-env-acr provision-env-identity
                        publish < publish-azure
                        publish-azure < process-parameters
                        push < push-api
                        push-api < upload-api
                        upload-api < build-api login-to-acr-env-acr
                        validate-azure-login < process-parameters
                        """);
    }

    @Test
    void plansWebsitesForAnAppService() {
        Edges edges = Edges.of(model().appService("sites").javaApps("api").plan());

        assertThat(edges.before("provision-api-website"))
                .containsExactly("provision-sites", "provision-sites-pull", "push-api");
        assertThat(edges.before("provision-sites"))
                .as("an App Service has no log workspace")
                .containsExactly("create-provisioning-context");
        assertThat(edges.names()).doesNotContain("provision-sites-logs", "provision-api-containerapp");
        assertThat(edges.before("deploy")).containsExactly("provision-api-website");
    }

    @Test
    void plansNoDashboardIfTheEnvironmentHasNone() {
        assertThat(edges(model().containerAppsWithoutDashboard("env"))).doesNotContain("dashboard");
    }

    @Test
    void anExistingEnvironmentGetsAnIdentityThatPullsAndNothingElse() {
        assertThat(edges(model().existingContainerApps("env").javaApps("api")))
                .contains("provision-env < create-provisioning-context\n")
                .contains("provision-env-pull < provision-env-acr provision-env-identity\n")
                .doesNotContain("provision-env-logs", "provision-env-dashboard");
    }

    @Test
    void theDashboardOfAppServiceWaitsForTheIdentityOfThoseWhoSendItTelemetry() {
        assertThat(edges(model().appService("sites")))
                .contains("provision-sites-dashboard < provision-sites provision-sites-identity\n");
    }

    @Test
    void plansAnExistingAzureRegistryLikeOneThatIsProvisioned() {
        assertThat(edges(model().existingAzureContainerRegistry("acr").javaApps("api")))
                .isEqualTo(edges(model().azureContainerRegistry("acr").javaApps("api")));
    }

    @Test
    void plansAnImageLayoutAsARegistryThatIsOpened() {
        StepGraph graph = model().ociLayout("bundle").javaApps("api").plan();

        assertThat(graph.step("login-to-bundle").dependsOn()).containsExactly("process-parameters");
        assertThat(graph.step("login-to-bundle").kind()).isEqualTo(StepKind.LOGIN_TO_REGISTRY);
        assertThat(graph.step("login-to-bundle").description()).isEqualTo("Open the image layout bundle");
        assertThat(graph.step("upload-api").dependsOn()).containsExactly("build-api", "login-to-bundle");
    }

    @Test
    void givesAnEnvironmentPullRightsForEveryAzureRegistryThatItsServicesComeFrom() {
        Edges edges = Edges.of(model().azureContainerRegistry("acr")
                .azureContainerRegistry("acr2")
                .azureContainerRegistry("unused")
                .containerRegistry("docker", "ghcr.io")
                .containerApps("env", "acr")
                .service(javaApp("api"))
                .service(javaApp("worker").registry("acr2"))
                .service(javaApp("web").registry("docker"))
                .plan());

        assertThat(edges.before("provision-env-pull"))
                .containsExactly("provision-acr", "provision-acr2", "provision-env-identity");
    }

    @Test
    void givesAnEnvironmentNoPullRightsIfNothingComesFromAnAzureRegistry() {
        Edges edges = Edges.of(model().containerRegistry("docker", "ghcr.io")
                .containerApps("env")
                .javaApps("api")
                .plan());

        assertThat(edges.names()).doesNotContain("provision-env-pull");
        assertThat(edges.before("provision-api-containerapp")).containsExactly("provision-env", "push-api");
    }

    @Test
    void keepsEnvironmentsApart() {
        Edges edges = Edges.of(model().containerApps("env")
                .appService("sites")
                .service(javaApp("api").environment("env"))
                .service(javaApp("web").environment("sites"))
                .plan());

        assertThat(edges.allBefore("provision-api-containerapp", edges.names()))
                .noneMatch(step -> step.contains("sites"));
        assertThat(edges.allBefore("provision-web-website", edges.names())).noneMatch(step -> step.contains("env"));
    }

    @Test
    void looksForAnEngineOnlyIfAServiceNeedsIt() {
        assertThat(edges(model().ociLayout("bundle").javaApps("api"))).doesNotContain("check-container-runtime");

        Edges edges = Edges.of(model().ociLayout("bundle")
                .javaApps("api")
                .service(dockerfile("edge"))
                .plan());
        assertThat(edges.before("check-container-runtime")).containsExactly("process-parameters");
        assertThat(edges.before("build-edge")).containsExactly("check-container-runtime", "process-parameters");
        assertThat(edges.before("build-api")).containsExactly("process-parameters");
    }

    @Test
    void packagesOnlyTheModulesThatHaveToBe() {
        Edges edges = Edges.of(model().ociLayout("bundle")
                .javaApps("api")
                .unpackagedJavaApp("worker")
                .plan());

        assertThat(edges.before("package")).containsExactly("process-parameters");
        assertThat(edges.before("build-worker")).containsExactly("package", "process-parameters");
        assertThat(edges.before("build-api")).containsExactly("process-parameters");
    }

    @Test
    void buildsAServiceAfterThoseWhoseFilesItTakes() {
        Edges edges = Edges.of(model().ociLayout("bundle")
                .service(viteApp("frontend"))
                .container("assets", "nginx:1")
                .service(javaApp("api").filesFrom("frontend").filesFrom("assets"))
                .plan());

        assertThat(edges.before("build-api"))
                .as("a prebuilt image is not built")
                .containsExactly("build-frontend", "process-parameters");
    }

    @Test
    void needsNoEngineForAFrontEndThatTheHostBuilds() {
        Edges edges = Edges.of(model().ociLayout("bundle")
                .service(viteApp("frontend").builtOnHost())
                .service(javaApp("api").filesFrom("frontend"))
                .plan());

        assertThat(edges.before("build-frontend")).containsExactly("process-parameters");
        assertThat(edges.names()).doesNotContain("check-container-runtime");
    }

    @Test
    void copiesAMirroredImageWithoutBuildingAnything() {
        StepGraph graph = model().containerRegistry("docker", "ghcr.io")
                .mirror("cache", "redis:7")
                .container("mail", "axllent/mailpit:v1")
                .plan();

        assertThat(graph.ofResource("cache"))
                .extracting(Step::name, Step::kind, Step::description)
                .containsExactly(
                        tuple("upload-cache", StepKind.MIRROR_IMAGE, "Copy the blobs of redis:7 to docker"),
                        tuple(
                                "push-cache",
                                StepKind.PUSH_IMAGE,
                                "Push the manifest and tags of cache to docker: ghcr.io/cache:1.0"));
        assertThat(graph.step("upload-cache").dependsOn()).containsExactly("login-to-docker");
        assertThat(graph.step("push").dependsOn()).containsExactly("push-cache");
        assertThat(graph.ofResource("mail")).isEmpty();
    }

    @Test
    void letsTheTagsOfAReleaseWaitForMirroredImagesToo() {
        Edges edges = Edges.of(model().together()
                .containerRegistry("docker", "ghcr.io")
                .mirror("cache", "redis:7")
                .javaApps("api")
                .plan());

        assertThat(edges.before("push-api")).containsExactly("upload-api", "upload-cache");
    }

    @Test
    void runsAMirroredImageFromItsCopy() {
        Edges edges = Edges.of(model().azureContainerRegistry("acr")
                .containerApps("env", "acr")
                .mirror("cache", "redis:7")
                .plan());

        assertThat(edges.before("provision-cache-containerapp"))
                .containsExactly("provision-env", "provision-env-pull", "push-cache");
    }

    @Test
    void onlyBuildsAFrontEndWithoutAServer() {
        StepGraph graph =
                model().containerApps("env").service(viteApp("frontend")).plan();

        assertThat(graph.ofResource("frontend")).extracting(Step::name).containsExactly("build-frontend");
        assertThat(graph.step("build").dependsOn()).containsExactly("build-frontend");
        assertThat(graph.step("deploy").dependsOn()).isEmpty();
    }

    @Test
    void pushesAndRunsAFrontEndWithAServer() {
        StepGraph graph = model().containerApps("env")
                .service(viteAppWithServer("frontend"))
                .plan();

        assertThat(graph.ofResource("frontend"))
                .extracting(Step::name)
                .containsExactlyInAnyOrder(
                        "build-frontend", "upload-frontend", "push-frontend", "provision-frontend-containerapp");
    }

    @Test
    void movesTagsTogetherOnlyWhenEverythingIsUploaded() {
        TestModels model = model().azureContainerRegistry("acr")
                .containerRegistry("docker", "ghcr.io")
                .service(javaApp("api").registry("acr"))
                .service(javaApp("worker").registry("docker"))
                .service(viteApp("frontend"))
                .together();
        Edges edges = Edges.of(model.plan());

        assertThat(edges.before("push-api")).containsExactly("upload-api", "upload-worker");
        assertThat(edges.before("push-worker")).containsExactly("upload-api", "upload-worker");
        assertThat(edges.before("upload-api"))
                .as("uploads still wait for nothing but their own")
                .containsExactly("build-api", "login-to-acr-acr");
    }

    @Test
    void tagsOfAReleaseWaitForTheBuildToo() throws Exception {
        AppModel model = model().containerRegistry("docker", "ghcr.io")
                .javaApps("api", "worker")
                .together()
                .build();
        Edges edges =
                Edges.of(StepPlanner.plan(model, new PlanScope(Map.of(), Set.of(), Set.of("api", "worker"), true)));

        assertThat(edges.before("push-api")).containsExactly("await-build", "upload-api", "upload-worker");
        assertThat(edges.before("upload-api")).containsExactly("build-api", "login-to-docker");
        assertThat(edges.before("await-build")).containsExactly("process-parameters");
    }

    @Test
    void aReleaseDoesNotWaitForServicesThatAreLeftOut() throws Exception {
        AppModel model = model().containerRegistry("docker", "ghcr.io")
                .javaApps("api", "worker")
                .together()
                .build();
        Edges edges = Edges.of(StepPlanner.plan(model, new PlanScope(Map.of(), Set.of(), Set.of("api"), false)));

        assertThat(edges.before("push-api")).containsExactly("upload-api");
    }

    @Test
    void onlyAReleaseWaitsForTheBuild() throws Exception {
        AppModel model =
                model().containerRegistry("docker", "ghcr.io").javaApps("api").build();
        StepGraph graph = StepPlanner.plan(model, new PlanScope(Map.of(), Set.of(), Set.of("api"), true));

        assertThat(graph.find("await-build")).isEmpty();
        assertThat(graph.step("push-api").dependsOn()).containsExactly("upload-api");
    }

    @Test
    void tagsStepsLikeAspire() {
        StepGraph graph = model().containerApps("env").javaApps("api").plan();

        assertThat(names(graph.withTag("build-compute"))).containsExactly("build-api");
        assertThat(names(graph.withTag("push-container-image"))).containsExactly("push-api");
        assertThat(names(graph.withTag("acr-login"))).containsExactly("login-to-acr-env-acr");
        assertThat(names(graph.withTag("deploy-compute"))).containsExactly("provision-api-containerapp");
        assertThat(names(graph.withTag("provision-infra")))
                .containsExactlyInAnyOrder(
                        "provision-env",
                        "provision-env-acr",
                        "provision-env-dashboard",
                        "provision-env-identity",
                        "provision-env-logs",
                        "provision-env-pull",
                        "provision-api-containerapp");
    }

    @Test
    void givesEveryKindOfServiceItsOwnKindOfBuild() {
        StepGraph graph = model().ociLayout("bundle")
                .javaApps("api")
                .service(dockerfile("edge"))
                .service(viteApp("frontend"))
                .plan();

        assertThat(graph.step("build-api").kind()).isEqualTo(StepKind.BUILD_JAVA_APP);
        assertThat(graph.step("build-edge").kind()).isEqualTo(StepKind.BUILD_DOCKERFILE);
        assertThat(graph.step("build-frontend").kind()).isEqualTo(StepKind.BUILD_VITE_APP_IN_ENGINE);
    }

    @Test
    void doesNotDependOnTheOrderOfDeclarations() {
        assertThat(model().ociLayout("bundle").javaApps("api", "worker").plan().steps())
                .isEqualTo(model().javaApps("worker", "api")
                        .ociLayout("bundle")
                        .plan()
                        .steps());
    }

    @Test
    void refusesResourcesWhoseStepsWouldBeCalledTheSame() {
        TestModels model = model().containerApps("env").containerApps("env-logs");

        assertThatThrownBy(model::plan)
                .isInstanceOf(InvalidGraphException.class)
                .hasMessageContaining("Duplicate step name: 'provision-env-logs', for 'env' and for 'env-logs'.");
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(Step::name).toList();
    }

    private static String edges(TestModels model) {
        return Edges.of(model.plan()).toString();
    }

    @Test
    void plansServicesOfAContainerEngineEachByItself() {
        assertThat(edges(model().containerRegistry("docker", "ghcr.io")
                        .dockerCompose("local")
                        .javaApps("db")
                        .service(javaApp("api").waitFor("db"))
                        .container("cache", "redis:7")))
                .contains("deploy-api < print-api-summary\n", "await-api < provision-api-container\n")
                .contains("provision-api-container < await-db prepare-local push-api\n")
                .contains("provision-cache-container < prepare-local\n")
                .contains("prepare-local < check-container-runtime\n")
                .contains("publish < publish-local\n")
                .contains(
                        "docker-compose-up-local < prepare-local print-api-summary print-cache-summary print-db-summary\n")
                .doesNotContain("\nload-");
    }

    @Test
    void loadsTheImagesOfAContainerEngineWithoutARegistryForItsDeploymentAlone() {
        assertThat(edges(model().dockerCompose("local").javaApps("api").service(dockerfile("edge"))))
                .contains("build < build-api build-edge\n", "push <\n")
                .contains("load-api < build-api check-container-runtime\n")
                .contains("provision-api-container < load-api prepare-local\n")
                .contains("provision-edge-container < build-edge prepare-local\n");
    }
}
