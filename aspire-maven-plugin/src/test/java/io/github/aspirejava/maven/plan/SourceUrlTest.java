package io.github.aspirejava.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceUrlTest {
    @ParameterizedTest
    @CsvSource({
        "git@github.com:acme/shop.git, https://github.com/acme/shop",
        "ssh://git@gitlab.example.com:2222/acme/shop.git, https://gitlab.example.com/acme/shop",
        "https://oauth2:glpat-secret@gitlab.com/acme/shop.git, https://gitlab.com/acme/shop",
        "https://ghp_secret@github.com/acme/shop, https://github.com/acme/shop",
        "https://git.example.com:8443/acme/shop.git?token=secret, https://git.example.com:8443/acme/shop",
        "scm:git:https://github.com/acme/shop.git, https://github.com/acme/shop",
        "https://github.com/acme/shop/tree/main, https://github.com/acme/shop/tree/main"
    })
    void isTheSameForEachWayOfCloningAndHasNoCredentials(String address, String url) {
        assertThat(SourceUrl.of(address)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/git/shop.git",
                "../shop",
                "file:///srv/git/shop",
                "C:\\git\\shop",
                "origin",
                "https://a b/",
                ""
            })
    void isNoneOfThisMachine(String address) {
        assertThat(SourceUrl.of(address)).isEmpty();
    }
}
