package io.github.aspirejava.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Covers oracle 48: parameters in texts. */
class TextTest {
    private static final Map<String, Parameter> PARAMETERS = Map.of(
            "host", parameter("host", Optional.of("ghcr.io"), false),
            "dollar", parameter("dollar", Optional.of("a$1\\b{host}"), false),
            "missing", parameter("missing", Optional.empty(), false),
            "token", parameter("token", Optional.of("hunter2"), true));

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({
        "{host}/me, ghcr.io/me",
        "{host}{host}, ghcr.ioghcr.io",
        "no parameters, no parameters",
        "{{host}} is {host}, {host} is ghcr.io",
        "{not a name} {2} {}, {not a name} {2} {}",
        "<{dollar}>, <a$1\\b{host}>",
    })
    void replacesParametersByTheirValuesOnce(String template, String value) {
        assertThat(parse(template).require()).isEqualTo(value);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void hasNoValueWithAnExpressionOfMavensThatNobodyCouldEvaluate() {
        assertThat(parse("${project.version}").value()).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void hasNoValueAsLongAsOneOfItsParametersHasNone() {
        Text text = parse("{host}/{missing}");

        assertThat(text.value()).isEmpty();
        assertThat(text.parameters()).containsExactlyInAnyOrder("host", "missing");
        assertThat(problems.isEmpty()).isTrue();
        assertThatThrownBy(text::require)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'{host}/{missing}' has parameters without a value");
    }

    @Test
    void suggestsTheNearestParameterForAnUnknownOne() {
        parse("{hots}");

        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly("pom.xml:7: There is no parameter 'hots'. Write {host}.");
    }

    @Test
    void saysHowToDeclareAParameterThatIsLikeNoOther() {
        parse("{registry-endpoint}");

        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly(
                        "pom.xml:7: There is no parameter 'registry-endpoint'. Declare it: <parameter>registry-endpoint</parameter>, or write {{registry-endpoint}} for the text itself.");
    }

    @Test
    void isSecretIfOneOfItsParametersIs() {
        assertThat(parse("{host}").isSecret()).isFalse();
        assertThat(parse("{host}:{token}").isSecret()).isTrue();
    }

    @Test
    void showsItsTemplateAndNeverItsValue() {
        assertThat(parse("{host}:{token}")).hasToString("{host}:{token}");
        assertThat(parse("{host}:{token}").value()).contains("ghcr.io:hunter2");
    }

    @ParameterizedTest
    @CsvSource({"{token}, true", "{host}{token}, true", "a{token}, false", "'', false", "{{token}}, false"})
    void knowsWhetherItHasOnlyParameters(String template, boolean onlyParameters) {
        assertThat(parse(template).hasOnlyParameters()).isEqualTo(onlyParameters);
    }

    @Test
    void standsForItselfIfItIsLiteral() {
        Text text = Text.literal("{host}");

        assertThat(text.require()).isEqualTo("{host}");
        assertThat(text.parameters()).isEmpty();
        assertThat(text.isSecret()).isFalse();
    }

    private Text parse(String template) {
        return Text.parse(template, new Origin("pom.xml", 7), PARAMETERS, problems);
    }

    private static Parameter parameter(String name, Optional<String> value, boolean secret) {
        return new Parameter(name, Origin.NONE, value.map(Secret::new), "", secret, "");
    }
}
