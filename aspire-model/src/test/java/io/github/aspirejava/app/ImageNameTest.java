package io.github.aspirejava.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Covers oracles 59 to 64, 67, 68 and 70, with Aspire's table of image references. */
class ImageNameTest {
    @ParameterizedTest
    @CsvSource({
        "docker.io, captainsafia, myapp,                v1.0.0, docker.io/captainsafia/myapp:v1.0.0",
        "docker.io, ,             myapp,                latest, docker.io/myapp:latest",
        "docker.io, captainsafia, myorg/myapp,          latest, docker.io/captainsafia/myorg/myapp:latest",
        "docker.io, captainsafia, ghcr.io/user/myapp,   v2,     ghcr.io/user/myapp:v2",
        "docker.io, captainsafia, localhost:5000/app,   t,      localhost:5000/app:t",
        "docker.io, ,             192.168.1.1:5000/app, t,      192.168.1.1:5000/app:t",
        "docker.io, a/b,          LocalHost/app,        t,      localhost/app:t",
        "ghcr.io,   a/b,          c/d/e,                t,      ghcr.io/a/b/c/d/e:t",
    })
    void isCompletedByItsRegistryUnlessItHasAHost(
            String endpoint, String repository, String name, String tag, String reference) {
        assertThat(ImageName.parse(name)
                        .in(
                                RegistryHost.parse(endpoint),
                                Optional.ofNullable(repository).map(Repository::new),
                                new Tag(tag)))
                .hasToString(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io/app", "registry:5000/app", "localhost/app", "LOCALHOST/app", "[::1]:5000/app"})
    void hasAHostIfItsFirstSegmentLooksLikeOne(String name) {
        assertThat(ImageName.parse(name).host()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "my/app", "localhosts/app", "a/ghcr.io/app", "redis.cache"})
    void hasNoHostOtherwise(String name) {
        assertThat(ImageName.parse(name).host()).isEmpty();
        assertThat(ImageName.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/app", "ghcr.io/", "App", "app:1.0", "app@sha256:00"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> ImageName.parse(text)).isInstanceOf(GrammarException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghcr.io/x/y:v2 | The image name 'ghcr.io/x/y:v2' has a tag | Write ghcr.io/x/y, and v2 into <tags>",
                "y:1.0 | The image name 'y:1.0' has a tag | Write y, and 1.0 into <tags>",
                "localhost:5000/y:1 | The image name 'localhost:5000/y:1' has a tag | Write localhost:5000/y, and 1 into <tags>",
                "https://ghcr.io/x/y | The image name 'https://ghcr.io/x/y' has a scheme | Write ghcr.io/x/y",
                "docker://ghcr.io/x/y:v2 | The image name 'docker://ghcr.io/x/y:v2' has a scheme | Write ghcr.io/x/y",
                "y@sha256:00 | The image name 'y@sha256:00' has a digest, which only an image that exists can have | Write y",
                "y:1@sha256:00 | The image name 'y:1@sha256:00' has a digest, which only an image that exists can have | Write y"
            })
    void isToldWhichPartsOfAReferenceItDoesNotHave(String text, String what, String fix) {
        assertThatThrownBy(() -> ImageName.parse(text)).isInstanceOfSatisfying(GrammarException.class, e -> {
            assertThat(e.what()).isEqualTo(what);
            assertThat(e.fix()).isEqualTo(fix);
        });
    }

    @Test
    void showsItsHost() {
        assertThat(ImageName.parse("ghcr.io/user/app")).hasToString("ghcr.io/user/app");
    }
}
