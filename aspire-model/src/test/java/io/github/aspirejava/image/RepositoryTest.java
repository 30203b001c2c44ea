package io.github.aspirejava.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {
    @ParameterizedTest
    @ValueSource(strings = {"api", "library/redis", "a/b/c/d", "my-api", "my--api", "my_api", "my__api", "my.api", "0"})
    void takesNamesOfTheGrammar(String path) {
        assertThatCode(() -> new Repository(path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "MyOrg/Api,   myorg/api",
        "my api,      my-api",
        "/shop/api,   shop/api",
        "shop/api/,   shop/api",
        "shop//api,   shop/api",
        "shop@home,   shop-home",
        "-api,        api",
        "api.,        api",
        "my..api,     my.api",
        "my___api,    my__api",
        "a/-b-/c,     a/b/c",
    })
    void offersTheNearestName(String path, String corrected) {
        assertThatThrownBy(() -> new Repository(path)).isInstanceOfSatisfying(GrammarException.class, e -> {
            assertThat(e.what()).isEqualTo("'%s' is not a repository name".formatted(path));
            assertThat(e.fix()).startsWith("Write %s: ".formatted(corrected));
        });
        assertThatCode(() -> new Repository(corrected)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "...", "@"})
    void onlySaysTheRuleWhereNothingIsNear(String path) {
        assertThatThrownBy(() -> new Repository(path))
                .isInstanceOf(GrammarException.class)
                .hasMessageEndingWith(". A repository name has lower-case letters and digits, single '.', '_', '__'"
                        + " or hyphens between them, '/' between components.");
    }

    @Test
    void saysThatANameIsTooLong() {
        assertThatCode(() -> new Repository("a".repeat(255))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Repository("a".repeat(256)))
                .hasMessage("The repository name '%s…' has 256 characters. Write one of at most 255.", "a".repeat(40));
    }

    @Test
    void staysWithinTheLimitWhenItIsResolved() {
        assertThat(new Repository("shop").resolve("api")).isEqualTo(new Repository("shop/api"));
        assertThatThrownBy(() -> new Repository("a".repeat(200)).resolve("b".repeat(60)))
                .isInstanceOf(GrammarException.class);
    }
}
