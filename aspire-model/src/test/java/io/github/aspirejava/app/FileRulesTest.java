package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.dockerfile;
import static io.github.aspirejava.TestService.javaApp;
import static io.github.aspirejava.TestService.viteApp;
import static io.github.aspirejava.TestService.viteAppWithServer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.TestModels;
import io.github.aspirejava.TestService;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FileRulesTest {
    private static TestModels withRegistry() {
        return model().containerRegistry("docker", "ghcr.io");
    }

    private static TestModels taking(TestService api) {
        return withRegistry().service(viteApp("frontend")).service(api);
    }

    @Test
    void acceptsTheFilesOfAFrontEndWithoutAPath() {
        assertThat(taking(javaApp("api").filesFrom("frontend").withoutFilesPath())
                        .mistakes())
                .isEmpty();
    }

    @Test
    void wantsAPathForTheFilesOfAnythingElse() {
        assertThat(withRegistry()
                        .container("docs", "nginx:1.27")
                        .service(dockerfile("edge").filesFrom("docs").withoutFilesPath())
                        .mistakes())
                .containsExactly(
                        "pom.xml:3: 'docs' is not a front end, so that the files to copy are not known. Add a <path> of its image, such as <path>/usr/share/doc</path>.");
    }

    @Test
    void refusesTargetsThatAreNoAbsolutePaths() {
        assertThat(taking(javaApp("api").filesFrom("frontend").filesTo("static"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:3: <to> is 'static', which is not an absolute path in an image. Write a path such as /app/static, without the names . and .. in it.");
    }

    @Test
    void refusesPathsThatLeadUpwards() {
        assertThat(taking(javaApp("api").filesFrom("frontend").filesPath("/app/../etc"))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("pom.xml:3: <path> is '/app/../etc', which is not an absolute path in an image.");
    }

    @Test
    void refusesAnOutputDirectoryOutsideOfTheFrontEnd() {
        assertThat(withRegistry()
                        .service(viteApp("frontend").outputDirectory("../api/static"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:2: <outputDirectory> is '../api/static', which is not below the front end's directory. Write a directory such as dist, and let Vite build into it.");
    }

    @Test
    void refusesARootThatIsNoAbsolutePath() {
        assertThat(withRegistry()
                        .service(viteAppWithServer("frontend").serverRoot("html"))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("pom.xml:2: <root> is 'html'");
    }

    @Test
    void refusesToBuildAFrontEndWithASecret() {
        assertThat(withRegistry()
                        .secretParameter("key", "hush")
                        .service(viteApp("frontend").buildArgument("VITE_KEY", "{key}"))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("pom.xml:3: <VITE_KEY> is secret, but readable by everyone who loads the page")
                .doesNotContain("hush");
    }

    /** An accepted target stays below {@code /}, however it is composed. */
    @Property
    void acceptsNoTargetThatLeadsUpwards(
            @ForAll @StringLength(max = 12) @CharRange(from = '.', to = '/') @CharRange(from = 'a', to = 'b')
                    String path) {
        boolean accepted = taking(javaApp("api").filesFrom("frontend").filesTo("/" + path))
                .mistakes()
                .isEmpty();

        java.nio.file.Path plain = java.nio.file.Path.of("/" + path);
        assertThat(accepted)
                .isEqualTo(plain.normalize().equals(plain) && !path.contains("//") && !path.startsWith("/"));
    }
}
