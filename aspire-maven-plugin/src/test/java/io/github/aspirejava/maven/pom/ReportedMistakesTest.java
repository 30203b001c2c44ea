package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.InvalidModelException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes that users of other image builders have reported as ignored, or as reported misleadingly. */
class ReportedMistakesTest {
    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    @Test
    void aPortIsNotMapped() {
        assertThat(problems("<endpoints><endpoint>15671:5671</endpoint></endpoints>"))
                .containsExactly("pom.xml:1: <endpoint> is '15671:5671'. Write a number between 1 and 65535.");
    }

    @Test
    void aPortHasNoAttributes() {
        assertThat(
                        problems(
                                "<endpoints>\n<endpoint><name>web</name></endpoint>\n<endpoint><port number='1'>80</port></endpoint>\n<endpoint/></endpoints>"))
                .containsExactly(
                        "pom.xml:3: <port> has an attribute 'number', and Maven ignores attributes. Write <number>1</number> into it.");
    }

    @Test
    void anEndpointIsOnPort8080ByDefault() throws InvalidModelException {
        AppModel model = PomText.of(
                        REGISTRY
                                + "<services><javaApp><name>api</name><endpoints><endpoint/><endpoint><name>admin</name></endpoint></endpoints></javaApp></services>")
                .model();

        assertThat(model.services().get(0).deployment().endpoints())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .containsExactly(
                        new Endpoint("http", 8080, Endpoint.Transport.HTTP, false),
                        new Endpoint("admin", 8080, Endpoint.Transport.HTTP, false));
    }

    @Test
    void aVariableWithoutAValueIsNamed() {
        assertThat(problems("<environmentVariables>\n<A/></environmentVariables>"))
                .containsExactly("pom.xml:2: <A> is empty. Write a text into it, or remove it.");
    }

    @Test
    void anotherToolsDirectoriesAreFilesHere() {
        assertThat(problems("<extraDirectories>src/main/extra</extraDirectories>"))
                .containsExactly("pom.xml:1: <javaApp> has no element <extraDirectories>. Write <localFiles>.");
    }

    @Test
    void variablesInTheWrongElementAreTold() {
        assertThat(problems("<files><file><from>web</from><to>/srv</to>\n<env><A>b</A></env></file></files>"))
                .contains("pom.xml:2: <file> has no element <env>. It may have <from>, <path>, <to>.");
    }

    @Test
    void optionsThatAWordFollowsAreNotSplit() {
        assertThat(problems("<jvmFlags>--enable-preview --release 23</jvmFlags>"))
                .containsExactly(
                        "pom.xml:1: <jvmFlags> has a text that cannot be split into items. Write each into a <jvmFlag> of its own.");
    }

    @Test
    void elementsAreNoPropertiesOfTheCommandLine() throws InvalidModelException {
        assertThat(PomText.of("").with("aspire.jvmFlags", "-Xmx1g").warnings())
                .containsExactly(
                        "-Daspire.jvmFlags has no effect: this plugin has no such property. Remove it, or look it up: mvn aspire:help -Ddetail.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<name/>", "<name></name>", "<name>  </name>"})
    void anEmptyNameIsNamedWhereverItIs(String name) {
        assertThat(PomText.of(
                                "<parameters><parameter>%1$s</parameter></parameters><registries>\n<ociLayout>%1$s</ociLayout></registries><environments>\n<azureContainerApps>%1$s</azureContainerApps></environments><services>\n<javaApp>%1$s</javaApp>\n<dockerfile>%1$s<context>edge</context></dockerfile>\n<container>%1$s<image>redis:7</image></container></services>"
                                        .formatted(name))
                        .problems())
                .hasSize(6)
                .allSatisfy(problem ->
                        assertThat(problem).contains("has an empty name. Write a name; a property in it must have"))
                .extracting(problem -> problem.substring(0, "pom.xml:2".length()))
                .containsExactly("pom.xml:1", "pom.xml:2", "pom.xml:3", "pom.xml:4", "pom.xml:5", "pom.xml:6");
    }

