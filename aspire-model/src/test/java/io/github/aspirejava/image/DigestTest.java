package io.github.aspirejava.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);

    /** The examples of FIPS 180-2. */
    private static final String SHA256 = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String SHA512 = "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

    @Test
    void isThatOfTheContent() {
        assertThat(Digest.of(ABC)).hasToString(SHA256);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHA256, SHA512})
    void recognisesItsContentByItsOwnAlgorithm(String text) {
        Digest digest = Digest.parse(text);

        assertThat(digest).hasToString(text);
        assertThat(digest.matches(ABC)).isTrue();
        assertThat(digest.matches(new byte[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "sha256:", "sha256:abc", "md5:900150983cd24fb0d6963f7d28e17f72"})
    void saysWhatADigestIs(String text) {
        assertThatThrownBy(() -> Digest.parse(text))
                .isInstanceOf(GrammarException.class)
                .hasMessageStartingWith("'%s' is not a digest. A ".formatted(text))
                .hasMessageEndingWith(".");
    }

    @Test
    void takesNoUpperCase() {
        assertThatThrownBy(() -> Digest.parse(SHA256.replace('b', 'B')))
                .isInstanceOf(GrammarException.class)
                .hasMessageEndingWith("A sha256 digest has 64 lower-case hexadecimal digits.");
    }
}
