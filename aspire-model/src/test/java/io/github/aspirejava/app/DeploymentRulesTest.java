package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.javaApp;
import static io.github.aspirejava.TestService.viteApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.TestModels;
import io.github.aspirejava.app.Endpoint.Transport;
import org.junit.jupiter.api.Test;

class DeploymentRulesTest {
    private static TestModels local() {
        return model().dockerCompose("local");
    }

    @Test
    void refusesTwoEndpointsOfOneName() {
        assertThat(local().service(javaApp("api")
                                .endpoint("http", 8080, Transport.HTTP)
                                .endpoint("http", 8081, Transport.HTTP))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("Two endpoints of 'api' are named 'http'. Write another <name>");
    }

    @Test
    void refusesTwoProtocolsOnOnePort() {
        assertThat(local().service(javaApp("api")
                                .endpoint("http", 80, Transport.HTTP)
                                .endpoint("x", 80, Transport.TCP))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("Port 80 of 'api' has two protocols: http and tcp");
    }

    @Test
    void takesTwoProtocolsOfHttpOnOnePort() {
        assertThat(local().service(javaApp("api")
                                .endpoint("http", 80, Transport.HTTP)
                                .endpoint("grpc", 80, Transport.HTTP2))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void refusesAddressesThatCannotBeResolved() {
        assertThat(local().service(javaApp("store").endpoint("tcp", 5432, Transport.TCP))
                        .javaApps("worker")
                        .service(javaApp("api")
                                .variable("A", "{stroe.host}")
                                .variable("B", "{store.hots}")
                                .variable("C", "{worker.url}")
                                .variable("D", "{store.http.port}")
                                .variable("E", "{store.tcp.port} {{store.tcp.port}} {store.host}"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:4: {store.hots} asks for 'hots', which an address does not have. Write {store.host}.",
                        "pom.xml:4: {stroe.host}: there is no service 'stroe'. Write {store.host}.",
                        "pom.xml:4: {worker.url}: service 'worker' has no endpoint. Add <endpoints><endpoint/></endpoints> to it, with its <port>.",
                        "pom.xml:4: {store.http.port}: service 'store' has no endpoint 'http'. Write one of tcp.");
    }

    @Test
    void refusesAnAddressInAModelThatIsNotDeployed() {
        assertThat(model().containerRegistry("docker", "ghcr.io")
                        .service(javaApp("db").endpoint("tcp", 5432, Transport.TCP))
                        .service(javaApp("api").variable("A", "{db.host}"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:3: {db.host} has no value, because the model has no environment that services are deployed to. Declare one: <environments><dockerCompose>local</dockerCompose></environments>, or write {{db.host}} for the text itself.");
    }

    @Test
    void refusesAReferenceToAnotherEnvironmentOfThisMachine() {
        assertThat(local().dockerCompose("other")
                        .service(javaApp("db").environment("local").endpoint("tcp", 5432, Transport.TCP))
                        .service(javaApp("api").environment("other").references("db"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:4: 'api' cannot reach 'db', which runs in another environment and has no external endpoint. Write the same <environment> into both, or remove the reference.");
    }

    @Test
    void refusesAReferenceToAFrontEndWithoutAServer() {
        assertThat(local().service(viteApp("pages"))
                        .service(javaApp("api").references("pages"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:3: 'api' refers to 'pages', which only provides files and is not deployed. Give it a <server>, or remove the reference.");
    }

    @Test
    void refusesServicesThatWaitForEachOther() {
        assertThat(local().service(javaApp("a").waitFor("b"))
                        .service(javaApp("b").waitFor("c"))
                        .service(javaApp("c").waitFor("a"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:4: Services wait for each other in a cycle: a → b → c → a. Remove one of these names from <waitFor>.");
    }

    @Test
    void refusesToWaitForWhatIsUnknownOrElsewhere() {
        assertThat(local().dockerCompose("other")
                        .service(javaApp("store").environment("other"))
                        .service(javaApp("api")
                                .environment("local")
                                .waitFor("store")
                                .waitFor("stroe"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:4: There is no service 'stroe'. Write store.",
                        "pom.xml:4: 'api' waits for 'store', which runs in another environment. Remove it from <waitFor>.");
    }

    @Test
    void refusesAGeneratedValueWhereItIsNeededBeforeADeployment() {
        assertThat(local().generatedParameter("password")
                        .service(javaApp("api").variable("PASSWORD", "{password}"))
                        .service(javaApp("b").tags("{password}"))
                        .mistakes())
                .anyMatch(
                        mistake -> mistake.startsWith(
                                "pom.xml:4: The parameter 'password' is generated at the first deployment, and '{password}' is needed before. Use it in <environmentVariables>"))
                .noneMatch(mistake -> mistake.startsWith("pom.xml:3"));
    }

    @Test
    void needsNoRegistryForAContainerEngine() {
        AppModel model = local().javaApps("api").build();

        assertThat(model.registries()).isEmpty();
        assertThat(model.registryOf(model.services().get(0))).isEmpty();
    }
}
