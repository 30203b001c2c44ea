package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.Fault;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other extensions of Maven that listen to the build, around this plugin's listener. */
@NeedsRegistry
class ListenersIT {
    /** Wraps the existing listener when the build begins; it may suppress the event of the build's end. */
    private static final String OTHER = """
            package other;

            import java.lang.reflect.InvocationTargetException;
            import java.lang.reflect.Proxy;
            import org.apache.maven.AbstractMavenLifecycleParticipant;
            import org.apache.maven.execution.*;

            public final class Other extends AbstractMavenLifecycleParticipant {
                @Override
                public void afterProjectsRead(MavenSession session) {
                    MavenExecutionRequest request = session.getRequest();
                    ExecutionListener inner = request.getExecutionListener();
                    request.setExecutionListener(around(inner, event -> {
                        if (event.getType() == ExecutionEvent.Type.SessionStarted) {
                            ExecutionListener outermost = request.getExecutionListener();
                            request.setExecutionListener(around(outermost, later -> {
                                boolean end = later.getType() == ExecutionEvent.Type.SessionEnded;
                                if (end) {
                                    System.out.println("OTHER has seen the end");
                                }
                                return !(end && Boolean.getBoolean("other.swallows"));
                            }));
                        }
                        return true;
                    }));
                }

                private static ExecutionListener around(
                        ExecutionListener next, java.util.function.Predicate<ExecutionEvent> passesOn) {
                    return (ExecutionListener) Proxy.newProxyInstance(
                            Other.class.getClassLoader(), new Class<?>[] {ExecutionListener.class}, (proxy, method, arguments) -> {
                                boolean isEvent = arguments != null && arguments[0] instanceof ExecutionEvent;
                                if (isEvent && !passesOn.test((ExecutionEvent) arguments[0])) {
                                    return null;
                                }
                                try {
                                    return method.invoke(next, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
                }
            }
            """;

    private static final String COMPONENTS = """
            <component-set>
              <components>
                <component>
                  <role>org.apache.maven.AbstractMavenLifecycleParticipant</role>
                  <role-hint>other</role-hint>
                  <implementation>other.Other</implementation>
                </component>
              </components>
            </component-set>
            """;

    private Market market;

    @BeforeEach
    void open() {
        market = new Market();
    }

    @AfterEach
    void close() {
        market.close();
    }

    static List<MavenInstallation> mavens() {
        return Workspace.inFull()
                ? MavenInstallation.all()
                : MavenInstallation.all().subList(1, 3);
    }

    private MavenBuild build(MavenInstallation maven, boolean swallows) throws IOException {
        return market.build()
                .with(maven)
                .property("maven.ext.class.path", extension(maven).toString())
                .property("other.swallows", String.valueOf(swallows));
    }

    /** Returns the jar of the other extension, compiled with the Maven that it is for. */
    private static Path extension(MavenInstallation maven) throws IOException {
        Path directory = Workspace.newDirectory("other");
        Path source = Files.writeString(directory.resolve("Other.java"), OTHER);
        List<String> jars;
        try (Stream<Path> libraries = Files.list(maven.home().resolve("lib"))) {
            jars = libraries
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .toList();
        }
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-proc:none",
                        "-d",
                        directory.toString(),
                        "-cp",
                        String.join(File.pathSeparator, jars),
                        source.toString());
        assertThat(result).isZero();
        Path jar = directory.resolve("other.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out);
                Stream<Path> classes = Files.list(directory.resolve("other"))) {
            for (Path file : classes.toList()) {
                content.putNextEntry(new JarEntry("other/" + file.getFileName()));
                content.write(Files.readAllBytes(file));
            }
            content.putNextEntry(new JarEntry("META-INF/plexus/components.xml"));
            content.write(COMPONENTS.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void doNotKeepAFailedPushFromFailingItsModule(MavenInstallation maven) throws IOException {
        market.proxy().fail(Fault.status(403), Market.tagOf("stock"));

        BuildResult deploy = build(maven, false).run("-pl", "stock,mail", "-am", "deploy");

        assertThat(deploy)
                .failed()
                .prints("OTHER has seen the end")
                .prints("BUILD FAILURE")
                .hasErrorWith(List.of("on project stock", "push-stock failed", "403"));
        assertThat(Market.modules(deploy, "FAILURE")).containsExactly("stock");
        assertThat(market.visible()).containsExactly("mail");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void thatKeepTheEndToThemselvesDoNotLetTheBuildSucceed(MavenInstallation maven) throws IOException {
        market.proxy().fail(Fault.status(403), Market.tagOf("stock"));

        BuildResult deploy = build(maven, true).run("-pl", "stock,mail", "-am", "deploy");

        assertThat(deploy)
                .failed()
                .prints("OTHER has seen the end")
                .hasErrorWith(List.of("push-stock failed", "403"))
                .hasNoStackTrace();
        assertThat(market.visible()).containsExactly("mail");
    }

    @Test
    void thatKeepTheEndToThemselvesDoNotLoseAPush() throws IOException {
        BuildResult deploy = build(MavenInstallation.all().get(1), true).run("-pl", "stock,mail", "-am", "deploy");

        assertThat(deploy).succeeded();
        assertThat(market.visible()).containsExactly("stock", "mail");
        assertThat(deploy.images().path("images").findValuesAsText("service")).containsExactly("mail", "stock");
    }
}
