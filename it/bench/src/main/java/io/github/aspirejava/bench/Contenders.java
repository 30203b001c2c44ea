package io.github.aspirejava.bench;

import io.github.aspirejava.bench.Contender.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All contenders. */
final class Contenders {
    private static final int PARALLEL = 8;
    /** The number of connections that the plugin opens to one registry. */
    private static final int CONNECTIONS = 5;

    private final Site site;
    private final SampleProject project;
    private final Maven maven;
    private final Aspire aspire;

    Contenders(Site site, SampleProject project, Maven maven) {
        this.site = site;
        this.project = project;
        this.maven = maven;
        this.aspire = new Aspire(maven, site);
    }

    List<Contender> all() {
        return List.of(
                limit(),
                aspire("ours-warm", "ours, layers made before", site.cache("aspire-warm"), false),
                aspire("ours-cold", "ours, layers to be made", site.cache("aspire-cold"), true),
                engine("engine-warm", "ours out of the engine, layers read before", site.cache("engine-warm"), false),
                engine("engine-cold", "ours out of the engine, layers to be read", site.cache("engine-cold"), true),
                docker("docker-seq", "`docker push`, one after another", 1),
                docker("docker-par", "`docker push`, 8 at a time", PARALLEL),
                skopeo("skopeo-seq", "skopeo from an OCI layout, one after another", 1),
                skopeo("skopeo-par", "skopeo from an OCI layout, 8 at a time", PARALLEL),
                jibCore("jib-core-warm", "jib-core, layers made before: in the JVM", site.cache("jib-warm"), false),
                jibCore("jib-core-cold", "jib-core, layers to be made: in the JVM", site.cache("jib-cold"), true),
                jibMaven("jib-t1", 1),
                jibMaven("jib-t4", 4),
                dockerMaven());
    }

    private Contender limit() {
        return new Contender(
                "limit",
                List.of(inside("limit", "limit: in the JVM")),
                Set.of(Trait.CLOSELY, Trait.UNCHANGED),
                () -> {},
                (images, state) -> java(
                        LimitClient.class,
                        site.layout().toString(),
                        site.registry(),
                        Integer.toString(images),
                        Integer.toString(CONNECTIONS),
                        state.name()));
    }

    /**
     * Creates the plugin's contender.
     *
     * @param forgetful whether its cache of layers is emptied before each push to an empty registry
     */
    private Contender aspire(String id, String title, Path cache, boolean forgetful) {
        return new Contender(
                id,
                List.of(
                        new Figure(
                                id + "-goal",
                                title + ": inside the goal",
                                push -> Aspire.secondsInside(project.directory())),
                        new Figure(id + "-log", title + ": the goal by Maven's log", Aspire::secondsByLog),
                        new Figure(id + "-mvn", title + ": whole `mvn`", Finished::seconds)),
                forgetful ? Set.of(Trait.CLOSELY) : Set.of(Trait.CLOSELY, Trait.PREPARED, Trait.UNCHANGED),
                () -> {
                    if (forgetful) {
                        Directories.delete(cache);
                    }
                },
                (images, state) -> aspire.push(project.pom(images), "registry", site.base(), cache));
    }

    /**
     * Creates the contender that builds, pushes and reports images of the engine's cache.
     *
     * @param forgetful whether its memory of the engine's images is cleared before each push to an empty registry
     */
    private Contender engine(String id, String title, Path cache, boolean forgetful) {
        EngineProject project = new EngineProject(site.bench().resolve("engine-project"));
        return new Contender(
                id,
                List.of(
                        new Figure(
                                id + "-goal",
                                title + ": inside the goal",
                                push -> Aspire.secondsInside(project.directory())),
                        new Figure(id + "-mvn", title + ": whole `mvn`", Finished::seconds)),
                forgetful ? Set.of(Trait.CLOSELY) : Set.of(Trait.CLOSELY, Trait.PREPARED, Trait.UNCHANGED),
                () -> {
                    if (forgetful) {
                        Directories.delete(cache);
                    }
                },
                (images, state) -> aspire.push(project.pom(images), "registry", site.base(), cache));
    }

