package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Dockerfile;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.ViteApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services that modules declare in their own POMs. */
class ModuleServicesTest {
    private static final String REGISTRY =
            "<registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint></containerRegistry></registries>";

    @Test
    void joinThoseOfTheRoot() throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY + "<services><javaApp>api</javaApp></services>")
                .withModule("worker", "<services><javaApp>worker</javaApp></services>")
                .model();

        assertThat(model.services()).extracting(service -> service.name()).containsExactly("api", "worker");
        assertThat(model.references((JavaApp) model.services().get(1)))
                .extracting(Object::toString)
                .containsExactly("ghcr.io/worker:2.0");
    }

    @Test
    void areMadeFromTheirOwnModuleWhateverTheyAreCalled() throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY)
                .withModule("worker", "<services><javaApp>nightly</javaApp></services>")
                .model();

        JavaApp nightly = (JavaApp) model.services().get(0);
        assertThat(nightly.origin()).isEqualTo(new Origin("worker/pom.xml", 1));
        assertThat(nightly.source())
                .isInstanceOfSatisfying(
                        JavaSource.Module.class,
                        source -> assertThat(source.module().name()).isEqualTo("worker"));
    }

    @Test
    void readPropertiesOfTheirOwnModuleAndParametersOfAll() throws InvalidModelException {
        AppModel model = PomText.of(
                        "<parameters><parameter><name>team</name><value>blue</value></parameter></parameters>"
                                + REGISTRY)
                .withModule(
                        "worker",
                        "<services><javaApp><name>nightly</name><imageName>{team}/${own}</imageName></javaApp></services>")
                .model();

        assertThat(model.references((JavaApp) model.services().get(0)))
                .extracting(Object::toString)
                .containsExactly("ghcr.io/blue/worker:2.0");
    }

    @Test
    void conflictsNameBothPoms() {
        assertThat(PomText.of(REGISTRY + "\n<services><javaApp>api</javaApp></services>")
                        .withModule("worker", "\n\n<services><javaApp>Api</javaApp></services>")
                        .problems())
                .containsExactly(
                        "worker/pom.xml:3: The name 'Api' of <javaApp> is already used by the <javaApp> at pom.xml:2. Write another name: names are unique in the model, without regard to case.");
    }

    @Test
    void areAllThatAModuleCanDeclare() {
        assertThat(PomText.of("")
                        .withModule("worker", "<skip>false</skip>\n" + REGISTRY)
                        .problems())
                .containsExactly(
                        "worker/pom.xml:2: A module configures <services> only, not <registries>. Move it into the configuration of the plugin in pom.xml.");
    }

    private static final String PARAMETER =
            "<parameters><parameter><name>place</name><value>/srv</value></parameter></parameters>";

    @ParameterizedTest
    @CsvSource({"., web", "docker, web/docker", "../shared, shared", "/srv/web, /srv/web", "{place}/web, {place}/web"})
    void haveTheirPathsWhereTheirPomIs(String written, String path) throws InvalidModelException {
        AppModel model = PomText.of(PARAMETER + REGISTRY)
                .withModule(
                        "web",
                        "<services><dockerfile><name>edge</name><context>%1$s</context></dockerfile><viteApp><name>front</name><directory>%1$s</directory></viteApp></services>"
                                .formatted(written))
                .model();

        assertThat(model.resource("edge"))
                .containsInstanceOf(Dockerfile.class)
                .get()
                .extracting(edge -> ((Dockerfile) edge).context().toString())
                .isEqualTo(path);
        assertThat(model.resource("front"))
                .get()
                .extracting(front -> ((ViteApp) front).directory().toString())
                .isEqualTo(path);
    }

    @Test
    void areFrontEndsInTheirModuleUnlessTheySayOtherwise() throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY + "<services><viteApp>admin</viteApp></services>")
                .withModule("web", "<services><viteApp>shop</viteApp></services>")
                .model();

        assertThat(((ViteApp) model.resource("shop").orElseThrow()).directory()).hasToString("web");
        assertThat(((ViteApp) model.resource("admin").orElseThrow()).directory())
                .hasToString("admin");
    }

    @Test
    void areBuiltFromTheDockerfileOfTheirModuleUnlessTheySayOtherwise() throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY)
                .withModule("api", "<services><dockerfile>api</dockerfile></services>")
                .model();

        assertThat(((Dockerfile) model.resource("api").orElseThrow()).context()).hasToString("api");
    }

    @ParameterizedTest
    @CsvSource({
        "oci:base:17, oci:worker/base:17",
        "oci:/srv/base, oci:/srv/base",
        "eclipse-temurin:21, eclipse-temurin:21"
    })
    void haveTheirBaseLayoutsWhereTheirPomIs(String written, String path) throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY)
                .withModule(
                        "worker",
                        "<services><javaApp><name>worker</name><baseImage>%s</baseImage></javaApp></services>"
                                .formatted(written))
                .model();

        assertThat(((JavaApp) model.services().get(0)).baseImage().orElseThrow())
                .hasToString(path);
    }
}
