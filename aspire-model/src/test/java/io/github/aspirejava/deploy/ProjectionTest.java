package io.github.aspirejava.deploy;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.javaApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.TestModels;
import io.github.aspirejava.TestService;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.Endpoint.Transport;
import io.github.aspirejava.app.ProbeSettings;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.TextPart;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deployments of services, by the cases of a study of projections in Aspire. */
class ProjectionTest {
    private static Traits java(Framework... frameworks) {
        return new Traits(Set.of(frameworks), true);
    }

    private static Deployment project(TestModels models, String service, Traits traits) {
        AppModel model = models.build();
        return new Projection(model)
                .of(model.resource(service).map(Service.class::cast).orElseThrow(), traits);
    }

    private static Deployment project(TestService service, Traits traits) {
        return project(model().dockerCompose("local").service(service), "api", traits);
    }

    /** Returns the variables, with the addresses and parameters as texts name them. */
    private static Map<String, String> variables(Deployment deployment) {
        Map<String, String> variables = new LinkedHashMap<>();
        deployment
                .environment()
                .forEach((name, value) -> variables.put(
                        name,
                        value.resolve(part -> part instanceof TextPart.Literal text
                                ? text.text()
                                : part instanceof TextPart.ParameterValue parameter
                                        ? "{%s}".formatted(parameter.parameter().name())
                                        : part.toString())));
        return variables;
    }

    private static TestService web() {
        return javaApp("api").endpoint("http", 8080, Transport.HTTP);
    }