    private Contender docker(String id, String title, int parallel) {
        Path memory = site.engine().resolve("data/image/overlay2/distribution");
        return new Contender(
                id,
                List.of(whole(id, title)),
                traits(parallel),
                () -> Directories.delete(memory),
                (images, state) -> each(images, site::reference, parallel, Map.of(), "docker", "push", "-q", "{}"));
    }

    private Contender skopeo(String id, String title, int parallel) {
        Path memory = site.bench().resolve("skopeo");
        return new Contender(
                id,
                List.of(whole(id, title)),
                traits(parallel),
                () -> Directories.delete(memory),
                (images, state) -> each(
                        images,
                        Names::service,
                        parallel,
                        // Redirects skopeo's memory of registries to this directory, instead of below /var.
                        Map.of("_CONTAINERS_ROOTLESS_UID", "1", "XDG_DATA_HOME", memory.toString()),
                        "skopeo",
                        "copy",
                        "-q",
                        "--dest-tls-verify=false",
                        "oci:%s:{}:%s".formatted(site.layout(), Names.TAG),
                        "docker://%s/%s/{}:%s".formatted(site.registry(), Names.PROJECT, Names.TAG)));
    }

    private Contender jibCore(String id, String title, Path cache, boolean forgetful) {
        return new Contender(
                id,
                List.of(inside(id, title)),
                Set.of(forgetful ? Trait.UNCHANGED : Trait.PREPARED),
                () -> {
                    if (forgetful) {
                        Directories.delete(cache.resolve("application"));
                    }
                },
                (images, state) -> java(
                        JibClient.class,
                        site.jibBase(),
                        site.registry(),
                        Integer.toString(images),
                        Integer.toString(PARALLEL),
                        project.directory().toString(),
                        cache.toString()));
    }

    private Contender jibMaven(String id, int threads) {
        Map<String, String> properties = Map.of(
                "bench.registry",
                site.registry(),
                "bench.jib.base",
                site.jibBase(),
                "jib.baseImageCache",
                site.cache("jib-maven").toString());
        String goal = "com.google.cloud.tools:jib-maven-plugin:" + Versions.JIB_MAVEN_PLUGIN + ":build";
        return new Contender(
                id,
                List.of(whole(id, "jib-maven-plugin `-T%d`, layers to be made: whole `mvn`".formatted(threads))),
                traits(threads),
                this::forgetJibLayers,
                (images, state) -> maven.run(project.pom(images), properties, "-T" + threads, goal));
    }

    private void forgetJibLayers() throws IOException {
        for (int i = 1; i <= Options.MOST_IMAGES; i++) {
            Directories.delete(project.jibCache(i));
        }
    }

    private Contender dockerMaven() {
        Path memory = site.engine().resolve("data/image/overlay2/distribution");
        String goal = "io.fabric8:docker-maven-plugin:" + Versions.DOCKER_MAVEN_PLUGIN + ":push";
        return new Contender(
                "dmp",
                List.of(whole("dmp", "docker-maven-plugin: whole `mvn`")),
                traits(1),
                () -> Directories.delete(memory),
                (images, state) ->
                        maven.run(project.pom(images), new TreeMap<>(Map.of("bench.registry", site.registry())), goal));
    }

    private static Set<Trait> traits(int parallel) {
        return parallel == 1 ? Set.of(Trait.UNCHANGED, Trait.SEQUENTIAL) : Set.of(Trait.UNCHANGED);
    }

    private static Figure whole(String id, String title) {
        return new Figure(id, title, Finished::seconds);
    }

    private static Figure inside(String id, String title) {
        return new Figure(id, title, push -> push.number("millis") / 1000);
    }

    private Invocation java(Class<?> client, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                client.getName()));
        command.addAll(List.of(arguments));
        return new Invocation(command, site.bench(), Map.of(), "");
    }

    /** Runs a command for each image, a number of them concurrently; {@code {}} stands for the image. */
    private Invocation each(
            int images, IntFunction<String> name, int parallel, Map<String, String> environment, String... command) {
        List<String> whole = new ArrayList<>(List.of("xargs", "-P", Integer.toString(parallel), "-I", "{}"));
        whole.addAll(List.of(command));
        String names = IntStream.rangeClosed(1, images).mapToObj(name).collect(Collectors.joining("\n", "", "\n"));
        return new Invocation(whole, site.bench(), environment, names);
    }
}
