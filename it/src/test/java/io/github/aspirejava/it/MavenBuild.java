package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Maven process on a sample.
 *
 * <p>It has a local repository of its own, into which this build has put the plugin; everything else comes from the
 * local repository of this build, and only what is not there from Central. It does not see the user's settings and
 * credentials.
 */
final class MavenBuild {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** The JVM options: in such short builds the second compiler costs more than it saves. */
    private static final String JVM_OPTIONS = "-XX:TieredStopAtLevel=1";

    /** The prefixes of the environment variables with which the user of this machine configures tools. */
    private static final List<String> SETTINGS = List.of(
            "MAVEN_", "ASPIRE_", "Parameters__", "AZURE_", "Azure__", "ACTIONS_", "IDENTITY_", "MSI_", "SYSTEM_");

    private final Sample sample;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private MavenInstallation maven = MavenInstallation.running();
    private String settings = "";
    private Duration timeout = TIMEOUT;

    private MavenBuild(Sample sample) {
        this.sample = sample;
        property(sample.name() + ".base", Workspace.baseImage());
    }

    /** Creates a build by the running Maven, on the base image that is created on this machine. */
    static MavenBuild of(Sample sample) {
        return new MavenBuild(sample);
    }

    MavenBuild with(MavenInstallation installation) {
        this.maven = installation;
        return this;
    }

    MavenBuild property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    MavenBuild properties(Map<String, String> values) {
        properties.putAll(values);
        return this;
    }

    MavenBuild environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    MavenBuild environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Adds options of the JVM that runs Maven. */
    MavenBuild jvmOptions(List<String> options) {
        return environment("MAVEN_OPTS", JVM_OPTIONS + " " + String.join(" ", options));
    }

    /** Selects another JDK than the one that runs this build. */
    MavenBuild withJdk(Path home) {
        return environment("JAVA_HOME", home.toString());
    }

    /** Adds elements, such as {@code <servers>}, to settings.xml. */
    MavenBuild settings(String elements) {
        settings = elements;
        return this;
    }

    /** Waits longer for the end of the build than five minutes. */
    MavenBuild within(Duration limit) {
        timeout = limit;
        return this;
    }

    /** Pushes to the image layout that the sample declares, instead of to its registry. */
    MavenBuild intoBundle() {
        return property(sample.name() + ".registry", "bundle");
    }

    BuildResult run(String... arguments) {
        return run(command(arguments));
    }

    private BuildResult run(List<String> command) {
        try (RunningProcess process = start(command)) {
            int exitCode = process.exitCode(timeout);
            return new BuildResult(sample, String.join(" ", command), exitCode, process.lines());
        }
    }

    /** Starts the build, for a test that intervenes before its end. */
    RunningProcess start(String... arguments) {
        return start(command(arguments));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(maven.executable().toString());
        command.addAll(List.of("-B", "-ntp", "-s", settingsFile().toString()));
        command.add("-Dmaven.repo.local=" + Workspace.target("m2"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(arguments));
        return command;
    }

    private RunningProcess start(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(sample.directory().toFile());
        isolate(builder.environment());
        builder.environment().putAll(environment);
        return RunningProcess.start(builder);
    }

    /**
     * Starts the build so that SIGINT reaches it, even if it is ignored where the tests run, such as in the background.
     */
    RunningProcess startInterruptible(String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(command(arguments));
        return start(command);
    }

    /** Runs the build as a user who is subject to file permissions, even if the current user is root. */
    BuildResult runWithoutPrivileges(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"));
        command.addAll(command(arguments));
        return run(command);
    }

    private static void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> SETTINGS.stream().anyMatch(name::startsWith));
        environment.remove("GITHUB_STEP_SUMMARY");
        environment.put("MAVEN_SKIP_RC", "true");
        environment.put("MAVEN_OPTS", JVM_OPTIONS);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.keySet().removeAll(List.of("REGISTRY_AUTH_FILE", "XDG_RUNTIME_DIR"));
        environment.put("DOCKER_CONFIG", Workspace.target("no-docker-config").toString());
    }

    private Path settingsFile() {
        return settings.isEmpty() ? Settings.FILE : Settings.write(Workspace.newDirectory("settings"), settings);
    }

    private static final class Settings {
        static final Path FILE = write(Workspace.target(""), "");

        private static Path write(Path directory, String elements) {
            String repository = """
                    <id>machine</id>
                    <url>%s</url>
                    <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    <snapshots><enabled>false</enabled></snapshots>""".formatted(
                            Path.of(Workspace.setting("aspire.it.repository")).toUri());
            String settings = """
                    <settings>
                      <profiles>
                        <profile>
                          <id>machine</id>
                          <repositories><repository>%1$s</repository></repositories>
                          <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                        </profile>
                      </profiles>
                      <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
                      %2$s
                    </settings>
                    """.formatted(repository, elements);
            try {
                return Files.writeString(directory.resolve("settings.xml"), settings);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