    @Test
    void aWorkerHasNoVariablesAndNoCheck() {
        Deployment worker = project(javaApp("api"), java(Framework.SPRING_BOOT, Framework.SPRING_ACTUATOR));

        assertThat(worker.check()).isEmpty();
        assertThat(variables(worker)).containsOnlyKeys("MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED");
        assertThat(worker.shutdown()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aReferenceSetsAspiresNames() {
        TestModels models = model().dockerCompose("local")
                .service(javaApp("order-api")
                        .endpoint("http", 8080, Transport.HTTP)
                        .endpoint("admin", 8081, Transport.HTTP))
                .service(javaApp("db").endpoint("tcp", 5432, Transport.TCP))
                .service(javaApp("web").references("order-api").references("db"));

        assertThat(variables(project(models, "web", Traits.UNKNOWN)))
                .containsExactly(
                        Map.entry("ORDER_API_HTTP", "{order-api.http.url}"),
                        Map.entry("services__order-api__http__0", "{order-api.http.url}"),
                        Map.entry("services__order_api__http__0", "{order-api.http.url}"),
                        Map.entry("ORDER_API_ADMIN", "{order-api.admin.url}"),
                        Map.entry("services__order-api__admin__0", "{order-api.admin.url}"),
                        Map.entry("services__order_api__admin__0", "{order-api.admin.url}"),
                        Map.entry("DB_TCP", "{db.tcp.url}"),
                        Map.entry("services__db__tcp__0", "{db.tcp.url}"),
                        Map.entry("DB_HOST", "{db.tcp.host}"),
                        Map.entry("DB_PORT", "{db.tcp.port}"));
    }

    @Test
    void aReferenceSetsTheNamesThatTheFrameworksOfItsUserRead() {
        TestModels models = model().dockerCompose("local")
                .service(javaApp("stock").endpoint("http", 8080, Transport.HTTP))
                .service(javaApp("order-api").endpoint("http", 8080, Transport.HTTP))
                .service(javaApp("web").references("stock").references("order-api"));

        assertThat(variables(project(
                        models,
                        "web",
                        java(Framework.SPRING_CLOUD, Framework.QUARKUS_REST_CLIENT, Framework.MICRONAUT_HTTP_CLIENT))))
                .containsEntry("SPRING_CLOUD_DISCOVERY_CLIENT_SIMPLE_INSTANCES_STOCK_0_URI", "{stock.http.url}")
                .containsEntry("QUARKUS_REST_CLIENT_STOCK_URL", "{stock.http.url}")
                .containsEntry("QUARKUS_REST_CLIENT__ORDER_API__URL", "{order-api.http.url}")
                .containsEntry("MICRONAUT_HTTP_SERVICES_ORDER_API_URL", "{order-api.http.url}")
                .containsEntry(
                        "SPRING_APPLICATION_JSON",
                        "{\"spring\":{\"cloud\":{\"discovery\":{\"client\":{\"simple\":{\"instances\":{\"order-api\":[{\"uri\":\"{order-api.http.url}\"}]}}}}}}}");
    }

    @Test
    void aVariableOfTheModelWins() {
        Deployment api = project(
                javaApp("api")
                        .endpoint("http", 9090, Transport.HTTP)
                        .variable("SERVER_PORT", "9091")
                        .memory(1L << 30),
                java(Framework.SPRING_BOOT));

        assertThat(variables(api))
                .containsEntry("SERVER_PORT", "9091")
                .containsEntry("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void aFrameworkListensOnThePortOfTheExternalEndpoint() {
        TestService service = javaApp("api")
                .endpoint("admin", 8081, Transport.HTTP)
                .endpoint(new Endpoint("http", 8082, Transport.HTTP, true));

        assertThat(variables(project(service, java(Framework.SPRING_BOOT)))).containsEntry("SERVER_PORT", "8082");
        assertThat(variables(project(service, java(Framework.QUARKUS)))).containsEntry("QUARKUS_HTTP_PORT", "8082");
        assertThat(variables(project(service, java(Framework.MICRONAUT))))
                .containsEntry("MICRONAUT_SERVER_PORT", "8082");
        assertThat(variables(project(web(), java(Framework.SPRING_BOOT)))).isEmpty();
    }

    @Test
    void aTimeToStopIsUsedForAGracefulStop() {
        assertThat(variables(project(web().shutdown(Duration.ofSeconds(60)), java(Framework.SPRING_BOOT))))
                .containsEntry("SERVER_SHUTDOWN", "graceful")
                .containsEntry("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "55s");
        assertThat(variables(project(web().shutdown(Duration.ofSeconds(60)), java(Framework.QUARKUS))))
                .containsExactly(Map.entry("QUARKUS_SHUTDOWN_TIMEOUT", "55s"));
    }

    @Test
    void aHealthCheckIsThatOfTheFramework() {
        assertThat(check(web(), Framework.SPRING_BOOT, Framework.SPRING_ACTUATOR))
                .isEqualTo("8080 /actuator/health/readiness");
        assertThat(check(web(), Framework.QUARKUS_HEALTH)).isEqualTo("8080 /q/health/ready");
        assertThat(check(web(), Framework.MICRONAUT_MANAGEMENT)).isEqualTo("8080 /health/readiness");
        assertThat(check(web(), Framework.HELIDON_HEALTH)).isEqualTo("8080 /health/ready");
        assertThat(check(web())).isEqualTo("8080 connection");
        assertThat(check(web().variable("MANAGEMENT_SERVER_PORT", "9001"), Framework.SPRING_ACTUATOR))
                .isEqualTo("9001 /actuator/health/readiness");
        assertThat(check(javaApp("api").endpoint("tcp", 5432, Transport.TCP), Framework.SPRING_ACTUATOR))
                .isEqualTo("5432 connection");
    }

    private static String check(TestService service, Framework... frameworks) {
        HealthCheckPlan check = project(service, java(frameworks)).check().orElseThrow();
        return check.port() + " " + check.path().orElse("connection");
    }

    @Test
    void aServiceWithoutProbesHasNoCheck() {
        Deployment api = project(
                web().probes(new ProbeSettings(false, Optional.empty(), Duration.ofSeconds(1))),
                java(Framework.SPRING_ACTUATOR));

        assertThat(api.check()).isEmpty();
        assertThat(variables(api)).isEmpty();
    }

    @Test
    void aValueWithASecretIsSecret() {
        TestModels models = model().secretParameter("password", "p@ss/w")
                .dockerCompose("local")
                .service(javaApp("db").endpoint("tcp", 5432, Transport.TCP))
                .service(javaApp("api")
                        .variable("URL", "jdbc:postgresql://{db.host}:{db.port}/shop")
                        .variable("DATABASE_URL", "postgresql://shop:{password:uri}@{db.hostAndPort}/shop"));

        Deployment api = project(models, "api", Traits.UNKNOWN);

        assertThat(variables(api)).containsEntry("URL", "jdbc:postgresql://{db.host}:{db.port}/shop");
        assertThat(api.environment().get("URL")).matches(value -> value != null && !value.isSecret());
        assertThat(api.environment().get("DATABASE_URL")).matches(value -> value != null && value.isSecret());
    }
}
