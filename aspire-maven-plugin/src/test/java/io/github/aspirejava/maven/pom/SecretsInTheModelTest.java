package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A secret parameter in every element that accepts parameters. */
class SecretsInTheModelTest {
    private static final String SECRET = "S3CR3T-VALUE";

    private static final String PARAMETERS =
            "<parameters><parameter><name>pw</name><secret>true</secret></parameter></parameters>";

    /** Each line with the secret is refused, unless it is marked as allowed. */
    private static final String MODEL = """
            <registries>
              <containerRegistry>
                <name>docker</name>
                <endpoint>{pw}.example.com</endpoint>
                <repository>a/{pw}</repository>
                <caFile>{pw}.pem</caFile>
                <credentials>
                  <username>{pw}</username> <!-- allowed -->
                  <password>{pw}</password> <!-- allowed -->
                </credentials>
              </containerRegistry>
              <ociLayout><name>bundle</name><directory>{pw}</directory></ociLayout>
            </registries>
            <services>
              <javaApp>
                <name>api</name>
                <registry>docker</registry>
                <imageName>a/{pw}</imageName>
                <tags>
                  <tag>v{pw}</tag>
                </tags>
                <baseImage>{pw}/a:1</baseImage>
                <appRoot>/{pw}</appRoot>
                <mainClass>a.{pw}</mainClass>
                <jvmFlags>
                  <jvmFlag>-Dpassword={pw}</jvmFlag>
                </jvmFlags>
                <arguments>
                  <argument>--password={pw}</argument>
                </arguments>
                <environmentVariables>
                  <PASSWORD>{pw}</PASSWORD> <!-- allowed -->
                </environmentVariables>
                <files>
                  <file>
                    <from>web</from>
                    <path>/{pw}</path>
                    <to>/a/{pw}</to>
                  </file>
                </files>
              </javaApp>
              <dockerfile>
                <name>worker</name>
                <registry>docker</registry>
                <context>{pw}</context>
                <file>{pw}.Dockerfile</file>
                <target>{pw}</target>
                <buildArguments>
                  <PASSWORD>{pw}</PASSWORD>
                </buildArguments>
                <buildSecrets>
                  <buildSecret><name>one</name><value>{pw}</value></buildSecret> <!-- allowed -->
                  <buildSecret><name>two</name><file>{pw}.txt</file></buildSecret>
                </buildSecrets>
                <labels>
                  <password>{pw}</password>
                </labels>
                <network>{pw}</network>
                <cacheFrom>
                  <image>{pw}/a:1</image>
                </cacheFrom>
              </dockerfile>
              <viteApp>
                <name>web</name>
                <registry>docker</registry>
                <directory>{pw}</directory>
                <outputDirectory>{pw}</outputDirectory>
                <nodeImage>{pw}/node:1</nodeImage>
                <buildArguments>
                  <VITE_PASSWORD>{pw}</VITE_PASSWORD>
                </buildArguments>
                <server>
                  <image>{pw}/nginx:1</image>
                  <root>/{pw}</root>
                </server>
              </viteApp>
              <container>
                <name>cache</name>
                <registry>docker</registry>
                <image>{pw}/redis:1</image>
                <mirror>true</mirror>
              </container>
            </services>
            """;

    @Test
    void isRefusedWhereOthersCouldReadItAndNowhereElse() {
        String configuration = PARAMETERS + "\n" + MODEL;
        List<String> lines = configuration.lines().toList();
        List<Integer> expected = IntStream.range(1, lines.size())
                .filter(i -> lines.get(i).contains("{pw}") && !lines.get(i).contains("allowed"))
                .mapToObj(i -> i + 1)
                .toList();

        List<String> problems = PomText.of(configuration).with("aspire.parameters.pw", SECRET).problems().stream()
                .filter(problem -> problem.contains("secret"))
                .toList();

        assertThat(problems)
                .extracting(problem -> Integer.valueOf(Pattern.compile("pom.xml:(\\d+): ")
                        .matcher(problem)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1)))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void isNotPrintedByAnyProblem() {
        assertThat(PomText.of(PARAMETERS + "\n" + MODEL)
                        .with("aspire.parameters.pw", SECRET)
                        .problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).doesNotContain(SECRET));
    }
}
