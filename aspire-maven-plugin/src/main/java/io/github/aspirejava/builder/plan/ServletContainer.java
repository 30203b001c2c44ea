package io.github.aspirejava.builder.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.builder.image.ImageJson;
import java.util.Map;
import java.util.Optional;

/**
 * The servlet container of a base image, identified by the environment variables that its image sets.
 *
 * @param root the path of the application that serves {@code /}; a path that ends with {@code .war} is a file
 * @param flagsVariable the variable from which the container reads flags of the virtual machine
 */
record ServletContainer(String root, String flagsVariable) {
    /** Returns the container of an image with that configuration. */
    static Optional<ServletContainer> of(JsonNode config) {
        Map<String, String> environment = ImageJson.environment(config);
        return directory(environment, "CATALINA_BASE")
                .or(() -> directory(environment, "CATALINA_HOME"))
                .map(home -> new ServletContainer(home + "/webapps/ROOT", "CATALINA_OPTS"))
                .or(() -> directory(environment, "JETTY_BASE")
                        .map(base -> new ServletContainer(base + "/webapps/ROOT", "JAVA_OPTIONS")))
                .or(() -> directory(environment, "JBOSS_HOME")
                        .map(home ->
                                new ServletContainer(home + "/standalone/deployments/ROOT.war", "JAVA_OPTS_APPEND")));
    }

    private static Optional<String> directory(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(path -> path.replaceFirst("/+$", ""));
    }
}
