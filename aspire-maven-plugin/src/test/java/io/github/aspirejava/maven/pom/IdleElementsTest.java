package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.InvalidModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings about elements that are valid at their place, but have no effect. */
class IdleElementsTest {
    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    @Test
    void thatAreForDeploymentsAreToldAtOnce() throws InvalidModelException {
        assertThat(PomText.of(REGISTRY + """
                                <services>
                                  <javaApp>
                                    <name>api</name>
                                    <endpoints>
                                      <endpoint><port>8080</port><external>true</external></endpoint>
                                    </endpoints>
                                    <environmentVariables><A>b</A></environmentVariables>
                                    <references><reference>cache</reference></references>
                                  </javaApp>
                                  <container>
                                    <name>cache</name><image>redis:7</image>
                                    <endpoints>6379</endpoints>
                                  </container>
                                </services>
                                """).withAllModules().warnings())
                .containsExactly(
                        "pom.xml:5: No effect, because only services with a <dockerCompose> environment are deployed yet: <external>, <references>, <endpoints> (also pom.xml:8, pom.xml:12). Keep them for later, or remove them.");
    }

    @Test
    void areNoneInAModelThatUsesAll() throws InvalidModelException {
        assertThat(PomText.of(REGISTRY + """
                                <parameters><parameter><name>port</name><value>80</value></parameter></parameters>
                                <services>
                                  <javaApp>
                                    <name>api</name>
                                    <endpoints>8080</endpoints>
                                    <environmentVariables><PORT>{port}</PORT></environmentVariables>
                                  </javaApp>
                                </services>
                                """)
                        .withAllModules()
                        .with("aspire.parameters.port", "81")
                        .warnings())
                .isEmpty();
    }

    @Test
    void ofAFrontEndThatIsNotServedAreMistakes() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "<services><viteApp><name>shop</name>\n<tags>latest</tags>\n<builder>host</builder><nodeImage>node:22</nodeImage></viteApp></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:2: <viteApp> has a <tags>, and no <server>: its image is not pushed. Add <server>nginx:1.27</server>, or remove the <tags>.",
                        "pom.xml:3: <viteApp> has a <nodeImage>, and is built by the Node of this machine. Write <builder>engine</builder>, or remove the <nodeImage>.");
    }

    @Test
    void ofAJarThatIsPutNowhereAreMistakes() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "<services><javaApp><name>tool</name><artifact>com.example:tool:1.4</artifact>\n<appRoot>/srv</appRoot></javaApp></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:2: <javaApp> has an <appRoot>, and its <artifact> is a jar, which is not deployed to a servlet container. Remove one of them.");
    }

    @Test
    void mayBeParametersAndRegistriesThatNothingUses() throws InvalidModelException {
        assertThat(PomText.of("""
                                <parameters><parameter>token</parameter></parameters>
                                <registries>
                                  <ociLayout>bundle</ociLayout>
                                  <containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint></containerRegistry>
                                  <containerRegistry><name>bases</name><endpoint>docker.io</endpoint></containerRegistry>
                                </registries>
                                <services><javaApp><name>api</name><registry>bundle</registry></javaApp></services>
                                """).withAllModules().warnings())
                .containsExactly(
                        "pom.xml:1: The parameter 'token' has no effect: no text refers to it. Write {token} where its value belongs, or remove it.",
                        "pom.xml:4: The registry 'docker' has no effect: no service uses it. Write <registry>docker</registry> into a service, or remove it.");
    }

    @Test
    void areNotWhatAModuleThatIsElsewhereMayUse() throws InvalidModelException {
        assertThat(PomText.of(REGISTRY + "<parameters><parameter>token</parameter></parameters>")
                        .warnings())
                .isEmpty();
    }

    @Test
    void areNotRegistriesAmongWhichAPropertyChooses(@TempDir Path directory) throws InvalidModelException, IOException {
        assertThat(PomText.of("""
                                <registries>
                                  <ociLayout>value</ociLayout>
                                  <ociLayout>other</ociLayout>
                                </registries>
                                <services><javaApp><name>api</name><registry>${known}</registry></javaApp></services>
                                """).withAllModules().in(directory).warnings()).isEmpty();
    }

    @Test
    void mayBeForAzureOrForItsEnvironments() throws InvalidModelException {
        assertThat(PomText.of("""
                                <azure><location>westeurope</location></azure>
                                <registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint>
                                  <anonymousPull>true</anonymousPull>
                                  <caFile>ca.pem</caFile><insecure>true</insecure>
                                </containerRegistry></registries>
                                <services><javaApp>api</javaApp></services>
                                """).withAllModules().warnings())
                .containsExactly(
                        "pom.xml:1: <azure> has no effect: nothing in the model is in Azure. Remove it.",
                        "pom.xml:3: <anonymousPull> has no effect: the model has no environment that pulls. Remove it.",
                        "pom.xml:4: <insecure> has no effect: a registry with a <caFile> is accessed by TLS. Remove it.");
    }

    @Test
    void areKeysWithoutACertificate() throws InvalidModelException {
        assertThat(PomText.of("""
                                <registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint>
                                  <clientKey>client.key</clientKey>
                                </containerRegistry></registries>
                                <services><javaApp>api</javaApp></services>
                                """).withAllModules().warnings())
                .containsExactly("pom.xml:2: <clientKey> has no effect: there is no <clientCertificate>. Remove it.");
    }

    @Test
    void areFlagsOfPlainHttpBesideACertificate() throws InvalidModelException {
        assertThat(PomText.of("""
                                <registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint>
                                  <clientCertificate>client.pem</clientCertificate>
                                  <insecure>true</insecure>
                                </containerRegistry></registries>
                                <services><javaApp>api</javaApp></services>
                                """).withAllModules().warnings())
                .containsExactly(
                        "pom.xml:3: <insecure> has no effect: a registry with a <clientCertificate> is accessed by TLS. Remove it.");
    }

    @Test
    void mayStandInTheConfigurationOfAnotherExecution() throws InvalidModelException {
        assertThat(PomText.of("")
                        .withUnread("images", "<skip>true</skip>\n<services><javaApp>api</javaApp></services>")
                        .withUnread("skipped", "<skip>true</skip>")
                        .warnings())
                .containsExactly(
                        "pom.xml:1: The configuration of the execution 'images' has no effect: this build reads that of 'default'. Move it into the <configuration> of the plugin, beside <executions>.");
    }

    @Test
    void areWrongValuesOfFlagsToo() {
        assertThat(PomText.of("<skip>yes</skip>").problems())
                .isEqualTo(List.of("pom.xml:1: <skip> is 'yes'. Write <skip>true</skip> or <skip>false</skip>."));
    }
}
