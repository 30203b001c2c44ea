package io.github.aspirejava.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "redis,                             docker.io/library/redis",
        "redis:7,                           docker.io/library/redis:7",
        "docker.io/myapp,                   docker.io/library/myapp",
        "docker.io/captainsafia/myapp:v1,   docker.io/captainsafia/myapp:v1",
        "captainsafia/myorg/myapp:latest,   docker.io/captainsafia/myorg/myapp:latest",
        "ghcr.io/user/myapp:v2,             ghcr.io/user/myapp:v2",
        "GHCR.io/user/myapp:v2,             ghcr.io/user/myapp:v2",
        "localhost/app,                     localhost/app",
        "localhost:5000/app:t,              localhost:5000/app:t",
        "192.168.1.1:5000/app:t,            192.168.1.1:5000/app:t",
        "[::1]:5000/app,                    [::1]:5000/app",
        "registry:5000/a/b,                 registry:5000/a/b",
        "index.docker.io/library/redis,     docker.io/library/redis",
        "eclipse-temurin:17-jre,            docker.io/library/eclipse-temurin:17-jre",
    })
    void readsReferencesAsDockerDoes(String text, String written) {
        assertThat(ImageReference.parse(text)).hasToString(written);
    }

    @Test
    void readsTagAndDigest() {
        ImageReference both = ImageReference.parse("ghcr.io/a/b:1.0" + DIGEST);

        assertThat(both.tag()).contains(new Tag("1.0"));
        assertThat(both.digest()).contains(Digest.parse(DIGEST.substring(1)));
        assertThat(both.selector()).isEqualTo(DIGEST.substring(1));
        assertThat(both.withTag(new Tag("2.0"))).hasToString("ghcr.io/a/b:2.0");
    }

    @Test
    void asksForTheTagLatestWhereNothingIsNamed() {
        assertThat(ImageReference.parse("redis").selector()).isEqualTo("latest");
        assertThat(ImageReference.parse("redis:7").selector()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | The image reference is empty. Write one such as eclipse-temurin:17-jre.",
                "https://ghcr.io/a:1   | The image reference 'https://ghcr.io/a:1' has a scheme. Write ghcr.io/a:1.",
                "https://              | The image reference 'https://' has a scheme."
                        + " Write one such as eclipse-temurin:17-jre.",
                "' redis:7 '           | The image reference ' redis:7 ' has spaces around it. Write redis:7.",
                "https://My/App        | The image reference 'https://My/App' has a scheme. Write my/app: lower-case"
                        + " letters and digits, single '.', '_', '__' or hyphens between them, '/' between components.",
                "ghcr.io/My/App        | 'My/App' is not a repository name. Write my/app: lower-case letters and"
                        + " digits, single '.', '_', '__' or hyphens between them, '/' between components.",
                "Redis                 | 'Redis' is not a repository name. Write redis: lower-case letters and"
                        + " digits, single '.', '_', '__' or hyphens between them, '/' between components.",
                "ghcr.io/a:my tag      | 'my tag' is not a tag. Write my-tag: a tag has at most 128 letters, digits,"
                        + " '_', '.' and '-'.",
                "redis:                | '' is not a tag. A tag has 1 to 128 letters, digits, '_', '.' and '-',"
                        + " and starts with neither of the last two.",
                "redis@sha256:x        | 'sha256:x' is not a digest. A sha256 digest has 64 lower-case hexadecimal"
                        + " digits.",
                "gh_cr.io:5000/app     | 'gh_cr.io:5000' is not a registry endpoint. Write a host and an optional"
                        + " port, such as ghcr.io or localhost:5000.",
            })
    void saysWhatIsWrongAndWhatToWrite(String text, String message) {
        assertThatThrownBy(() -> ImageReference.parse(text))
                .isInstanceOf(GrammarException.class)
                .hasMessage(message);
    }
}
