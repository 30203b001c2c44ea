package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Secret;
import org.junit.jupiter.api.Test;

class ParameterSourcesTest {
    private static PomText pom() {
        return PomText.of(
                "<parameters><parameter><name>registry-endpoint</name><value>pom</value></parameter></parameters>");
    }

    @Test
    void thePomsValueIsTheLastResort() throws InvalidModelException {
        assertThat(value(pom())).isEqualTo("pom");
    }

    @Test
    void settingsBeatThePom() throws InvalidModelException {
        assertThat(value(settings())).isEqualTo("settings");
    }

    @Test
    void theEnvironmentBeatsSettingsAndHasAspiresNames() throws InvalidModelException {
        assertThat(value(settings().withEnvironment("Parameters__registry_endpoint", "environment")))
                .isEqualTo("environment");
        assertThat(value(settings().withEnvironment("Parameters__registry-endpoint", "environment")))
                .isEqualTo("environment");
    }

    @Test
    void theExactNameOfAVariableBeatsTheOneWithUnderscores() throws InvalidModelException {
        assertThat(value(pom().withEnvironment("Parameters__registry_endpoint", "underscore")
                        .withEnvironment("Parameters__registry-endpoint", "exact")))
                .isEqualTo("exact");
    }

    @Test
    void theCommandLineBeatsAll() throws InvalidModelException {
        assertThat(value(settings()
                        .withEnvironment("Parameters__registry_endpoint", "environment")
                        .with("aspire.parameters.registry-endpoint", "command line")))
                .isEqualTo("command line");
    }

    @Test
    void aParameterWithoutAnyValueIsNoMistakeOfTheModel() throws InvalidModelException {
        assertThat(PomText.of("<parameters><parameter>token</parameter></parameters>")
                        .model()
                        .parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.value()).isEmpty());
    }

    @Test
    void theValueOfASecretParameterIsRefusedInAPom() {
        assertThat(PomText.of(
                                "<parameters><parameter><name>token</name><secret>true</secret><value>hunter2</value></parameter></parameters>")
                        .problems())
                .singleElement()
                .asString()
                .contains("The value of the secret parameter 'token' is written in the POM")
                .doesNotContain("hunter2");
    }

    private static PomText settings() {
        return pom().withProjectProperty("aspire.parameters.registry-endpoint", "settings");
    }

    private static String value(PomText pom) throws InvalidModelException {
        return pom.model().parameters().get(0).value().map(Secret::reveal).orElse("");
    }
}
