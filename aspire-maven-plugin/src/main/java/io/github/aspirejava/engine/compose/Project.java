package io.github.aspirejava.engine.compose;

import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A project of Docker Compose: the names and labels by which Compose's own commands find its containers.
 *
 * @param name the name of the project
 */
record Project(DockerCompose environment, String name) {
    static final String LABEL = "com.docker.compose.project";
    static final String SERVICE = "com.docker.compose.service";
    static final String HASH = "com.docker.compose.config-hash";
    static final String IMAGE = "com.docker.compose.image";

    /** Returns the project of an environment of an application. */
    static Project of(DockerCompose environment, String application) {
        String name = environment
                .project()
                .map(Text::require)
                .orElse("aspire-%s-%s".formatted(application, environment.name()));
        return new Project(environment, normalised(name));
    }

    /** Returns a name as Compose accepts it: lower case letters, digits, hyphens and underscores. */
    private static String normalised(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        return lower.matches("[a-z0-9].*") ? lower : "p" + lower;
    }

    /** Returns the name of a service in the project, which is its host name in the network, too. */
    static String host(String service) {
        return service.toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the container of a service. */
    String container(String service) {
        return "%s-%s-1".formatted(name, host(service));
    }

    /** Returns the key of the network in the Compose file. */
    String networkKey() {
        return environment.network().require();
    }

    /** Returns the name of the network in the engine. */
    String network() {
        return "%s_%s".formatted(name, networkKey());
    }

    /** Returns the name of a volume in the engine. */
    String volume(String volume) {
        return "%s_%s".formatted(name, volume);
    }

    /** Returns the labels of a network. */
    Map<String, String> networkLabels() {
        return Map.of(LABEL, name, "com.docker.compose.network", networkKey());
    }

    /** Returns the labels of a volume. */
    Map<String, String> volumeLabels(String volume) {
        return Map.of(LABEL, name, "com.docker.compose.volume", volume);
    }

    /** Returns the labels of the container of a service, without those of its content. */
    Map<String, String> containerLabels(String service) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(LABEL, name);
        labels.put(SERVICE, host(service));
        labels.put("com.docker.compose.container-number", "1");
        labels.put("com.docker.compose.oneoff", "False");
        return labels;
    }
}
