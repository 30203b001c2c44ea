package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in place of a list of elements. */
class TextAsListTest {
    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "latest; latest",
                "latest,1.0; latest 1.0",
                "latest 1.0; latest 1.0",
                "'latest, 1.0,'; latest 1.0",
                "'\n  latest\n  1.0\n'; latest 1.0",
                "${known}; value"
            })
    void isTagsAtItsCommasAndBlanks(String text, String tags) throws InvalidModelException {
        assertThat(app("<tags>%s</tags>".formatted(text)).image().tags())
                .extracting(Object::toString)
                .containsExactly(tags.split(" ", -1));
    }

    @Test
    void isPlatformsAtItsCommas() throws InvalidModelException {
        assertThat(app("<platforms>linux/arm64</platforms>").image().platforms())
                .extracting(Object::toString)
                .containsExactly("linux/arm64");
        assertThat(app("<platforms>linux/amd64, linux/arm64</platforms>")
                        .image()
                        .platforms())
                .extracting(Object::toString)
                .containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void isPortsAndServicesAtItsCommas() throws InvalidModelException {
        JavaApp app = app("<endpoints>8080,9090</endpoints><references>app</references>");

        assertThat(app.deployment().endpoints()).extracting(Endpoint::port).containsExactly(8080, 9090);
        assertThat(app.deployment().references()).extracting(Reference::name).containsExactly("app");
    }

    @Test
    void isParametersAtItsCommas() throws InvalidModelException {
        assertThat(PomText.of("<parameters>team,token</parameters>").model().parameters())
                .extracting(Parameter::name)
                .containsExactly("team", "token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-Xmx256m; -Xmx256m",
                "-Xms64m -Xmx256m; -Xms64m|-Xmx256m",
                "'\n -Xms64m\n -Xmx256m\n'; -Xms64m|-Xmx256m",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n; -agentlib:jdwp=transport=dt_socket,server=y,suspend=n",
                "-Xmx1g @/app/options; -Xmx1g|@/app/options"
            })
    void isFlagsAtItsBlanks(String text, String flags) throws InvalidModelException {
        assertThat(app("<jvmFlags>%s</jvmFlags>".formatted(text)).jvmFlags())
                .extracting(Object::toString)
                .containsExactly(flags.split("\\|", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xms64m,-Xmx256m",
                "-Xms64m, -Xmx256m",
                "--add-opens java.base/java.lang=ALL-UNNAMED",
                "-Dgreeting=good morning",
                "-Dgreeting=\"-good -morning\""
            })
    void isNoFlagsIfItMayMeanSeveralThings(String text) {
        assertThat(problems("\n<jvmFlags>%s</jvmFlags>".formatted(text)))
                .containsExactly(
                        "pom.xml:2: <jvmFlags> has a text that cannot be split into items. Write each into a <jvmFlag> of its own.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dgreeting=good -morning",
                "-Dgreeting=good morning",
                "-javaagent:/opt/my agent.jar",
                "-Xlog:gc:/var/log/my gc.log",
                "@/app/my options"
            })
    void isOneFlagInAnElementOfItsOwn(String flag) throws InvalidModelException {
        assertThat(app("<jvmFlags><jvmFlag>%s</jvmFlag></jvmFlags>".formatted(flag))
                        .jvmFlags())
                .extracting(Object::toString)
                .containsExactly(flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xms64m -Xmx256m",
                "-XX:+UseG1GC -Xmx1g",
                "--add-opens java.base/java.lang=ALL-UNNAMED",
                "-cp app.jar"
            })
    void isNoFlagInAnElementOfItsOwnIfTheJvmWouldRefuseIt(String flags) {
        assertThat(problems("<jvmFlags>\n<jvmFlag>%s</jvmFlag></jvmFlags>".formatted(flags)))
                .containsExactly(
                        "pom.xml:2: <jvmFlag> holds several values, but stands for one. Write each into a <jvmFlag> of its own.");
    }

    @Test
    void isNoTagInAnElementOfItsOwnIfItIsTwo() {
        assertThat(problems("<tags>\n<tag>1.0,latest</tag></tags>"))
                .containsExactly(
                        "pom.xml:2: <tag> holds several values, but stands for one. Write each into a <tag> of its own.");
    }

    @Test
    void isOneArgument() throws InvalidModelException {
        assertThat(app("<arguments>server</arguments>").arguments())
                .extracting(Object::toString)
                .containsExactly("server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server config.yml", "server,config.yml"})
    void isNoArgumentsIfItMayBeOneOrTwo(String text) {
        assertThat(problems("\n<arguments>%s</arguments>".formatted(text)))
                .containsExactly(
                        "pom.xml:2: <arguments> has a text that cannot be split into items. Write each into a <argument> of its own.");
    }

    @Test
    void isNoTagIfItHasNone() {
        assertThat(problems("\n<tags>,</tags>"))
                .containsExactly(
                        "pom.xml:2: <tags> has a text that cannot be split into items. Write each into a <tag> of its own.");
    }

    @Test
    void isChecked() {
        assertThat(problems("\n<endpoints>http</endpoints>\n<platforms>arm64</platforms>"))
                .containsExactly(
                        "pom.xml:2: <endpoint> is 'http'. Write a number between 1 and 65535.",
                        "pom.xml:3: 'arm64' is not a platform. Write os/architecture, such as linux/amd64 or linux/arm64.");
    }

    @Test
    void isAMistakeWhereElementsHaveElements() {
        assertThat(problems("\n<files>frontend</files>"))
                .containsExactly("pom.xml:2: <files> has a text, but requires elements. Write <file>.");
        assertThat(PomText.of(
                                "<services>api</services>\n<registries>ghcr.io</registries>\n<environments>prod</environments>\n<azure>westeurope</azure>")
                        .problems())
                .containsExactly(
                        "pom.xml:1: <services> has a text, but requires elements. It may have <javaApp>, <dockerfile>, <viteApp>, <container>.",
                        "pom.xml:2: <registries> has a text, but requires elements. It may have <containerRegistry>, <azureContainerRegistry>, <ociLayout>.",
                        "pom.xml:3: <environments> has a text, but requires elements. It may have <azureContainerApps>, <azureAppService>, <dockerCompose>.",
                        "pom.xml:4: <azure> has a text, but requires elements. It may have <subscription>, <location>, <resourceGroup>, <tenant>, <credential>, <cloud>.");
    }

    @Test
    void isAMistakeWhereAMapStandsAndItsValueIsNotShown() {
        assertThat(problems("\n<environmentVariables>PASSWORD=hunter2</environmentVariables>"))
                .containsExactly(
                        "pom.xml:2: <environmentVariables> has a text, but requires elements. Write <PASSWORD>…</PASSWORD> into it.");
        assertThat(PomText.of(
                                REGISTRY
                                        + "<services><dockerfile><name>edge</name><context>.</context>\n<labels>a</labels>\n<buildArguments>b: c</buildArguments>\n<buildSecrets>npm</buildSecrets></dockerfile></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:2: <labels> has a text, but requires elements. Write <NAME>…</NAME> into it.",
                        "pom.xml:3: <buildArguments> has a text, but requires elements. Write <b>…</b> into it.",
                        "pom.xml:4: <buildSecrets> has a text, but requires elements. Write <buildSecret>.");
    }

    @Test
    void isAMistakeAsTheWholeConfiguration() {
        assertThat(PomText.of("api").problems())
                .singleElement()
                .asString()
                .startsWith("pom.xml:1: <configuration> has a text, but requires elements. It may have <parameters>");
    }

    @Test
    void isAnEntryOfAMapInTheWayOfMavensProperties() {
        assertThat(
                        problems(
                                "<environmentVariables>\n<environmentVariable><name>A</name><value>b</value></environmentVariable></environmentVariables>"))
                .containsExactly(
                        "pom.xml:2: <environmentVariable> has elements, but is itself the name of an entry of <environmentVariables>. Write <A>…</A> instead.");
    }

    private static JavaApp app(String elements) throws InvalidModelException {
        return (JavaApp) pom(elements).model().services().get(0);
    }

    private static List<String> problems(String elements) {
        return pom(elements).problems();
    }

    private static PomText pom(String elements) {
        return PomText.of(REGISTRY
                + "<services><javaApp><name>app</name><module>api</module>%s</javaApp></services>".formatted(elements));
    }
}
