package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages about elements that are unknown at their place. */
class HintsTest {
    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    @ParameterizedTest
    @CsvSource({
        "args, <arguments>",
        "cmd, <arguments>",
        "env, <environmentVariables>",
        "ports, <endpoints>",
        "image, <imageName>",
        "to, <imageName>",
        "from, <baseImage>",
        "main, <mainClass>",
        "mainclass, <mainClass>",
        "mainClassName, <mainClass>",
        "jvmArguments, <jvmFlags>",
        "javaOpts, <jvmFlags>",
        "jvmFlag, <jvmFlags>",
        "tag, <tags>",
        "version, <tags>",
        "tgas, <tags>",
        "dependsOn, <references> or <waitFor>"
    })
    void nameOursForThoseOfOtherToolsAndForSlips(String written, String ours) {
        assertThat(problems("<%1$s>x</%1$s>".formatted(written)))
                .containsExactly("pom.xml:1: <javaApp> has no element <%s>. Write %s.".formatted(written, ours));
    }

    @Test
    void nameSeveralIfOneOfAnotherToolHoldsThem() {
        assertThat(problems("<run><ports><port>8080</port></ports></run>"))
                .containsExactly(
                        "pom.xml:1: <javaApp> has no element <run>. Write <arguments> or <endpoints> or <environmentVariables>.");
    }

    @Test
    void nameTheOneOfTheKindOfService() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "<services><dockerfile><name>edge</name><context>.</context><args><A>b</A></args><dockerFile>x</dockerFile></dockerfile></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:1: <dockerfile> has no element <args>. Write <buildArguments> or <arguments>.",
                        "pom.xml:1: <dockerfile> has no element <dockerFile>. Write <file>.");
    }

    @Test
    void listWhatThereIsIfNothingIsNear() {
        assertThat(problems("<hostname>shop</hostname>"))
                .singleElement()
                .asString()
                .startsWith("pom.xml:1: <javaApp> has no element <hostname>. It may have <name>, <module>, <artifact>,")
                .contains("<arguments>", "<tags>", "<environmentVariables>");
    }

    @Test
    void nameTheOnlyOneOfAList() {
        assertThat(problems("<tags><item>latest</item></tags>"))
                .containsExactly("pom.xml:1: <tags> has no element <item>. Write <tag>.");
    }

    @Test
    void tellWhereAnElementBelongs() {
        assertThat(PomText.of(
                                "<tags><tag>1</tag></tags>\n<javaApp>api</javaApp>\n<containerRegistry/>\n<to><image>x</image></to>\n<regsitries/>\n<insecure>true</insecure>")
                        .problems())
                .containsExactly(
                        "pom.xml:1: <configuration> has no element <tags>. Write it into a service, such as <javaApp>.",
                        "pom.xml:2: <configuration> has no element <javaApp>. Write it into <services>.",
                        "pom.xml:3: <configuration> has no element <containerRegistry>. Write it into <registries>.",
                        "pom.xml:4: <configuration> has no element <to>. Write <services>.",
                        "pom.xml:5: <configuration> has no element <regsitries>. Write <registries>.",
                        "pom.xml:6: <configuration> has no element <insecure>. Write it into a registry, such as <containerRegistry>.");
    }

    @Test
    void takeVariablesForVariablesAndForNothingElse() {
        assertThat(problems("\n<environment><A>b</A></environment>"))
                .containsExactly(
                        "pom.xml:2: <environment> has elements. Write <environmentVariables> for variables; <environment> is the name of one of <environments>.");
    }

    @Test
    void knowTheRegistrysElements() {
        assertThat(PomText.of(
                                "<registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint>\n<url>ghcr.io</url>\n<auth><user>x</user></auth></containerRegistry></registries>")
                        .problems())
                .containsExactly(
                        "pom.xml:2: <containerRegistry> has no element <url>. Write <endpoint>.",
                        "pom.xml:3: <containerRegistry> has no element <auth>. Write <credentials>.");
    }

    @Test
    void areGivenInModulesToo() {
        assertThat(PomText.of(REGISTRY)
                        .withModule(
                                "worker", "<servcies><javaApp>worker</javaApp></servcies>\n<release>together</release>")
                        .problems())
                .containsExactly(
                        "worker/pom.xml:1: <configuration> has no element <servcies>. Write <services>.",
                        "worker/pom.xml:2: A module configures <services> only, not <release>. Move it into the configuration of the plugin in pom.xml.");
    }

    @Test
    void areNotNeededForANameThatIsNone() {
        assertThat(PomText.of(REGISTRY + "<services><javaApp><name><x>api</x></name></javaApp></services>")
                        .problems())
                .containsExactly("pom.xml:1: <name> has elements. Write a text into it: <name>…</name>.");
    }

    private static List<String> problems(String elements) {
        return PomText.of(REGISTRY + "<services><javaApp><name>api</name>%s</javaApp></services>".formatted(elements))
                .problems();
    }

    @Test
    void namesThePropertyThatAnElementStandsFor() {
        assertThat(PomText.of("""
                        <mirrors>docker.io=mirror.example.com</mirrors>
                        <layersMost>12</layersMost>
                        <packageSkipTests>false</packageSkipTests>
                        """).problems())
                .containsExactly(
                        "pom.xml:1: <configuration> has no element <mirrors>. Set the property aspire.mirrors.",
                        "pom.xml:2: <configuration> has no element <layersMost>. Set the property aspire.layers.most.",
                        "pom.xml:3: <configuration> has no element <packageSkipTests>. Set the property aspire.package.skipTests.");
    }
}
