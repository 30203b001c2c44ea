package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Origin;
import org.junit.jupiter.api.Test;

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
                        "worker/pom.xml:3: The name 'Api' of <javaApp> is taken by the <javaApp> at pom.xml:2. Write another name: names are unique in the model, without regard to case.");
    }

    @Test
    void areAllThatAModuleCanDeclare() {
        assertThat(PomText.of("")
                        .withModule("worker", "<skip>false</skip>\n" + REGISTRY)
                        .problems())
                .containsExactly(
                        "worker/pom.xml:2: A module has <services>, and no <registries>. Move it into the configuration of the plugin in pom.xml.");
    }
}
