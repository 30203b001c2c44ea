package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.InvalidModelException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes that users of other image builders have reported as ignored, or as reported misleadingly. */
class ReportedMistakesTest {
    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    @Test
    void aPortIsNotMapped() {
        assertThat(problems("<endpoints><endpoint>15671:5671</endpoint></endpoints>"))
                .containsExactly("pom.xml:1: <endpoint> is '15671:5671'. Write a number between 1 and 65535.");
    }

    @Test
    void anEndpointHasAPortAndNothingElseHasIt() {
        assertThat(
                        problems(
                                "<endpoints>\n<endpoint><name>web</name></endpoint>\n<endpoint><port number='1'>80</port></endpoint>\n<endpoint/></endpoints>"))
                .containsExactly(
                        "pom.xml:2: <endpoint> has no <port>. Write <port>8080</port> into it.",
                        "pom.xml:3: <port> has an attribute 'number', and Maven drops attributes. Write <number>1</number> into it.",
                        "pom.xml:4: <endpoint> is ''. Write a number between 1 and 65535.");
    }

    @Test
    void aVariableWithoutAValueIsNamed() {
        assertThat(problems("<environmentVariables>\n<A/></environmentVariables>"))
                .containsExactly("pom.xml:2: <A> is empty. Write a text into it, or remove it.");
    }

    @Test
    void anotherToolsDirectoriesAreFilesHere() {
        assertThat(problems("<extraDirectories>src/main/extra</extraDirectories>"))
                .containsExactly("pom.xml:1: <javaApp> has no element <extraDirectories>. Write <files>.");
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
                        "pom.xml:1: <jvmFlags> has a text, and what its items are is not clear. Write each into a <jvmFlag> of its own.");
    }

    @Test
    void elementsAreNoPropertiesOfTheCommandLine() throws InvalidModelException {
        assertThat(PomText.of("").with("aspire.jvmFlags", "-Xmx1g").warnings())
                .containsExactly(
                        "-Daspire.jvmFlags has no effect: this plugin has no such property. Remove it, or look up what it is called.");
    }

    private static List<String> problems(String elements) {
        return PomText.of(REGISTRY + "<services><javaApp><name>api</name>%s</javaApp></services>".formatted(elements))
                .problems();
    }
}
