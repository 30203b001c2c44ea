package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.ContainerSettings;
import io.github.aspirejava.app.HealthCheck;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.ViteApp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The elements that become the configuration of an image. */
class ContainerSettingsTest {
    private static final String REGISTRY =
            "<registries><containerRegistry><name>r</name><endpoint>r.example</endpoint></containerRegistry></registries>";

    @Test
    void areReadBesideTheBaseImage() throws InvalidModelException {
        JavaApp app = app("""
                <user>1000:1000</user><workingDirectory>/srv</workingDirectory><volumes>/data /logs</volumes>
                <entrypoint><argument>/bin/sh</argument><argument>-c</argument><argument>exec java -jar /app/launch.jar</argument></entrypoint>
                <labels><a>b</a><c/></labels><annotations><d>e</d></annotations><stopSignal>SIGQUIT</stopSignal>
                <extraClasspath><path>/opt/a.jar</path></extraClasspath><format>docker</format><created>86400</created>
                """.replace("<annotations><d>e</d></annotations>", ""));

        ContainerSettings settings = app.container();
        assertThat(settings.user()).map(Object::toString).contains("1000:1000");
        assertThat(settings.workingDirectory()).map(Object::toString).contains("/srv");
        assertThat(settings.volumes()).extracting(Object::toString).containsExactly("/data", "/logs");
        assertThat(((ContainerSettings.Entrypoint.Own) settings.entrypoint().orElseThrow()).words())
                .extracting(Object::toString)
                .containsExactly("/bin/sh", "-c", "exec java -jar /app/launch.jar");
        assertThat(settings.labels()).hasToString("{a=b, c=}");
        assertThat(settings.stopSignal()).map(Object::toString).contains("SIGQUIT");
        assertThat(settings.created()).map(Object::toString).contains("86400");
        assertThat(app.extraClasspath()).extracting(Object::toString).containsExactly("/opt/a.jar");
        assertThat(app.image().format()).contains(ImageSettings.Format.DOCKER);
        assertThat(app("<annotations><d>e</d></annotations>").container().annotations())
                .hasToString("{d=e}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inherit", "INHERIT"})
    void inheritAnEntryPoint(String word) throws InvalidModelException {
        assertThat(app("<entrypoint>%s</entrypoint>".formatted(word))
                        .container()
                        .entrypoint())
                .contains(new ContainerSettings.Entrypoint.Inherited());
    }

