package io.github.aspirejava.maven.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.frontend.FrontEnds;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepPlanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Front ends and prebuilt images in an offline Maven. */
class OfflineCheckTest {
    private static final Origin LINE = new Origin("pom.xml", 7);
    private static final ImageSettings IMAGE = new ImageSettings(
            Optional.empty(), List.of(Text.literal("1.0")), List.of(Platform.LINUX_AMD64), Optional.empty());

    @Test
    void letsAFrontEndBeBuiltHere() {
        assertThatCode(() -> check("build-frontend", frontEnd(Optional.empty())))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAServerThatComesFromARegistry() {
        assertThatThrownBy(() -> check("build-frontend", frontEnd(Optional.of("nginx:1.27"))))
                .isInstanceOf(StepException.class)
                .hasMessage(
                        "pom.xml:7: Maven is offline, and the server nginx:1.27 of 'frontend' comes from a registry. Run without -o, or write <image>oci:PATH</image>.");
    }

    @Test
    void acceptsAServerOnTheDisk() {
        assertThatCode(() -> check("build-frontend", frontEnd(Optional.of("oci:nginx"))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesToMirrorAnImage() {
        assertThatThrownBy(() -> check("push-cache", container("cache", true)))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("pom.xml:7: Maven is offline, and the image redis:7, which 'cache' needs,");
    }

    @Test
    void refusesFilesOfAPrebuiltImage() {
        FileCopy file =
                new FileCopy(new Reference("docs", LINE), Optional.of(Text.literal("/doc")), Text.literal("/app/doc"));

        assertThatThrownBy(() -> check("build-frontend", frontEnd(Optional.empty(), file), container("docs", false)))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("pom.xml:7: Maven is offline, and the image redis:7, which 'frontend' needs,");
    }

    private static void check(String target, Service... services) throws StepException, InvalidModelException {
        AppModel model = AppModel.of(
                List.of(),
                List.of(new OciLayout("bundle", LINE, Text.literal("bundle"))),
                List.of(),
                List.of(services),
                AppSettings.DEFAULT,
                new Problems());
        new OfflineCheck(model, StepPlanner.plan(model, Set.of())).check(List.of(target));
    }

    private static Container container(String name, boolean mirror) {
        return new Container(name, LINE, Text.literal("redis:7", LINE), mirror, IMAGE, DeploymentSettings.NONE);
    }

    private static ViteApp frontEnd(Optional<String> server, FileCopy... files) {
        return FrontEnds.of(
                LINE,
                ViteApp.BuildPlace.HOST,
                server.map(image -> FrontEnds.server(image, LINE)),
                IMAGE,
                List.of(files));
    }
}
