package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A shape that has been started, requested and stopped twice: as its package, and as its image.
 *
 * @param application the packaged application
 * @param image the jars in the image
 * @param packaged the run of the package
 * @param pushed the run of the image
 */
record ShapeRun(PackagedApplication application, ImageJars image, Run packaged, Run pushed) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * One run.
     *
     * @param answer its answer
     * @param locations the locations of its classes
     */
    record Run(String answer, Set<String> locations) {}

    /** Packages, pushes and runs it. */
    static ShapeRun of(Shape shape, RealRegistry registry) {
        Sample sample = Sample.copyOf("shapes/" + shape.name());
        MavenBuild build = MavenBuild.of(sample)
                .properties(shape.properties())
                .property("skipTests", "true")
                .property("aspire.parameters.registry-endpoint", registry.host());
        if (shape.isDeployed()) {
            build.property(shape.name() + ".base", Tomcat.pushTo(registry));
        }
        List<String> goals = new ArrayList<>(List.of("package"));
        goals.addAll(shape.goals());
        goals.add("aspire:push");
        BuildResult push = build.run(goals.toArray(String[]::new));
        assertThat(push).succeeded();

        String digest = push.digest(shape.name());
        return new ShapeRun(
                PackagedApplication.of(sample.file(shape.artifact()), sample.file(shape.libraries())),
                ImageJars.of(registry.image(shape.name(), digest), shape.root()),
                runPackaged(shape, sample.directory()),
                runImage(shape, "%s/%s@%s".formatted(registry.host(), shape.name(), digest)));
    }

    private static Run runPackaged(Shape shape, Path project) {
        Path logs = Workspace.newDirectory("classes");
        int port = LocalHttp.freePort();
        ProcessBuilder builder = shape.start().in(project);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("JAVA_TOOL_OPTIONS", ClassLog.options(logs.toString()));
        String answer;
        try (RunningProcess process = RunningProcess.start(builder)) {
            process.awaitLine(shape.ready(), PATIENCE);
            answer = LocalHttp.get(port, shape.path());
        }
        return new Run(answer, ClassLog.locations(logs));
    }

    private static Run runImage(Shape shape, String reference) {
        Path logs = Workspace.openDirectory("classes");
        List<String> options =
                List.of("--volume", logs + ":/classes", "--env", "JAVA_TOOL_OPTIONS=" + ClassLog.options("/classes"));
        String answer;
        try (DockerEngine.Container container = DockerEngine.run(reference, shape.ready(), options)) {
            answer = container.get(shape.path());
            container.stop();
        }
        return new Run(answer, ClassLog.locations(logs));
    }
}
