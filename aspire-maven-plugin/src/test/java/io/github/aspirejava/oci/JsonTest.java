package io.github.aspirejava.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"text with \\\" and \\u00e9\"",
                "{\"a\":1,\"b\":[true,false,null,{\"c\":[]}],\"d\":-2.5e10,\"e\":\"\"}",
                "[2147483647,2147483648,-9223372036854775808,123456789012345678901234567890]",
                " { \"twice\" : 1 , \"twice\" : 2 } ",
                ""
            })
    void readsAndWritesWhatTheObjectMapperWould(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Json.read(bytes)).isEqualTo(MAPPER.readTree(bytes));
        if (!text.isEmpty()) {
            assertThat(Json.write(Json.read(bytes))).isEqualTo(MAPPER.writeValueAsBytes(MAPPER.readTree(bytes)));
            assertThat(Json.writeIndented(Json.read(bytes)))
                    .isEqualTo(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(bytes)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1,",
                "{\"a\"",
                "{\"a\":}",
                "<html>",
                "{\"a\":1",
                "tru",
                "]",
                "\"open",
                "{} what follows",
                "{}{}"
            })
    void refusesWhatIsNotJson(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(JsonProcessingException.class);
        assertThat(Json.parse(bytes).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void refusesOtherEncodings(String charset) {
        byte[] bytes = "{\"a\":1}".getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(JsonProcessingException.class);
        assertThat(Json.parse(bytes).isMissingNode()).isTrue();
    }

    @Test
    void refusesBytesThatAreNoText() {
        // Jackson would take them for UTF-32 that is broken.
        byte[] bytes = {0, 0, 0, '{', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};

        assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(JsonProcessingException.class);
        assertThat(Json.parse(bytes).isMissingNode()).isTrue();
    }

    @Test
    void acceptsAMarkOfTheByteOrder() throws IOException {
        assertThat(Json.read("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8))
                        .path("a")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        byte[] bytes = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(JsonProcessingException.class);
    }
}
