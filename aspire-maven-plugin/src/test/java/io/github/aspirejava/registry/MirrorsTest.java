package io.github.aspirejava.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.aspirejava.image.ImageReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorsTest {
    @ParameterizedTest
    @CsvSource({
        "docker.io=mirror.acme.com, eclipse-temurin:17-jre, mirror.acme.com/library/eclipse-temurin:17-jre",
        "docker.io=mirror.acme.com:5000/hub, redis:7, mirror.acme.com:5000/hub/library/redis:7",
        "docker.io=mirror.acme.com, ghcr.io/team/app:1, ghcr.io/team/app:1",
    })
    void readsFromTheMirrorOfTheRegistry(String mirrors, String reference, String expected) {
        assertThat(Mirrors.parse(mirrors).apply(ImageReference.parse(reference)))
                .hasToString(expected);
    }

    @Test
    void severalAreSeparatedByCommas() {
        Mirrors mirrors = Mirrors.parse("docker.io=one.acme.com, ghcr.io=two.acme.com/cache");

        assertThat(mirrors.apply(ImageReference.parse("redis:7"))).hasToString("one.acme.com/library/redis:7");
        assertThat(mirrors.apply(ImageReference.parse("ghcr.io/a/b:1"))).hasToString("two.acme.com/cache/a/b:1");
    }

    @Test
    void withoutAnyEachImageIsReadFromItsOwnRegistry() {
        assertThat(Mirrors.parse("").apply(ImageReference.parse("redis:7"))).hasToString("docker.io/library/redis:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docker.io", "docker.io=", "=host", "docker.io=https://mirror.acme.com", "docker.io=HOST/Upper"})
    void anythingElseIsToldWithTheRightForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mirrors.parse(text))
                .withMessageContaining("'%s'", text)
                .withMessageContaining("Write docker.io=HOST or docker.io=HOST/PATH");
    }
}
