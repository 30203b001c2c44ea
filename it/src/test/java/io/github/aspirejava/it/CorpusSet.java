package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The dependencies that a public project declares.
 *
 * @param id its id
 * @param declared the declarations in its POM, and the runtime class path that Maven 3.8.7 derives from them
 */
record CorpusSet(String id, JsonNode declared) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns all of them, in order. */
    static List<CorpusSet> all() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(CorpusSet.class.getResource("corpus")).toURI()))) {
            List<CorpusSet> sets = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                JsonNode declared = JSON.readTree(file.toFile());
                sets.add(new CorpusSet(declared.required("id").asText(), declared));
            }
            return sets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns {@code group:artifact:type[:classifier]:version} of each jar, in the order of the class path. */
    List<String> runtimeClassPath() {
        List<String> jars = new ArrayList<>();
        declared.required("runtimeClassPath").forEach(jar -> jars.add(jar.asText()));
        return jars;
    }

    /** Returns a POM with the same declarations. */
    String pom() {
        StringBuilder pom = new StringBuilder("<project>\n<modelVersion>4.0.0</modelVersion>\n");
        String[] parent = declared.path("parent").asText("").split(":", -1);
        if (parent.length == 3) {
            pom.append(
                    "<parent><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><relativePath/></parent>\n"
                            .formatted((Object[]) parent));
        }
        pom.append(
                "<groupId>com.example.corpus</groupId><artifactId>%s</artifactId><version>1</version>\n<properties>\n"
                        .formatted(id));
        declared.path("properties")
                .properties()
                .forEach(property -> pom.append(element(property.getKey(), property.getValue())));
        pom.append("</properties>\n<dependencyManagement>")
                .append(dependencies("dependencyManagement"))
                .append("</dependencyManagement>\n")
                .append(dependencies("dependencies"))
                .append("</project>\n");
        return pom.toString();
    }

    private String dependencies(String list) {
        StringBuilder dependencies = new StringBuilder("<dependencies>\n");
        for (JsonNode dependency : declared.path(list)) {
            dependencies
                    .append("<dependency>")
                    .append(element("groupId", dependency.path("g")))
                    .append(element("artifactId", dependency.path("a")))
                    .append(element("version", dependency.path("v")));
            for (String name : List.of("scope", "type", "classifier", "optional")) {
                dependencies.append(element(name, dependency.path(name)));
            }
            dependencies.append("<exclusions>");
            for (JsonNode exclusion : dependency.path("exclusions")) {
                String[] excluded = exclusion.asText().split(":", -1);
                dependencies.append("<exclusion><groupId>%s</groupId><artifactId>%s</artifactId></exclusion>"
                        .formatted(excluded[0], excluded[1]));
            }
            dependencies.append("</exclusions></dependency>\n");
        }
        return dependencies.append("</dependencies>\n").toString();
    }

    private static String element(String name, JsonNode value) {
        return value.isValueNode() ? "<%1$s>%2$s</%1$s>".formatted(name, value.asText()) : "";
    }

    @Override
    public String toString() {
        return id;
    }
}
