package io.github.aspirejava.maven.wiring;

import io.github.aspirejava.addon.Deployments;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.deploy.Framework;
import io.github.aspirejava.deploy.Projection;
import io.github.aspirejava.deploy.Traits;
import io.github.aspirejava.run.StepException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The deployments of services, with the traits of Java applications found on their class paths. */
final class ClassPathTraits implements Deployments {
    /** The beginnings of the ids of libraries, with the frameworks that they belong to. */
    private static final List<Map.Entry<String, Framework>> LIBRARIES = List.of(
            Map.entry("org.springframework.boot:spring-boot:", Framework.SPRING_BOOT),
            Map.entry("org.springframework.boot:spring-boot-actuator-autoconfigure:", Framework.SPRING_ACTUATOR),
            Map.entry("org.springframework.cloud:spring-cloud-commons:", Framework.SPRING_CLOUD),
            Map.entry("io.quarkus:quarkus-core:", Framework.QUARKUS),
            Map.entry("io.quarkus:quarkus-smallrye-health:", Framework.QUARKUS_HEALTH),
            Map.entry("io.quarkus:quarkus-rest-client", Framework.QUARKUS_REST_CLIENT),
            Map.entry("io.micronaut:micronaut-runtime:", Framework.MICRONAUT),
            Map.entry("io.micronaut:micronaut-management:", Framework.MICRONAUT_MANAGEMENT),
            Map.entry("io.micronaut:micronaut-http-client", Framework.MICRONAUT_HTTP_CLIENT),
            Map.entry("io.helidon.microprofile.health:", Framework.HELIDON_HEALTH));

    private final Projection projection;
    private final JavaModules modules;

    ClassPathTraits(AppModel model, JavaModules modules) {
        this.projection = new Projection(model);
        this.modules = modules;
    }

    @Override
    public Deployment of(Service service) throws StepException {
        return projection.of(service, service instanceof JavaApp app ? traits(app) : Traits.UNKNOWN);
    }

    private Traits traits(JavaApp app) throws StepException {
        return new Traits(frameworks(modules.libraries(app)), !app.container().hasOwnEntrypoint());
    }

    /** Returns the frameworks that these libraries belong to. */
    static Set<Framework> frameworks(List<Library> libraries) {
        Set<Framework> found = EnumSet.noneOf(Framework.class);
        for (Library library : libraries) {
            LIBRARIES.stream()
                    .filter(entry -> library.id().startsWith(entry.getKey()))
                    .forEach(entry -> found.add(entry.getValue()));
        }
        return found;
    }
}
