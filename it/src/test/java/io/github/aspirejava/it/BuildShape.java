package io.github.aspirejava.it;

import java.util.List;
import java.util.function.Consumer;

/**
 * A shape of a build of the modules api and worker: its POMs, its command line, and what it has to push.
 *
 * @param poms writes what differs from the usual POMs
 * @param before the arguments of a build that precedes it; empty if there is none
 * @param arguments the arguments of the build
 * @param pushed the services that it pushes
 * @param since the first of the Mavens, from 0 on, that can build it
 */
record BuildShape(
        String name,
        Consumer<Sample> poms,
        List<String> before,
        List<String> arguments,
        List<String> pushed,
        int since) {
    private static final String PLUGIN =
            "<plugin><groupId>io.github.aspirejava</groupId><artifactId>aspire-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version>%s</plugin>";
    private static final String BOUND =
            "<executions><execution><phase>package</phase><goals><goal>push</goal></goals></execution></executions>";
    private static final String REGISTRIES = "<registries><ociLayout>bundle</ociLayout></registries>";
    private static final String FLATTEN =
            "<plugin><groupId>org.codehaus.mojo</groupId><artifactId>flatten-maven-plugin</artifactId><version>1.9.0</version>"
                    + "<executions><execution><phase>process-resources</phase><goals><goal>flatten</goal></goals></execution></executions></plugin>";
    private static final String DECLARED =
            "<plugin><groupId>io.github.aspirejava</groupId><artifactId>aspire-maven-plugin</artifactId></plugin>";
    private static final String EXTENSION = "<extensions>true</extensions>";

    /** Copies the lists. */
    BuildShape {
        before = List.copyOf(before);
        arguments = List.copyOf(arguments);
        pushed = List.copyOf(pushed);
    }

    static List<BuildShape> all() {
        String ofBoth = model("api", "worker");
        Consumer<Sample> usual = root(plugins(plugin(EXTENSION + BOUND + ofBoth)));
        Consumer<Sample> unbound = root(plugins(plugin(ofBoth)));
        return List.of(
                shape("bound in the root", usual, List.of("package"), "api", "worker"),
                shape(
                        "bound without being an extension",
                        root(plugins(plugin(BOUND + ofBoth))),
                        List.of("package"),
                        "api",
                        "worker"),
                shape(
                        "declared in one module",
                        module("api", plugins(plugin(EXTENSION + BOUND + model("api")))),
                        List.of("package"),
                        "api"),
                shape(
                        "declared in a profile",
                        root("<profiles><profile><id>images</id>%s</profile></profiles>"
                                .formatted(plugins(plugin(EXTENSION + BOUND + ofBoth)))),
                        List.of("-Pimages", "package"),
                        "api",
                        "worker"),
                shape(
                        "managed by the root, declared by the modules",
                        root("<build><pluginManagement><plugins>%s</plugins></pluginManagement></build>"
                                        .formatted(plugin(BOUND + ofBoth)))
                                .andThen(module("api", plugins(DECLARED)))
                                .andThen(module("worker", plugins(DECLARED))),
                        List.of("package"),
                        "api",
                        "worker"),
                shape("on the command line", unbound, List.of("aspire:push"), "api", "worker"),
                shape("after a phase", unbound, List.of("package", "aspire:push"), "api", "worker"),
                shape("one module", usual, List.of("-pl", "worker", "package"), "worker"),
                new BuildShape(
                        "resumed",
                        usual,
                        List.of("package"),
                        List.of("-rf", ":worker", "package"),
                        List.of("worker"),
                        0),
                shape("not recursive", usual, List.of("-N", "package")),
                shape("skipped", usual, List.of("package", "-Daspire.skip")),
                new BuildShape(
                        "with flattened POMs",
                        root(plugins(FLATTEN, plugin(EXTENSION + BOUND + ofBoth))),
                        List.of(),
                        List.of("package"),
                        List.of("api", "worker"),
                        1),
                new BuildShape(
                        "of subprojects",
                        usual.andThen(BuildShape::asSubprojects),
                        List.of(),
                        List.of("package"),
                        List.of("api", "worker"),
                        2));
    }

    private static BuildShape shape(String name, Consumer<Sample> poms, List<String> arguments, String... pushed) {
        return new BuildShape(name, poms, List.of(), arguments, List.of(pushed), 0);
    }

    private static String model(String... services) {
        StringBuilder apps = new StringBuilder();
        for (String service : services) {
            apps.append("<javaApp><name>%s</name><baseImage>scratch</baseImage></javaApp>".formatted(service));
        }
        return "<configuration>%s<services>%s</services></configuration>".formatted(REGISTRIES, apps);
    }

    private static String plugin(String more) {
        return PLUGIN.formatted(more);
    }

    private static String plugins(String... plugins) {
        return "<build><plugins>%s</plugins></build>".formatted(String.join("", plugins));
    }

    private static Consumer<Sample> root(String more) {
        return sample -> sample.write(
                "pom.xml",
                pom(
                        "<groupId>com.example.shape</groupId><artifactId>shape</artifactId><version>1.0.0</version><packaging>pom</packaging>"
                                + "<modules><module>api</module><module>worker</module></modules>"
                                + "<properties><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>"
                                + "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>"
                                + more));
    }

    private static Consumer<Sample> module(String name, String more) {
        return sample -> sample.write(name + "/pom.xml", pomOf(name, more));
    }

    private static void asSubprojects(Sample sample) {
        sample.write(
                "pom.xml",
                sample.read("pom.xml")
                        .replace("POM/4.0.0", "POM/4.1.0")
                        .replace("<modelVersion>4.0.0", "<modelVersion>4.1.0")
                        .replace("modules>", "subprojects>")
                        .replace("module>", "subproject>"));
    }

    private static String pomOf(String name, String more) {
        return pom(
                "<parent><groupId>com.example.shape</groupId><artifactId>shape</artifactId><version>1.0.0</version></parent><artifactId>%s</artifactId>%s"
                        .formatted(name, more));
    }

    private static String pom(String content) {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>%s</project>\n"
                .formatted(content);
    }

    /** Creates the build in a new directory. */
    Sample sample() {
        Sample sample = new Sample("shape", Workspace.newDirectory("shape"));
        sample.write(".mvn/maven.config", "");
        root("").accept(sample);
        for (String module : List.of("api", "worker")) {
            module(module, "").accept(sample);
            sample.write(
                    module + "/src/main/java/%s/Main.java".formatted(module),
                    "package %s;\n\npublic final class Main {\n    public static void main(String[] arguments) {}\n}\n"
                            .formatted(module));
        }
        poms.accept(sample);
        return sample;
    }

    @Override
    public String toString() {
        return name;
    }
}
