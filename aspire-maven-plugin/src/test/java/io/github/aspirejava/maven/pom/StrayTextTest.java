package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text beside elements, which Maven drops before a plugin is configured. */
class StrayTextTest {
    @TempDir
    Path directory;

    @Test
    void isAMistakeOnTheLineOfItsElement() throws IOException {
        assertThat(PomText.of("""
                                <registries>
                                  <ociLayout>bundle</ociLayout>
                                </registries>
                                <services>
                                  <javaApp>api<module>api</module><name>api</name></javaApp>
                                  <javaApp><name>worker</name>
                                    <tags>latest<tag>x</tag></tags>
                                    <environmentVariables><A>1</A><![CDATA[B=2]]></environmentVariables>
                                  </javaApp>
                                </services>
                                """).in(directory).problems())
                .containsExactly(at(5, "javaApp"), at(7, "tags"), at(8, "environmentVariables"));
    }

    @Test
    void isAMistakeInTheConfigurationItself() throws IOException {
        assertThat(PomText.of("<failFast/>true<failFast/>").in(directory).problems())
                .contains(at(1, "configuration"))
                .contains("pom.xml:1: <failFast> comes twice in <configuration>. Remove one of them.");
    }

    @Test
    void isNoneIfItIsAComment() throws IOException {
        assertThat(PomText.of(
                                "<registries><!-- here --><ociLayout>bundle</ociLayout>\n</registries><services><javaApp>api<!-- the name --></javaApp></services>")
                        .in(directory)
                        .problems())
                .isEmpty();
    }

    private static String at(int line, String element) {
        return "pom.xml:%d: <%s> has a text beside its elements, which Maven ignores. Write it into an element of its own, or remove it."
                .formatted(line, element);
    }
}