    @Test
    void checkTheHealthByAShellOrWithoutOneOrNotAtAll() throws InvalidModelException {
        HealthCheck shell = health("<healthcheck>curl -f http://localhost/</healthcheck>");
        HealthCheck exec = health(
                "<healthcheck><command><argument>/bin/check</argument><argument>a b</argument></command><interval>1m30s</interval><timeout>500ms</timeout><startPeriod>1h</startPeriod><retries>5</retries></healthcheck>");

        assertThat(shell.kind()).isEqualTo(HealthCheck.Kind.SHELL);
        assertThat(shell.command()).extracting(Object::toString).containsExactly("curl -f http://localhost/");
        assertThat(exec.kind()).isEqualTo(HealthCheck.Kind.EXEC);
        assertThat(exec.command()).extracting(Object::toString).containsExactly("/bin/check", "a b");
        assertThat(exec.interval()).contains(Duration.ofSeconds(90));
        assertThat(exec.timeout()).contains(Duration.ofMillis(500));
        assertThat(exec.startPeriod()).contains(Duration.ofHours(1));
        assertThat(exec.retries()).contains(5);
        assertThat(health("<healthcheck>none</healthcheck>").kind()).isEqualTo(HealthCheck.Kind.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<user>two words</user>; <user> is 'two words', which is not a user. Write <user>1000</user> or <user>1000:1000</user>.",
                "<workingDirectory>srv</workingDirectory>; <workingDirectory> is 'srv', which is not an absolute path in an image. Write a path such as /work, without the names . and .. in it.",
                "<volumes>/a/../b</volumes>; <volume> is '/a/../b', which is not an absolute path in an image. Write a path such as /data, without the names . and .. in it.",
                "<stopSignal>term</stopSignal>; <stopSignal> is 'term', which is not a signal. Write <stopSignal>SIGTERM</stopSignal>.",
                "<stopSignal>SIGNOPE</stopSignal>; <stopSignal> is 'SIGNOPE', which is not a signal. Write <stopSignal>SIGTERM</stopSignal>.",
                "<created>today</created>; <created> is 'today', which is not a time. Write a time such as 2026-01-31T12:00:00Z, or seconds since 1970.",
                "<entrypoint/>; <entrypoint> is empty. Write a text into it, or remove it.",
                "<extraClasspath>lib/a.jar</extraClasspath>; <path> is 'lib/a.jar', which is not an absolute path in an image. Write a path such as /opt/extra.jar, without the names . and .. in it.",
                "<healthcheck><interval>soon</interval><command>true</command></healthcheck>; <interval> is 'soon', which is not a duration. Write a duration such as 30s or 1m30s.",
                "<format>tar</format>; <format> is 'tar'. Write one of oci, docker.",
                "<jvmFlags>-Xmx1g</jvmFlags><entrypoint>/run</entrypoint>; <javaApp> has <jvmFlags> and an <entrypoint> of its own, which does not get them. Write them into the <entrypoint>, or into the environment variable JDK_JAVA_OPTIONS.",
                "<format>docker</format><annotations><a>b</a></annotations>; The image of api has Docker's format, which has no annotations. Write it into <labels>, or <format>oci</format>.",
                "<localFiles><localFile><source>a</source><to>b</to></localFile></localFiles>; <to> is 'b', which is not an absolute path in an image. Write a path such as /app/static, without the names . and .. in it.",
                "<localFiles><localFile><source>a</source><to>/b</to><owner>ann</owner></localFile></localFiles>; <owner> is 'ann', which is not the number of a user. Write a number such as 1000 or, with a group, 1000:1000.",
                "<localFiles><localFile><source>a</source><to>/b</to><permissions><permission><pattern>*</pattern><mode>rwx</mode></permission></permissions></localFile></localFiles>; <mode> is 'rwx', which is not a number of permissions. Write <mode>755</mode> or <mode>644</mode>.",
                "<agents>io.example:agent:1.0</agents><entrypoint>/run</entrypoint>; <javaApp> has <agents> and an <entrypoint> of its own, which does not start them. Remove the <entrypoint>, or copy the agent by <localFiles> and write -javaagent into the <entrypoint>.",
                "<workdir>/srv</workdir>; <javaApp> has no element <workdir>. Write <workingDirectory>.",
                "<creationTime>EPOCH</creationTime>; <javaApp> has no element <creationTime>. Write <created>."
            })
    void areErrorsWithTheirLine(String element, String message) {
        assertThat(problems("\n" + element)).containsExactly("pom.xml:2: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<user>{token}</user>; The <user> of api contains",
                "<entrypoint>{token}</entrypoint>; The <entrypoint> of api contains",
                "<volumes>/{token}</volumes>; The <volumes> of api contains",
                "<healthcheck>curl -u {token} localhost</healthcheck>; The <healthcheck> of api contains",
                "<extraClasspath>/{token}</extraClasspath>; The <extraClasspath> of api contains",
                "<labels><a>{token}</a></labels>; The label 'a' of api is secret,",
                "<annotations><a>{token}</a></annotations>; The annotation 'a' of api is secret,"
            })
    void holdNoSecret(String element, String message) {
        assertThat(PomText.of("<parameters><parameter><name>token</name><secret>true</secret></parameter></parameters>"
                                + REGISTRY
                                + "<services><javaApp><name>api</name>\n%s</javaApp></services>".formatted(element))
                        .with("aspire.parameters.token", "s3cret")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("pom.xml:2: " + message)
                .doesNotContain("s3cret");
    }

    @Test
    void areThoseOfAFrontEndOnlyIfItIsServed() throws InvalidModelException {
        String elements = "<name>web</name><directory>web</directory><user>101</user>";
        ViteApp served = (ViteApp) PomText.of(REGISTRY
                        + "<services><viteApp>%s<server>nginx:1.27</server></viteApp></services>".formatted(elements))
                .model()
                .services()
                .get(0);

        assertThat(served.container().user()).map(Object::toString).contains("101");
        assertThat(PomText.of(REGISTRY + "<services><viteApp>%s</viteApp></services>".formatted(elements))
                        .problems())
                .contains(
                        "pom.xml:1: <viteApp> has a <user>, and no <server>: its image is not pushed. Add <server>nginx:1.27</server>, or remove the <user>.");
    }

    @Test
    void haveNoFormatOfDockersInALayout() {
        assertThat(PomText.of(
                                "<registries><ociLayout>bundle</ociLayout></registries><services><javaApp><name>api</name><format>docker</format></javaApp></services>")
                        .problems())
                .singleElement()
                .asString()
                .contains("its registry is an image layout, which has images of OCI's format only");
    }

    private static HealthCheck health(String element) throws InvalidModelException {
        Optional<HealthCheck> check = app(element).container().healthcheck();
        return check.orElseThrow();
    }

    private static JavaApp app(String elements) throws InvalidModelException {
        return (JavaApp) text(elements).model().services().get(0);
    }

    private static List<String> problems(String elements) {
        return text(elements).problems();
    }

    private static PomText text(String elements) {
        return PomText.of(REGISTRY + "<services><javaApp><name>api</name>%s</javaApp></services>".formatted(elements));
    }
}