    private static PomText repositoryOfAParameter(String value) {
        return PomText.of("""
                        <parameters><parameter>registry-repository</parameter></parameters><registries>
                        <containerRegistry><name>ghcr</name><endpoint>ghcr.io</endpoint>
                        <repository>{registry-repository}</repository></containerRegistry></registries>
                        <services><javaApp>api</javaApp></services>""").withEnvironment("Parameters__registry_repository", value);
    }

    @Test
    void aParameterWithABadValueIsNamedWithThePlaceThatSetsIt() {
        assertThat(repositoryOfAParameter("acme/shop!").problems())
                .singleElement()
                .asString()
                .startsWith(
                        "pom.xml:3: 'acme/shop!' is not a repository name (from the value of parameter 'registry-repository', set by the environment variable Parameters__registry_repository). Write acme/shop: ");
        assertThat(repositoryOfAParameter("").problems())
                .containsExactly(
                        "pom.xml:3: The repository is empty (from the value of parameter 'registry-repository', set by the environment variable Parameters__registry_repository). Write a path, such as acme/shop, or leave it out.");
    }

    @Test
    void aRepositoryOfAParameterIsPushedInLowerCaseWithAWarning() throws InvalidModelException {
        PomText pom = repositoryOfAParameter("CaptainSafia/Aspire-Demo");

        assertThat(pom.model().pushTargets(pom.model().services().get(0)))
                .containsExactly("ghcr.io/captainsafia/aspire-demo/api:1.0");
        assertThat(pom.warnings())
                .containsExactly(
                        "pom.xml:3: The repository 'CaptainSafia/Aspire-Demo' (from the value of parameter 'registry-repository', set by the environment variable Parameters__registry_repository) is used as 'captainsafia/aspire-demo'. Registries accept lower case only.");
    }

    @Test
    void anEmptyTextIsReportedOnce() {
        assertThat(PomText.of("""
                                <registries><containerRegistry><name>ghcr</name>
                                <endpoint> </endpoint></containerRegistry></registries>
                                <services><javaApp><name>api</name>
                                <tags><tag/></tags></javaApp></services>""").problems())
                .containsExactly(
                        "pom.xml:2: <endpoint> is empty. Write a text into it, or remove it.",
                        "pom.xml:4: <tag> is empty. Write a text into it, or remove it.");
    }

    @Test
    void aFrontEndThatNobodyTakesIsRefused() {
        assertThat(PomText.of(REGISTRY + "<services>\n<viteApp>web</viteApp></services>")
                        .withAllModules()
                        .problems())
                .containsExactly(
                        "pom.xml:2: The front end 'web' has no <server>, and no service uses its files: it is not pushed. Add <server>nginx:1-alpine</server> to it, or <files><file><from>web</from><to>/app/static</to></file></files> to the service that serves it.");
    }

    @Test
    void aSecretInTheCommandOfAnImageIsRefused() {
        assertThat(PomText.of(
                                "<parameters><parameter><name>token</name><secret>true</secret></parameter></parameters>%s<services><javaApp><name>api</name>\n<arguments><argument>--token={token}</argument></arguments>\n<jvmFlags><jvmFlag>-Dtoken={token}</jvmFlag></jvmFlags></javaApp></services>"
                                        .formatted(REGISTRY))
                        .problems())
                .containsExactly(
                        "pom.xml:2: The argument --token={token} of api is secret, but readable in the configuration of the image. Remove it, and set an environment variable where the image is run.",
                        "pom.xml:3: The JVM flag -Dtoken={token} of api is secret, but readable in the configuration of the image. Remove it, and set an environment variable where the image is run.");
    }

    private static List<String> problems(String elements) {
        return PomText.of(REGISTRY + "<services><javaApp><name>api</name>%s</javaApp></services>".formatted(elements))
                .problems();
    }
}
