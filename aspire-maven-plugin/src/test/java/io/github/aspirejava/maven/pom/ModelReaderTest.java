package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.AzureAppService;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.BuildSecret;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.Coordinates;
import io.github.aspirejava.app.Dockerfile;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.RareBuildOptions;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.RegistrySettings;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.image.Tag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
    private static final String REGISTRY =
            "<registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint></containerRegistry></registries>";

    @Test
    void anEmptyConfigurationIsAModelWithoutAnything() throws InvalidModelException {
        AppModel model = PomText.of("").model();

        assertThat(model.services()).isEmpty();
        assertThat(model.settings()).isEqualTo(AppSettings.DEFAULT);
    }

    @Test
    void theShortFormIsTheName() throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY + "<services><javaApp>api</javaApp></services>")
                .model();

        JavaApp api = (JavaApp) model.services().get(0);
        assertThat(api.name()).isEqualTo("api");
        assertThat(api.source())
                .isInstanceOfSatisfying(
                        JavaSource.Module.class,
                        source -> assertThat(source.module().name()).isEqualTo("api"));
        assertThat(api.baseImage()).isEmpty();
        assertThat(model.references(api)).extracting(Object::toString).containsExactly("ghcr.io/api:1.0");
    }

    @Test
    void aProgramHasArgumentsAndAWarADirectory() throws InvalidModelException {
        AppModel model = PomText.of("""
                        <parameters><parameter><name>port</name><value>80</value></parameter></parameters>
                        %s
                        <services>
                          <javaApp>
                            <name>api</name>
                            <appRoot>/srv/webapps</appRoot>
                            <arguments>
                              <argument>server</argument>
                              <argument>--port={port}</argument>
                            </arguments>
                          </javaApp>
                        </services>
                        """.formatted(REGISTRY)).model();

        JavaApp api = (JavaApp) model.services().get(0);
        assertThat(api.arguments()).extracting(Text::require).containsExactly("server", "--port=80");
        assertThat(api.appRoot()).map(Text::require).contains("/srv/webapps");
        assertThat(api.texts())
                .containsAll(api.arguments())
                .contains(api.appRoot().orElseThrow());
    }

    @Test
    void anArtifactHasItsOwnVersionAsTag() throws InvalidModelException {
        AppModel model = PomText.of(
                        REGISTRY
                                + "<services><javaApp><name>tool</name><artifact>com.example:tool:1.4</artifact></javaApp></services>")
                .model();

        JavaApp tool = (JavaApp) model.services().get(0);
        assertThat(tool.source())
                .isEqualTo(new JavaSource.Artifact(
                        new Coordinates("com.example", "tool", "1.4", ""), new Origin("pom.xml", 1)));
        assertThat(model.references(tool)).extracting(Object::toString).containsExactly("ghcr.io/tool:1.4");
    }

    @Test
    void anArtifactMayBeAnotherVersionOfAModuleOfThisBuild() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "<services><javaApp><name>old</name><artifact>com.example:api:0.9</artifact></javaApp></services>")
                        .problems())
                .isEmpty();
    }

    @Test
    void anArtifactIsNoModuleOfThisBuild() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "\n<services><javaApp><name>api</name>\n<artifact>com.example:api:1.0</artifact></javaApp></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:3: The artifact 'com.example:api:1.0' is a module of this build. Write <module>com.example:api</module> instead of <artifact>.");
    }

    @Test
    void aModuleOfTheSameSourcesNeedNotBePartOfThisBuild() {
        assertThat(PomText.of(REGISTRY + "<services><javaApp>elsewhere</javaApp></services>")
                        .problems())
                .isEmpty();
    }

    @Test
    void wrongCoordinatesAreOneProblem() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "\n<services><javaApp><name>tool</name>\n<artifact>com.example:tool</artifact></javaApp></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:3: 'com.example:tool' does not name an artifact. Write group:artifact:version, such as com.example:tool:1.0.");
    }

    @Test
    void everyElementOfEveryKindIsRead() throws InvalidModelException {
        AppModel model = PomText.of("""
                        <parameters>
                          <parameter><name>token</name><secret>true</secret><description>npm's</description></parameter>
                        </parameters>
                        <registries>
                          <azureContainerRegistry>
                            <name>acr</name><registryName>acmeshop</registryName><sku>premium</sku><existing>true</existing>
                            <resourceGroup>rg</resourceGroup><subscription>s</subscription>
                          </azureContainerRegistry>
                          <containerRegistry>
                            <name>docker</name><endpoint>localhost:5000</endpoint><repository>team</repository><insecure>true</insecure>
                            <caFile>certificates/ca.pem</caFile>
                            <credentials><username>me</username><password>{token}</password></credentials>
                          </containerRegistry>
                          <ociLayout><name>bundle</name></ociLayout>
                        </registries>
                        <environments>
                          <azureContainerApps><name>env</name><registry>acr</registry><dashboard>false</dashboard></azureContainerApps>
                        </environments>
                        <services>
                          <javaApp>
                            <name>web</name><module>api</module><registry>docker</registry><baseImage>scratch</baseImage>
                            <mainClass>a.B</mainClass><jvmFlags><jvmFlag>-Xmx64m</jvmFlag></jvmFlags>
                            <platforms><platform>linux/arm64</platform></platforms><tags><tag>a</tag><tag>b</tag></tags>
                            <imageName>shop/web</imageName>
                            <endpoints>
                              <endpoint>8080</endpoint>
                              <endpoint><name>grpc</name><port>9090</port><transport>http2</transport><external>true</external></endpoint>
                            </endpoints>
                            <environmentVariables><A>1</A><B>{token}</B></environmentVariables>
                            <references><reference>cache</reference></references>
                            <files><file><from>frontend</from><to>/app/static</to></file></files>
                          </javaApp>
                          <dockerfile>
                            <name>edge</name><context>edge</context><target>run</target>
                            <buildArguments><V>1</V></buildArguments>
                            <buildSecrets>
                              <buildSecret><name>npm</name><value>{token}</value></buildSecret>
                              <buildSecret><name>rc</name><file>.npmrc</file></buildSecret>
                            </buildSecrets>
                          </dockerfile>
                          <viteApp><name>frontend</name></viteApp>
                          <container><name>cache</name><image>redis:7</image></container>
                        </services>
                        <release>together</release><layering>service</layering><parallelism>3</parallelism><failFast>true</failFast>
                        <connectionsPerRegistry>7</connectionsPerRegistry>
                        <connectTimeout>5</connectTimeout><idleTimeout>120</idleTimeout>
                        <azure><subscription>s</subscription><location>westeurope</location></azure>
                        """).model();

        assertThat(model.resource("acr")).containsInstanceOf(AzureContainerRegistry.class);
        assertThat(((AzureContainerRegistry) model.resource("acr").orElseThrow()).sku())
                .isEqualTo(AzureContainerRegistry.Sku.PREMIUM);
        ContainerRegistry docker = (ContainerRegistry) model.resource("docker").orElseThrow();
        assertThat(docker.tls().insecure()).isTrue();
        assertThat(docker.credentials()).isPresent();
        assertThat(docker.tls().caFile())
                .hasValueSatisfying(file -> assertThat(file).hasToString("certificates/ca.pem"));
        assertThat(((OciLayout) model.resource("bundle").orElseThrow()).directory())
                .hasToString("target/bundle");
        JavaApp web = (JavaApp) model.resource("web").orElseThrow();
        assertThat(web.jvmFlags()).extracting(Object::toString).containsExactly("-Xmx64m");
        assertThat(web.image().platforms()).extracting(Object::toString).containsExactly("linux/arm64");
        assertThat(model.tags(web)).extracting(Tag::name).containsExactly("a", "b");
        assertThat(web.deployment().endpoints())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .containsExactly(
                        new Endpoint("http", 8080, Endpoint.Transport.HTTP, false),
                        new Endpoint("grpc", 9090, Endpoint.Transport.HTTP2, true));
        assertThat(web.deployment().environmentVariables()).containsOnlyKeys("A", "B");
        assertThat(web.files())
                .singleElement()
                .satisfies(file -> assertThat(file.from().name()).isEqualTo("frontend"));
        Dockerfile edge = (Dockerfile) model.resource("edge").orElseThrow();
        assertThat(edge.file()).hasToString("Dockerfile");
        assertThat(edge.buildSecrets())
                .extracting(BuildSecret::kind)
                .containsExactly(BuildSecret.Kind.VALUE, BuildSecret.Kind.FILE);
        ViteApp frontend = (ViteApp) model.resource("frontend").orElseThrow();
        assertThat(frontend.directory()).hasToString("frontend");
        assertThat(frontend.isPushed()).isFalse();
        assertThat(model.settings().release()).isEqualTo(AppSettings.Release.TOGETHER);
        assertThat(model.settings().layering()).isEqualTo(AppSettings.Layering.SERVICE);
        assertThat(model.settings().parallelism()).isEqualTo(3);
        assertThat(model.settings().failFast()).isTrue();
        assertThat(model.settings().registries())
                .isEqualTo(new RegistrySettings(7, Duration.ofSeconds(5), Duration.ofSeconds(120)));
        assertThat(model.settings().azure().location())
                .hasValueSatisfying(location -> assertThat(location).hasToString("westeurope"));
    }

    @Test
    void bothKindsOfEnvironmentsAreReadAlike() throws InvalidModelException {
        AppModel model = PomText.of("""
                        <registries><azureContainerRegistry>acr</azureContainerRegistry></registries>
                        <environments>
                          <azureAppService><name>sites</name><registry>acr</registry><location>westeurope</location></azureAppService>
                          <azureContainerApps>env</azureContainerApps>
                        </environments>
                        """).model();

        AzureAppService sites = (AzureAppService) model.environments().get(0);
        AzureContainerApps env = (AzureContainerApps) model.environments().get(1);
        assertThat(sites.registry())
                .hasValueSatisfying(registry -> assertThat(registry).hasToString("acr"));
        assertThat(sites.location())
                .hasValueSatisfying(location -> assertThat(location).hasToString("westeurope"));
        assertThat(sites.dashboard()).isTrue();
        assertThat(env.registry()).isEmpty();
        assertThat(env.existing()).isFalse();
    }

    @Test
    void everyResourceKnowsItsLine() throws InvalidModelException {
        AppModel model = PomText.of("""

                        <registries>
                          <ociLayout>bundle</ociLayout>
                        </registries>
                        <services>
                          <javaApp>api</javaApp>
                        </services>
                        """).model();

        assertThat(model.resource("bundle").orElseThrow().origin()).isEqualTo(new Origin("pom.xml", 3));
        assertThat(model.resource("api").orElseThrow().origin()).isEqualTo(new Origin("pom.xml", 6));
    }

    @Test
    void allMistakesComeAtOnceInTheOrderOfTheirLines() {
        assertThat(PomText.of("""
                                <registries>
                                  <containerRegistry><name>docker</name><endpoint>https://ghcr.io</endpoint></containerRegistry>
                                </registries>
                                <services>
                                  <javaApp><name>api</name><imageName>Shop/Api</imageName></javaApp>
                                  <javaApp>
                                    <name>worker</name>
                                    <tags><tag>v 1</tag></tags>
                                    <registry>dokcer</registry>
                                  </javaApp>
                                </services>
                                """).problems())
                .satisfiesExactly(
                        endpoint -> assertThat(endpoint)
                                .startsWith("pom.xml:2: ")
                                .contains("https://ghcr.io", "Write ghcr.io"),
                        name -> assertThat(name).startsWith("pom.xml:5: ").contains("shop/api"),
                        tag -> assertThat(tag).startsWith("pom.xml:8: ").contains("Write v-1"),
                        registry ->
                                assertThat(registry).startsWith("pom.xml:9: ").contains("Write docker"));
    }

    @Test
    void anUnknownElementIsToldWithTheNearestKnownOne() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "\n<services><javaApp><name>api</name><baseImages>x</baseImages></javaApp></services>")
                        .problems())
                .containsExactly("pom.xml:2: <javaApp> has no element <baseImages>. Write <baseImage>.");
        assertThat(PomText.of("<service>api</service>").problems())
                .containsExactly("pom.xml:1: <configuration> has no element <service>. Write <services>.");
        assertThat(PomText.of("<services><javaApplication>api</javaApplication></services>")
                        .problems())
                .singleElement()
                .asString()
                .contains("<services> has no element <javaApplication>");
    }

    @Test
    void anAttributeIsAnErrorThatNamesTheFix() {
        assertThat(PomText.of("<registries><azureContainerRegistry name='acme'/></registries>")
                        .problems())
                .containsExactly(
                        "pom.xml:1: <azureContainerRegistry> has an attribute 'name', and Maven ignores attributes. Write <name>acme</name> into it.");
    }

    @Test
    void whatHasNoNameIsReportedOnceAndByThatOnly() {
        assertThat(PomText.of(REGISTRY + "<services><javaApp/></services>").problems())
                .containsExactly(
                        "pom.xml:1: <javaApp> has no name. Write <name>…</name> into it, or the name as its text.");
    }

    @Test
    void anElementThatComesTwiceIsReported() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "\n<services><javaApp><name>api</name><imageName>a</imageName>\n<imageName>b</imageName></javaApp></services>")
                        .problems())
                .containsExactly("pom.xml:3: <imageName> comes twice in <javaApp>. Remove one of them.");
    }

    @Test
    void wrongValuesAreToldWithTheRightOnes() {
        assertThat(PomText.of("""
                                <release>never</release>
                                <parallelism>0</parallelism>
                                <failFast>yes</failFast>
                                <connectionsPerRegistry>65</connectionsPerRegistry><idleTimeout>0</idleTimeout>
                                <registries>
                                  <azureContainerRegistry><name>a</name><existing>si</existing><sku>huge</sku></azureContainerRegistry>
                                </registries>
                                """).problems())
                .containsExactly(
                        "pom.xml:1: <release> is 'never'. Write one of independent, together.",
                        "pom.xml:2: <parallelism> is '0'. Write a number between 1 and 256.",
                        "pom.xml:3: <failFast> is 'yes'. Write one of true, false.",
                        "pom.xml:4: <connectionsPerRegistry> is '65'. Write a number between 1 and 64.",
                        "pom.xml:4: <idleTimeout> is '0'. Write a number between 1 and 3600.",
                        "pom.xml:6: <sku> is 'huge'. Write one of basic, standard, premium.",
                        "pom.xml:6: <existing> is 'si'. Write <existing>true</existing> or <existing>false</existing>.");
    }

    @Test
    void anEmptyElementOrOneWithElementsInsteadOfATextIsReported() {
        assertThat(PomText.of("""
                                <registries>
                                  <ociLayout><name>b</name><directory></directory></ociLayout>
                                  <ociLayout><name>c</name><directory><path>x</path></directory></ociLayout>
                                </registries>
                                """).problems())
                .containsExactly(
                        "pom.xml:2: <directory> is empty. Write a text into it, or remove it.",
                        "pom.xml:3: <directory> has elements. Write a text into it: <directory>…</directory>.");
    }

    @Test
    void aMissingElementIsToldWithAnExample() {
        assertThat(PomText.of("<registries><containerRegistry>docker</containerRegistry></registries>")
                        .problems())
                .contains(
                        "pom.xml:1: <containerRegistry> has no <endpoint>. Write <endpoint>ghcr.io</endpoint> into it.");
    }

    @Test
    void aModuleThatIsNotThereIsToldWithTheNearestOne() {
        assertThat(PomText.of(REGISTRY
                                + "<services><javaApp><name>x</name><module>wroker</module></javaApp></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:1: There is no module 'wroker' in this build. Write <module>worker</module>.");
    }

    @Test
    void aModuleWhoseNameSeveralHaveIsToldWithTheirFullNames() {
        assertThat(PomText.of(REGISTRY + "<services><javaApp>twin</javaApp></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:1: Several modules of this build are called 'twin'. Write <module>one:twin</module> or <module>other:twin</module>.");
        assertThat(PomText.of(REGISTRY
                                + "<services><javaApp><name>x</name><module>one:twin</module></javaApp></services>")
                        .problems())
                .isEmpty();
    }

    @Test
    void mavensExpressionsAreEvaluatedAndUnknownOnesReportedOnce() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "<services><javaApp><name>api</name><tags><tag>${unknown}</tag></tags></javaApp></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:1: The property ${unknown} has no value. Define it in <properties> or with -Dunknown=….");
        assertThat(PomText.of(
                                "<registries><ociLayout><name>b</name><directory>${known}/${unknown}</directory></ociLayout></registries>")
                        .problems())
                .containsExactly(
                        "pom.xml:1: The property ${unknown} has no value. Define it in <properties> or with -Dunknown=….");
    }

    @Test
    void aDockerfileNamesTheModulesThatItCopiesFrom() throws InvalidModelException {
        AppModel model = PomText.of(
                        REGISTRY
                                + "<services><dockerfile><name>one</name><context>.</context><module>api</module></dockerfile>"
                                + "<dockerfile><name>two</name><context>.</context><modules><module>api</module><module>worker</module></modules></dockerfile></services>")
                .model();

        assertThat(model.services())
                .extracting(service -> ((Dockerfile) service)
                        .modules().stream().map(Reference::name).toList())
                .containsExactly(List.of("api"), List.of("api", "worker"));
    }

    @Test
    void aDockerfileHasTheOptionsOfDockersCommandLine() throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY + """
                        <services><dockerfile><name>one</name><context>.</context>
                          <content><![CDATA[
                            FROM base
                            RUN { echo "$HOME"; }
                          ]]></content>
                          <noCache>true</noCache><cacheTo>type=inline</cacheTo><addHosts><db>10.0.0.1</db></addHosts>
                          <shmSize>64m</shmSize><ssh><agent>default</agent><agent>other=key</agent></ssh>
                          <contexts><lib>../lib</lib></contexts><provenance>mode=max</provenance><sbom>true</sbom>
                        </dockerfile></services>""").model();

        Dockerfile one = (Dockerfile) model.services().get(0);
        RareBuildOptions rare = one.options().rare();
        assertThat(one.content())
                .hasValueSatisfying(text -> assertThat(text.lines().map(String::strip))
                        .containsExactly("FROM base", "RUN { echo \"$HOME\"; }"));
        assertThat(rare.noCache()).isTrue();
        assertThat(rare.cacheTo()).extracting(Text::toString).containsExactly("type=inline");
        assertThat(rare.addHosts()).containsOnlyKeys("db");
        assertThat(rare.shmSize()).hasToString("Optional[64m]");
        assertThat(rare.ssh()).extracting(Text::toString).containsExactly("default", "other=key");
        assertThat(rare.contexts()).containsOnlyKeys("lib");
        assertThat(rare.provenance()).hasToString("Optional[mode=max]");
        assertThat(rare.sbom()).isTrue();
    }

    @Test
    void aDockerfileIsInOnePlaceAndItsSizesAreSizes() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "\n<services><dockerfile><name>one</name><context>.</context><file>D</file><content>FROM x</content><shmSize>much</shmSize></dockerfile></services>")
                        .problems())
                .containsExactlyInAnyOrder(
                        "pom.xml:2: <dockerfile> has a <content> and a <file>. Remove one of them.",
                        "pom.xml:2: <shmSize> is 'much', which is not a size. Write <shmSize>128m</shmSize>.");
    }

    @Test
    void aHostOfADockerfileHasAnAddress() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "\n<services><dockerfile><name>one</name><context>.</context><addHosts><a>10.0.0.1</a><b>::1</b><c>host-gateway</c>\n<d>nowhere</d></addHosts></dockerfile></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:3: <d> is 'nowhere', which is not an address. Write an IP address, or host-gateway.");
    }

    @Test
    void aFrontEndHasSecretsAndAServerWithProxies() throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY + """
                        <parameters><parameter><name>token</name><secret>true</secret></parameter></parameters>
                        <services><viteApp><name>web</name>
                          <buildSecrets><buildSecret><name>NPM_TOKEN</name><value>{token}</value></buildSecret></buildSecrets>
                          <server><image>nginx:1.27</image><configuration>none</configuration><port>8081</port>
                            <proxies><api>http://api:8080</api></proxies></server>
                        </viteApp></services>""").model();

        ViteApp web = (ViteApp) model.services().get(0);
        ViteApp.Server server = web.server().orElseThrow();
        assertThat(web.buildSecrets()).extracting(BuildSecret::id).containsExactly("NPM_TOKEN");
        assertThat(server.configuration()).hasToString("Optional[none]");
        assertThat(server.port()).isEqualTo(8081);
        assertThat(server.proxies()).containsOnlyKeys("api");
    }

    @Test
    void aModuleThatADockerfileCopiesFromIsOneOfTheBuild() {
        assertThat(PomText.of(
                                REGISTRY
                                        + "\n<services><dockerfile><name>one</name><context>.</context><module>apj</module></dockerfile>\n"
                                        + "<dockerfile><name>two</name><context>.</context><module>api</module><modules><module>worker</module></modules></dockerfile></services>")
                        .problems())
                .containsExactly(
                        "pom.xml:2: There is no module 'apj' in this build. Write <module>api</module>.",
                        "pom.xml:3: <dockerfile> has a <module> and <modules>. Move the <module> into <modules>.");
    }

    @Test
    void theVersionOfItsModuleIsAServicesTag() throws InvalidModelException {
        AppModel model = PomText.of(
                        REGISTRY
                                + "<services><javaApp>worker</javaApp><dockerfile><name>edge</name><context>.</context></dockerfile></services>")
                .model();

        assertThat(model.builtServices())
                .extracting(service -> model.tags(service).toString())
                .containsExactly("[2.0]", "[3.0]");
    }

    @Test
    void aPropertyOfTheCommandLineBeatsThePom() throws InvalidModelException {
        AppModel model = PomText.of(REGISTRY
                        + "<services><javaApp><name>api</name><tags><tag>pom</tag></tags></javaApp></services>"
                        + "<parallelism>3</parallelism><release>together</release><idleTimeout>7</idleTimeout>")
                .with("aspire.parallelism", "5")
                .with("aspire.connectionsPerRegistry", "1")
                .with("aspire.connectTimeout", "2")
                .with("aspire.idleTimeout", "3")
                .with("aspire.release", "independent")
                .with("aspire.failFast", "true")
                .with("aspire.tags", "v1, latest")
                .model();

        assertThat(model.settings().parallelism()).isEqualTo(5);
        assertThat(model.settings().registries())
                .isEqualTo(new RegistrySettings(1, Duration.ofSeconds(2), Duration.ofSeconds(3)));
        assertThat(model.settings().release()).isEqualTo(AppSettings.Release.INDEPENDENT);
        assertThat(model.settings().failFast()).isTrue();
        assertThat(model.tags(model.builtServices().get(0)))
                .extracting(Tag::name)
                .containsExactly("v1", "latest");
    }

    @Test
    void aWrongPropertyOfTheCommandLineIsNamed() {
        assertThat(PomText.of("").with("aspire.parallelism", "many").problems())
                .isEqualTo(List.of("-Daspire.parallelism is 'many'. Write a number between 1 and 256."));
    }
}
